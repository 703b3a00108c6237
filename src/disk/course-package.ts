/** What SCORM 1.2 says of a package; `files`: paths in it with `/`, the page among them. */
export interface CourseContent {
  readonly version: string;
  readonly files: readonly string[];
}

const TITLE = 'Bamboo Diplomacy';
const PAGE = 'index.html';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `imsmanifest.xml` of a package with one page that talks to its course. The schemas are named and not enclosed. */
export const courseManifest = ({ version, files }: CourseContent): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="bamboo-diplomacy" version="${escaped(version)}" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="game">
    <organization identifier="game">
      <title>${TITLE}</title>
      <item identifier="play" identifierref="page" isvisible="true">
        <title>${TITLE}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="${PAGE}">
${files.map((file) => `      <file href="${escaped(file)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;

/** The page of the game as one that looks for its course. Throws where it is not the page that was built. */
export const coursePage = (html: string): string => {
  if (!html.includes('<html ')) throw new Error('the page has no <html> to mark');
  return html.replace('<html ', '<html data-package="course" ');
};
