// The toy on plain nested objects, as a game author would first write it: the state a general engine is usually given.
import { readFileSync } from 'node:fs';
import { drawOf, seedWords, turnWords } from './luck.mjs';

export const data = JSON.parse(readFileSync(new URL('./data.json', import.meta.url), 'utf8'));

const place = (name) => {
  const [actor, key] = name.split('.');
  return { actor, key, ...data.variables.find((variable) => variable.name === name) };
};

const OPERATORS = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  fdiv: (a, b) => Math.floor(a / b),
};

/** An expression of the data as a function of the state. */
function reader(expression) {
  if (typeof expression === 'number') return () => expression;
  if (typeof expression === 'string') {
    const { actor, key } = place(expression);
    return (state) => state[actor][key];
  }
  const [name, left, right] = expression;
  const operator = OPERATORS[name];
  const a = reader(left);
  const b = reader(right);
  return (state) => operator(a(state), b(state));
}

const prepared = (source) => ({
  site: source.site,
  effects: source.effects.map((effect) => ({ ...effect, target: place(effect.target) })),
});
const cards = data.cards.map((card) => card.choices.map(prepared));
const rivals = data.rivals.map(({ noise, noiseSite, actions }) => ({
  noise,
  noiseSite,
  actions: actions.map((action) => ({ ...prepared(action), score: reader(action.score) })),
}));
const events = data.events.map((event) => ({ ...prepared(event), chanceSite: event.chanceSite, perMille: event.perMille }));
const drift = data.drift.map((rule) => ({ target: place(rule.target), add: reader(rule.add) }));

export function startObjects(seed) {
  const state = { turn: 0, seed: seedWords(seed) };
  for (const { name, initial } of data.variables) {
    const { actor, key } = place(name);
    (state[actor] ??= {})[key] = initial;
  }
  return state;
}

/** One turn, in place. */
export function playObjects(state, choice) {
  const words = turnWords(state.seed, state.turn);
  const change = ({ actor, key, min, max }, by) => {
    state[actor][key] = Math.max(min, Math.min(max, state[actor][key] + by));
  };
  const apply = ({ site, effects }) =>
    effects.forEach(({ target, add, spread }, k) => change(target, add + drawOf(words, site, k, 2 * spread + 1) - spread));

  apply(cards[state.turn % cards.length][choice]);
  for (const { noise, noiseSite, actions } of rivals) {
    const scores = actions.map((action, k) => action.score(state) + drawOf(words, noiseSite, k, noise + 1));
    apply(actions[scores.indexOf(Math.max(...scores))]);
  }
  for (const event of events) if (drawOf(words, event.chanceSite, 0, 1000) < event.perMille) apply(event);
  for (const { target, add } of drift) change(target, add(state));
  state.turn++;
  return state;
}

const names = data.variables.map(({ name }) => name.split('.'));

export function hashObjects(state) {
  let hash = 0x811c9dc5 | 0;
  for (const [actor, key] of names) hash = Math.imul(hash ^ state[actor][key], 16777619);
  return Math.imul(hash ^ state.turn, 16777619) >>> 0;
}

/** The random player: an answer for each turn. */
export function answersOf(seed) {
  const words = seedWords(seed);
  return (turn) => drawOf(turnWords(words, turn), data.policySite, 0, data.choicesPerCard);
}
