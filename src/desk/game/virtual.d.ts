/* oxlint-disable typescript/consistent-type-imports -- see `session/virtual.d.ts` */
// No other room asks for it.
declare module 'virtual:bamboo/codes' {
  /** By scenario: its rules in machine code. */
  const loaders: Readonly<Record<string, () => Promise<import('../../lab/machine/made-code.ts').MadeCode>>>;
  export default loaders;
}
