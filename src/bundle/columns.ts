/** One field of many things: each different value once, and which one each thing has. */
export interface Column<T> {
  readonly values: readonly T[];
  readonly index: readonly number[];
}

/** Many things of one kind, field by field: so they are sent. */
export type Columns<T> = { readonly [K in keyof Required<T>]: Column<T[K]> };

/** The fields named, in that order; a thing without one of them is told apart from one that has it. */
export function columnsOf<T extends object>(things: readonly T[], fields: readonly (keyof T)[]): Columns<T> {
  const column = (field: keyof T): Column<unknown> => {
    const values: unknown[] = [];
    const numbers = new Map<string, number>();
    const index = things.map((thing) => {
      const value = thing[field] ?? null;
      const text = JSON.stringify(value);
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, values.push(value) - 1);
      return values.length - 1;
    });
    return { values, index };
  };
  return Object.fromEntries(fields.map((field) => [field, column(field)])) as Columns<T>;
}

/** The things again, with the fields that they have. */
export function fromColumns<T>(columns: Columns<T>): T[] {
  const fields = Object.entries(columns as Readonly<Record<string, Column<unknown>>>);
  const count = fields[0]?.[1].index.length ?? 0;
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(
      fields.flatMap(([field, { values, index }]) => {
        const value = values[index[i] ?? -1] ?? null;
        return value === null ? [] : [[field, value]];
      }),
    ),
  ) as T[];
}
