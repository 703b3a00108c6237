/** Where a command speaks: words or one JSON value on the standard output, complaints on the other. */
export interface Output {
  readonly json: boolean;
  /** A line for people; nothing when JSON was asked for. */
  readonly say: (line?: string) => void;
  /** The value for scripts; nothing unless JSON was asked for. */
  readonly tell: (value: unknown) => void;
  readonly complain: (line: string) => void;
}

export const openOutput = (json: boolean): Output => ({
  json,
  say: (line = '') => {
    if (!json) process.stdout.write(`${line}\n`);
  },
  tell: (value) => {
    if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  },
  complain: (line) => {
    process.stderr.write(`${line}\n`);
  },
});

let watched = false;

/** Whoever reads may stop reading (`| head`): what is still to be said is then lost, and nothing else happens. */
export const watchOutput = (): void => {
  if (watched) return;
  watched = true;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      if (stream === process.stdout) process.stderr.write(`${error.message}\n`);
      process.exit(1);
    });
  }
};

/** Columns as wide as their widest cell; numbers (`-` names of columns to the right) are flush right. */
export const table = (rows: readonly (readonly string[])[], right: readonly number[] = []): string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (right.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};
