/** A figure stands as it is; a text is made harmless. */
export type Cell = string | number;

/** Excel takes a file for UTF-8 only where it begins so. */
const MARK = '\ufeff';

/** What a spreadsheet would take for a formula or a command, blanks before it and wide forms included. */
const FORMULA = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

const cellOf = (cell: Cell): string => {
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;']/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * A table as comma-separated values (RFC 4180, UTF-8 with its mark, lines end in CRLF). A text that a spreadsheet would take for a formula (it
 * begins with `=`, `+`, `-`, `@` or a tabulator) gets an apostrophe in front; figures do not.
 */
export const csvOf = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${MARK}${[columns, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
