import { describe, expect, it } from 'vitest';
import { filePolicy } from '../../bin/policy.mjs';
import { courseManifest, coursePage } from '../../src/disk/course-package.ts';

const manifest = courseManifest({ version: '1.2.3', files: ['index.html', 'assets/a&"b<.js'] });
const attribute = (pattern: RegExp): string | undefined => pattern.exec(manifest)?.[1];

describe('the manifest of a SCORM 1.2 package', () => {
  it('names its standard, one organization and one page that talks to the course', () => {
    expect(manifest).toMatch(/<schema>ADL SCORM<\/schema>\s*<schemaversion>1\.2<\/schemaversion>/u);
    expect(attribute(/<organizations default="([^"]+)"/u)).toBe(attribute(/<organization identifier="([^"]+)"/u));
    expect(attribute(/<item [^>]*identifierref="([^"]+)"/u)).toBe(attribute(/<resource identifier="([^"]+)"/u));
    expect(manifest).toMatch(/<resource [^>]*type="webcontent" adlcp:scormtype="sco" href="index\.html">/u);
    expect(manifest).toContain('xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"');
  });

  it('lists every file once, whatever it is called', () => {
    expect([...manifest.matchAll(/<file href="([^"]*)"\/>/gu)].map(([, href]) => href)).toEqual([
      'index.html',
      'assets/a&amp;&quot;b&lt;.js',
    ]);
  });
});

it('the page of a course is the page, marked', () => {
  expect(coursePage('<!doctype html>\n<html lang="en">')).toBe('<!doctype html>\n<html data-package="course" lang="en">');
  expect(() => coursePage('<p>')).toThrow();
});

it('one file may fetch nothing, and runs nothing but what it holds', () => {
  const policy = filePolicy(["'sha256-a'"], ["'sha256-b'"]).split('; ');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'sha256-a'");
  expect(policy.join(' ')).not.toMatch(/unsafe|https?:|connect-src/u);
});
