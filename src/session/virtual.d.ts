/* oxlint-disable typescript/consistent-type-imports -- see below */
// An ambient module may not import by a relative name, and says nothing when it does: its types become `any`. Hence `import()` types.
declare module 'virtual:bamboo/index' {
  const headings: readonly import('../bundle/bundle.ts').ScenarioHeading[];
  export default headings;
}

declare module 'virtual:bamboo/loaders' {
  /** By scenario. */
  const loaders: Readonly<Record<string, import('./library.ts').Loader>>;
  export default loaders;
}

declare module 'virtual:bamboo/cases' {
  /** By scenario: its cases under its lenses. */
  const loaders: Readonly<Record<string, () => Promise<readonly import('../bundle/theory-case.ts').WeighedCase[]>>>;
  export default loaders;
}

declare module 'virtual:bamboo/releases' {
  /** By the first eight digits of the rules hash. */
  const loaders: Readonly<Record<string, import('./library.ts').Loader>>;
  export default loaders;
}

declare module 'virtual:bamboo/cover' {
  const cover: import('../bundle/chart-units.ts').Cover;
  export default cover;
}

declare module 'virtual:bamboo/preview' {
  /** Whether this page shows a scenario while it is written. */
  const preview: boolean;
  export default preview;
}
