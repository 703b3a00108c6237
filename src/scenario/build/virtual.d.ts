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
        readonly en: () => Promise<import('../story.ts').Prose>;
        readonly vi: () => Promise<import('../story.ts').Prose>;
      }
    >
  >;
  export default loaders;
}

declare module 'virtual:bamboo/*/en' {
  const prose: import('../story.ts').Prose;
  export default prose;
}

declare module 'virtual:bamboo/*/vi' {
  const prose: import('../story.ts').Prose;
  export default prose;
}

declare module 'virtual:bamboo/*' {
  const bundle: import('../story.ts').Bundle;
  export default bundle;
}
