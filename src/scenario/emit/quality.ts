import type { Program } from '../../engine/program.ts';
import { didYouMean } from '../problem/name.ts';
import { complain } from '../symbols/compile-context.ts';
import type { CompileContext } from '../symbols/compile-context.ts';

/** What is not wrong but cannot be meant: parts of the scenario that play never comes to. */
export function reportQuality(work: CompileContext, program: Program): void {
  // With parts missing, what they lead to seems out of reach.
  if (work.broken.size > 0) return;
  for (const { item } of work.situations.values()) {
    if (!item.own || work.reached.situations.has(item.id)) continue;
    const { deck } = item.value;
    const message =
      deck === undefined
        ? `Nothing opens the situation \`${item.id}\`.`
        : `Nothing draws from the deck \`${deck}\` of \`${item.id}\`, and nothing opens it.`;
    const hint = deck === undefined ? undefined : didYouMean(deck, work.reached.decks).suggestion;
    complain(work, 'unreachable', message, item.at, hint);
  }
  for (const [index, id] of work.endings.entries()) {
    const item = work.items.endings.get(id);
    if (item?.own !== true || work.reached.endings.has(index) || index === 0) continue;
    complain(work, 'unreachable', `Nothing leads to the ending \`${id}\`.`, item.at, 'a rule in the phase `endings` says `end: ...`');
  }
  for (const item of work.items.procedures.values()) {
    if (item.own && !work.reached.procedures.has(item.id))
      complain(work, 'unreachable', `Nothing runs the procedure \`${item.id}\`.`, item.at);
  }
  for (const item of work.items.flags.values()) {
    const flag = work.variables.get(item.id);
    if (item.own && flag !== undefined && !work.layout.isUsed(flag.slot))
      complain(work, 'unreachable', `Nothing raises or lowers the flag \`${item.id}\`.`, item.at);
  }
  for (const { id, needs } of program.acts) {
    const item = work.acts.get(id)?.item;
    if (item?.own === true && needs.some(({ when }) => when === 0))
      complain(work, 'unreachable', `A need of the act \`${id}\` can never be met.`, item.at);
  }
}
