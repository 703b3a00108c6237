import type { Bundle, Column, PackedPlaces, SourceInfo } from './bundle.ts';

/** A bundle as it was before it was packed, but for its places: `fillPlaces` puts them in. */
export function unpackBundle(packed: Bundle): Bundle & { readonly catalogue: { readonly places: SourceInfo[] } } {
  let before = 0;
  const sum = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sum);
    if (typeof value !== 'object' || value === null) return value;
    const map = value as Readonly<Record<string, unknown>>;
    if (typeof map['at'] === 'number') before += map['at'];
    const at = before;
    return Object.fromEntries(Object.keys(map).map((key) => [key, key === 'at' && typeof map[key] === 'number' ? at : sum(map[key])]));
  };
  return { ...packed, program: sum(packed.program) as Bundle['program'], catalogue: { ...packed.catalogue, places: [] } };
}

/** Puts the places into a list that a bundle holds: whoever has the bundle has them from then on. */
export function fillPlaces(places: SourceInfo[], packed: PackedPlaces): void {
  for (let i = places.length; i < packed.file.index.length; i++) {
    const because = entry(packed.because, i);
    const luck = entry(packed.luck, i);
    places.push({
      file: entry(packed.file, i) ?? '',
      line: entry(packed.line, i) ?? 0,
      kind: entry(packed.kind, i) ?? '',
      owner: entry(packed.owner, i) ?? 'scenario.title',
      ...(because ? { because } : {}),
      claims: entry(packed.claims, i) ?? [],
      design: entry(packed.design, i) ?? false,
      ...(luck ? { luck } : {}),
    });
  }
}

const entry = <T>({ values, index }: Column<T>, i: number): T | undefined => values[index[i] ?? -1];
