/** Where a command speaks: words or one JSON value on the standard output, complaints on the other. */
export interface Output {
  readonly json: boolean;
  /** A line for people; nothing when JSON was asked for. */
  readonly say: (line?: string) => void;
  /** The value for scripts; nothing unless JSON was asked for. */
  readonly tell: (value: unknown) => void;
  readonly complain: (line: string) => void;
}

/** Signs that steer a terminal or turn the direction of writing; line ends and tabs are ours. */
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** A text as a terminal may be given it, whoever wrote it: signs that are not seen stand as their numbers. */
export const shown = (text: string): string => text.replace(STEERING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const openOutput = (json: boolean): Output => ({
  json,
  say: (line = '') => {
    if (!json) process.stdout.write(`${shown(line)}\n`);
  },
  tell: (value) => {
    if (json) process.stdout.write(`${shown(JSON.stringify(value, null, 2))}\n`);
  },
  complain: (line) => {
    process.stderr.write(`${shown(line)}\n`);
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
