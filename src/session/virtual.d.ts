/* eslint-disable @typescript-eslint/consistent-type-imports -- see below */
// An ambient module may not import by a relative name, and says nothing when it does: its types become `any`. Hence `import()` types.
declare module 'virtual:bamboo/index' {
  const headings: readonly import('../bundle/bundle.ts').ScenarioHeading[];
  export default headings;
}

declare module 'virtual:bamboo/loaders' {
  const loaders: Readonly<
    Record<
      string,
      {
        readonly bundle: () => Promise<import('../bundle/bundle.ts').Bundle>;
        readonly places: () => Promise<import('../bundle/bundle.ts').PackedPlaces>;
        readonly en: {
          readonly first: () => Promise<import('../bundle/bundle.ts').Prose>;
          readonly rest: () => Promise<import('../bundle/bundle.ts').Prose>;
        };
        readonly vi: {
          readonly first: () => Promise<import('../bundle/bundle.ts').Prose>;
          readonly rest: () => Promise<import('../bundle/bundle.ts').Prose>;
        };
      }
    >
  >;
  export default loaders;
}
