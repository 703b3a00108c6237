declare module 'virtual:bamboo/index' {
  import type { ScenarioHeading } from '../story.ts';
  const headings: readonly ScenarioHeading[];
  export default headings;
}

declare module 'virtual:bamboo/loaders' {
  import type { Bundle, Prose } from '../story.ts';
  const loaders: Readonly<
    Record<string, { readonly bundle: () => Promise<Bundle>; readonly en: () => Promise<Prose>; readonly vi: () => Promise<Prose> }>
  >;
  export default loaders;
}

declare module 'virtual:bamboo/*/en' {
  import type { Prose } from '../story.ts';
  const prose: Prose;
  export default prose;
}

declare module 'virtual:bamboo/*/vi' {
  import type { Prose } from '../story.ts';
  const prose: Prose;
  export default prose;
}

declare module 'virtual:bamboo/*' {
  import type { Bundle } from '../story.ts';
  const bundle: Bundle;
  export default bundle;
}
