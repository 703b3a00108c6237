/** One file of the built page, as `dist/graph.json` lists it. */
export interface Chunk {
  readonly file: string;
  readonly entry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly modules: readonly string[];
}

const FOUND_LATER = /^(?:src\/stage\/|node_modules\/phaser\/)/;
const NEVER = /^(?:src\/scenario\/|src\/disk\/|src\/cli\/|node_modules\/(?:yaml|zod|acorn)\/)/;

/** What breaks the boundaries in what is really served: the compiler anywhere, the stage in what the first screen waits for. */
export const brokenChunks = (chunks: readonly Chunk[]): readonly string[] => {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  const first = new Set<Chunk>();
  const load = (chunk: Chunk | undefined) => {
    if (chunk === undefined || first.has(chunk)) return;
    first.add(chunk);
    for (const file of chunk.imports) load(byFile.get(file));
  };
  chunks.filter(({ entry }) => entry).forEach(load);
  return [
    ...chunks.flatMap(({ file, modules }) => modules.filter((module) => NEVER.test(module)).map((module) => `${file} holds ${module}`)),
    ...[...first].flatMap(({ file, modules }) =>
      modules.filter((module) => FOUND_LATER.test(module)).map((module) => `${file} loads ${module} before the first screen`),
    ),
  ];
};
