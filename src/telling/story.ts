import type { View } from '../engine/view.ts';
import { PASS } from '../engine/order.ts';
import { rulesPrefix } from '../engine/replay.ts';
import { isOver, rowsByTurn, upTo, viewAt, viewNow, viewsOf, type Chronicle } from '../session/chronicle.ts';
import { t } from '../text/text.ts';
import { tt } from '../text/theatre.ts';
import { briefOf } from './brief.ts';
import { chargesOf, readingTurn } from './charges.ts';
import type { ClaimModel } from './claims.ts';
import { statusWord } from './claim-words.ts';
import { datesAt, mainLength, turnName } from './clock.ts';
import { chosenOf, finishedOf, orderedOf, reactionsOf, voidsOf } from './consequences.ts';
import { ledgerOf } from './ledger.ts';
import { predictionModels } from './predictions.ts';
import { readingsOf } from './readings.ts';
import { stopsOf, verdictOf } from './review.ts';
import { capitalName, type Teller } from './teller.ts';
import { bandWord, percentOf, signed, signedIn } from './wording.ts';

/** A teller for any view of one game. */
export type TellerAt = (view: View) => Teller;

/** One piece of a game told as prose. */
export type Piece =
  | { readonly kind: 'title' | 'heading' | 'small' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const STATES = { met: 'review.met', partly: 'review.partly', missed: 'review.missed' } as const;

const text = (words: string): readonly Piece[] => (words === '' ? [] : [{ kind: 'text', text: words }]);
const list = (items: readonly string[]): readonly Piece[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

/** `[Tran 2022 ¶11, alleged]`: every paragraph once, with the standing of what is taken from it. */
const cited = (claims: readonly ClaimModel[]): string => {
  const told = new Map<string, Set<string>>();
  for (const { cited: article, paragraph, epistemic } of claims) {
    const name = `${article} ¶${String(paragraph)}`;
    const standing = told.get(name) ?? new Set<string>();
    told.set(name, standing.add(statusWord(epistemic)));
  }
  return told.size === 0 ? '' : ` [${[...told].map(([name, standing]) => [name, ...standing].join(', ')).join('; ')}]`;
};

/** Changes told of a turn on which something was decided, and of a quiet one. */
const CHANGES = { stop: 5, quiet: 1 } as const;

const amountOf = ({ by, scale, stages }: { readonly by: number; readonly scale: number; readonly stages?: readonly [string, string] }) =>
  stages === undefined ? signedIn(by, scale) : stages[1];

/** What moved on a turn, with its largest cause, that cause’s ground and the odds it had. */
const changesOf = (teller: Teller, chronicle: Chronicle, turn: number, most: number): readonly string[] =>
  ledgerOf(teller, rowsByTurn(chronicle), turn + 1, viewsOf(chronicle).slice(0, turn + 2))
    .slice(0, most)
    .map((row) => {
      const nodes = row.causes[0]?.nodes ?? [];
      const chance = nodes.find((node) => node.kind === 'chance');
      const ground = cited(nodes.flatMap((node) => (node.kind === 'source' ? node.claims : [])));
      const invented = nodes.some(({ kind }) => kind === 'design') ? ` [${t('why.design')}]` : '';
      const luck = chance === undefined ? '' : ` (${tt('story.odds', { p: percentOf(chance.odds) })})`;
      return `${row.name} ${amountOf(row)}: ${row.lead}${luck}${ground}${invented}`;
    });

const movesOn = (teller: Teller, chronicle: Chronicle, turn: number): readonly string[] =>
  reactionsOf(teller, rowsByTurn(chronicle)[turn + 1] ?? [])
    .filter(({ did, silent }) => did !== '' && !silent)
    .map(({ name, did, because, reason, answers, atOnce }) =>
      [
        `${name} ${did}${because === '' ? '' : `, ${because}`}${answers === '' || atOnce ? '' : `; ${answers}`}`,
        ...(reason === '' ? [] : [tt('story.reason', { reason })]),
      ].join('. '),
    );

const stopPieces = (tellerAt: TellerAt, chronicle: Chronicle, turn: number): readonly Piece[] => {
  const order = chronicle.orders[turn] ?? PASS;
  const then = tellerAt(viewAt(chronicle, turn));
  const after = tellerAt(viewAt(chronicle, turn + 1));
  const rows = rowsByTurn(chronicle)[turn + 1] ?? [];
  const facts = stopsOf(after, upTo(chronicle, turn + 1)).filter((each) => each.turn === turn);
  const chosen = chosenOf(after, order, rows);
  const briefed = order.answers.flatMap(({ situation }, i): readonly Piece[] => {
    const brief = briefOf(then, situation);
    const answer = chosen[i];
    if (brief === undefined || answer === undefined) return [];
    const fact = facts[i];
    const capital = capitalName(then, then.bundle.catalogue.chart.home);
    const last = brief.paragraphs.length - 1;
    return [
      ...(i > 0 ? [{ kind: 'small', text: brief.title } as const] : []),
      ...brief.paragraphs.flatMap((paragraph, nth) => text(paragraph + (nth === last ? cited(brief.claims) : ''))),
      ...list(
        brief.views.map(({ name, text: said, option }) =>
          option === undefined ? tt('story.view', { name, said }) : tt('story.view_for', { name, said, option: t('view.for', { option }) }),
        ),
      ),
      ...text(tt('story.chose', { capital, option: answer.title, stance: answer.stance.word })),
      ...answer.outcome.flatMap(text),
      ...(fact?.actual === undefined ? [] : text(tt('story.in_fact', { capital, option: fact.actual }) + cited(fact.claims))),
    ];
  });
  const said = predictionModels(then, chronicle).filter((each) => each.turn === turn);
  const moves = movesOn(after, chronicle, turn);
  const changes = changesOf(after, chronicle, turn, CHANGES.stop);
  return [
    ...briefed,
    ...said.flatMap(({ question, said: p, odds, came }) =>
      text(
        tt('story.said', {
          question,
          p,
          odds: percentOf(odds),
          came: t(came === undefined ? 'review.open_end' : came ? 'review.came' : 'review.came_not'),
        }),
      ),
    ),
    ...orderedOf(after, rows).flatMap(({ title, line }) => text(tt('story.ordered', { title, line }))),
    ...voidsOf(after, rows).flatMap(({ order: title, why }) => text(t('after.void', { order: title, why }))),
    ...finishedOf(after, rows).flatMap(text),
    ...(moves.length === 0 ? [] : [{ kind: 'small', text: t('after.reactions') } as const, ...list(moves)]),
    ...(changes.length === 0 ? [] : [{ kind: 'small', text: t('after.ledger') } as const, ...list(changes)]),
  ];
};

/** One line for a turn that asked for nothing. */
const quietLine = (tellerAt: TellerAt, chronicle: Chronicle, turn: number): string => {
  const teller = tellerAt(viewAt(chronicle, turn + 1));
  const said = [...movesOn(teller, chronicle, turn), ...changesOf(teller, chronicle, turn, CHANGES.quiet)];
  return `${turnName(teller, turn)}, ${datesAt(teller, turn)}: ${said.length === 0 ? t('passing.quiet') : said.join('. ')}`;
};

const lensWords = (teller: Teller, { setup }: Chronicle): readonly string[] =>
  teller.bundle.program.setup.flatMap(({ id, kind, options, preset }, i) => {
    if (kind !== 'one') return [];
    const chosen = options[setup[i]?.[0] ?? preset] ?? '';
    return [`${teller.say(`setup.${id}.title`)}: ${teller.say(`setup.${id}.${chosen}.title`)}`];
  });

/** A game from its first turn to its last, as prose with its citations and what weight each bears. */
export const storyOf = (tellerAt: TellerAt, chronicle: Chronicle): readonly Piece[] => {
  const start = tellerAt(viewAt(chronicle, 0));
  const end = tellerAt(viewNow(chronicle));
  const { program, rulesHash, catalogue } = chronicle.bundle;
  const pieces: Piece[] = [
    { kind: 'title', text: start.say('scenario.title') },
    ...text(start.say('scenario.premise')),
    ...list([
      t('review.meta', { title: start.say('scenario.title'), turns: mainLength(program), seed: chronicle.seed }),
      ...lensWords(start, chronicle),
      tt('story.rules', { rules: rulesPrefix(rulesHash) }),
      ...(chronicle.explorationFrom === undefined ? [] : [tt('story.branch', { when: turnName(start, chronicle.explorationFrom) })]),
    ]),
    ...text(tt('story.no_evidence')),
  ];
  let quiet: string[] = [];
  const closeQuiet = (): void => {
    pieces.push(...list(quiet));
    quiet = [];
  };
  chronicle.orders.forEach((order, turn) => {
    if ((order?.answers.length ?? 0) === 0) {
      quiet.push(quietLine(tellerAt, chronicle, turn));
      return;
    }
    closeQuiet();
    const [first] = order?.answers ?? [];
    const title = first === undefined ? '' : start.say(`situation.${program.situations[first.situation]?.id ?? ''}.title`);
    pieces.push(
      { kind: 'heading', text: `${turnName(start, turn)}, ${datesAt(start, turn)}: ${title}` },
      ...stopPieces(tellerAt, chronicle, turn),
    );
  });
  closeQuiet();
  const verdict = verdictOf(end);
  if (isOver(chronicle) && verdict !== undefined) {
    const read = readingTurn(chronicle);
    const then = chronicle.moments.length > read ? tellerAt(viewAt(chronicle, read)) : undefined;
    pieces.push(
      { kind: 'heading', text: tt('story.end', { title: verdict.title }) },
      ...verdict.paragraphs.flatMap(text),
      { kind: 'small', text: t('review.charges') },
      ...list(
        chargesOf(end, chronicle, then).map(({ title, told, state }) =>
          [`${title}: ${t(STATES[state])}`, ...(told === '' ? [] : [told])].join('. '),
        ),
      ),
    );
  }
  pieces.push(
    { kind: 'small', text: tt('story.readings') },
    ...list(
      readingsOf(end, [], undefined, viewAt(chronicle, 0)).map(
        ({ name, value, was = value }) =>
          `${name}: ${bandWord(was)} (${String(was)}) ${t('review.to')} ${bandWord(value)} (${String(value)}), ${signed(value - was)}`,
      ),
    ),
    { kind: 'heading', text: tt('story.sources') },
    ...list(
      catalogue.articles.map(({ id, date }) =>
        [start.say(`article.${id}.by`), `“${start.say(`article.${id}.title`)}”`, start.say(`article.${id}.where`), date.slice(0, 10)]
          .filter(Boolean)
          .join(', '),
      ),
    ),
    ...text(tt('story.how_to_read')),
  );
  return pieces;
};

/** As plain text, a blank line between pieces. */
export const asText = (pieces: readonly Piece[]): string =>
  `${pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'title':
          return `${piece.text}\n${'='.repeat(piece.text.length)}`;
        case 'heading':
          return `${piece.text}\n${'-'.repeat(piece.text.length)}`;
        case 'list':
          return piece.items.map((item) => `* ${item}`).join('\n');
        case 'small':
        case 'text':
          return piece.text;
      }
    })
    .join('\n\n')}\n`;

/** What Markdown or the HTML in it would read as more than letters. */
const plainly = (words: string): string => words.replace(/[\\`*_{}[\]<>#|~]/gu, '\\$&').replace(/^(\d+)([.)])/u, '$1\\$2');

/** As Markdown: nothing in a game's words is markup there. */
export const asMarkdown = (pieces: readonly Piece[]): string =>
  `${pieces
    .map((piece) => {
      switch (piece.kind) {
        case 'title':
          return `# ${plainly(piece.text)}`;
        case 'heading':
          return `## ${plainly(piece.text)}`;
        case 'small':
          return `### ${plainly(piece.text)}`;
        case 'text':
          return plainly(piece.text);
        case 'list':
          return piece.items.map((item) => `- ${plainly(item)}`).join('\n');
      }
    })
    .join('\n\n')}\n`;
