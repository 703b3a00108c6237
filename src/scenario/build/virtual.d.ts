/* eslint-disable @typescript-eslint/consistent-type-imports -- see below */
// An ambient module may not import by a relative name, and says nothing when it does: its types become `any`. Hence `import()` types.
declare module 'virtual:bamboo/index' {
  const headings: readonly import('../story.ts').ScenarioHeading[];
  export default headings;
}

declare module 'virtual:bamboo/loaders' {
  const loaders: Readonly<
    Record<
      string,
      {
        readonly bundle: () => Promise<import('../story.ts').Bundle>;
        readonly places: () => Promise<import('../story.ts').PackedPlaces>;
        readonly en: {
          readonly first: () => Promise<import('../story.ts').Prose>;
          readonly rest: () => Promise<import('../story.ts').Prose>;
        };
        readonly vi: {
          readonly first: () => Promise<import('../story.ts').Prose>;
          readonly rest: () => Promise<import('../story.ts').Prose>;
        };
      }
    >
  >;
  export default loaders;
}
