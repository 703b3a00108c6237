import { useEffect, useState } from 'preact/hooks';
import { parseRecord } from '../../engine/parse-record.ts';
import { rulesPrefix } from '../../engine/replay.ts';
import type { Locale } from '../../bundle/bundle.ts';
import { editionOf, findRules, loadProse } from '../../session/library.ts';
import type { Saved } from '../../session/saves.ts';
import { madeName } from '../../telling/made-name.ts';
import { locale } from '../../text/text.ts';

/** What a kept game is called while nobody has named it; undefined where its rules or words are not at hand. */
const madeFor = async (saved: Saved, spoken: Locale): Promise<string | undefined> => {
  const parsed = parseRecord(saved.record);
  if (!parsed.ok) return undefined;
  const record = parsed.value;
  const bundle = await findRules(rulesPrefix(record.rules));
  if (bundle === undefined) return undefined;
  const last = record.lines.length - 1;
  const line = Math.min(saved.line ?? last, last);
  return madeName(bundle, await loadProse(editionOf(bundle), spoken), spoken, { record, line, over: saved.over });
};

/** Names made for kept games, by id, as they come; '' where none could be made. Kept games that are not asked for yet cost nothing (`wanted`). */
export const useMadeNames = (games: readonly Saved[], wanted = true): ReadonlyMap<string, string> => {
  const spoken = locale.value;
  const [made, setMade] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let left = false;
    if (!wanted) return;
    for (const saved of games)
      void madeFor(saved, spoken)
        .catch(() => undefined)
        .then((name = '') => !left && setMade((known) => new Map(known).set(saved.id, name)));
    return () => {
      left = true;
    };
  }, [games, wanted, spoken]);
  return made;
};
