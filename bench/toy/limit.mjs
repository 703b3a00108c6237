// What JavaScript can do when it knows the game beforehand: one array of integers in place, tables made for this toy alone.
import { data } from './objects.mjs';

const VARIABLES = 60;
const TURNS = 40;
const RIVALS = 6;
const SCORE_WIDTH = 14;
const TURN = VARIABLES;
const SEED = VARIABLES + 1;

const at = new Map(data.variables.map(({ name }, i) => [name, i]));
const START = Int32Array.from(data.variables, ({ initial }) => initial);

/** Effects as triples: variable, least change, number of outcomes. */
const packed = ({ effects }) =>
  Int32Array.from(effects.flatMap(({ target, add, spread }) => [at.get(target), add - spread, 2 * spread + 1]));
const choices = data.cards.flatMap((card) => card.choices);
const actions = data.rivals.flatMap((rival) => rival.actions);
const CHOICES = choices.map(packed);
const CHOICE_SITES = Int32Array.from(choices, ({ site }) => site);
const ACTIONS = actions.map(packed);
const ACTION_SITES = Int32Array.from(actions, ({ site }) => site);
const EVENTS = data.events.map(packed);
const EVENT_SITES = Int32Array.from(data.events, ({ site }) => site);
const CHANCE_SITES = Int32Array.from(data.events, ({ chanceSite }) => chanceSite);
const PER_MILLE = Int32Array.from(data.events, ({ perMille }) => perMille);
const NOISE_SITES = Int32Array.from(data.rivals, ({ noiseSite }) => noiseSite);
const NOISE = data.rivals[0].noise + 1;
const POLICY_SITE = data.policySite | 0;

/** The numbers in the three shapes of score: press fdiv(p*X - q*Y, 4) + c, build fdiv(m*(1000 - X), 5) + max(Y - Z, 0) + c, wait min(X, Y) - fdiv(Z, 3) + c. */
const SCORES = Int32Array.from(
  data.rivals.flatMap(({ actions: [press, build, wait] }) => {
    const [, [, [, [, p, x], [, q, y]]], pressBase] = press.score;
    const [, [, [, [, m, [, , reach]]], [, [, debt, from]]], buildBase] = build.score;
    const [, [, [, low, other], [, less]], waitBase] = wait.score;
    return [
      p,
      at.get(x),
      q,
      at.get(y),
      pressBase,
      m,
      at.get(reach),
      at.get(debt),
      at.get(from),
      buildBase,
      at.get(low),
      at.get(other),
      at.get(less),
      waitBase,
    ];
  }),
);

const state = new Int32Array(VARIABLES + 5);
const mixed = new Int32Array(4);
/** Key of the turn; the last two words have taken the first step of `mix` already. */
const key = new Int32Array(4);

const step = (x) => (Math.imul(x, 1664525) + 1013904223) | 0;

function mix(a, b, c, d) {
  a = step(a);
  b = step(b);
  c = step(c);
  d = step(d);
  a = (a + Math.imul(b, d)) | 0;
  b = (b + Math.imul(c, a)) | 0;
  c = (c + Math.imul(a, b)) | 0;
  d = (d + Math.imul(b, c)) | 0;
  a ^= a >>> 16;
  b ^= b >>> 16;
  c ^= c >>> 16;
  d ^= d >>> 16;
  a = (a + Math.imul(b, d)) | 0;
  b = (b + Math.imul(c, a)) | 0;
  c = (c + Math.imul(a, b)) | 0;
  d = (d + Math.imul(b, c)) | 0;
  mixed[0] = a;
  mixed[1] = b;
  mixed[2] = c;
  mixed[3] = d;
}

function openTurn() {
  mix(state[SEED] ^ state[TURN], state[SEED + 1], state[SEED + 2], state[SEED + 3]);
  key[0] = mixed[0];
  key[1] = mixed[1];
  key[2] = step(mixed[2]);
  key[3] = step(mixed[3]);
}

/** Only the words that reach the result are worked out. */
function draw(site, index, n) {
  const c0 = key[2];
  const d0 = key[3];
  let a = step(key[0] ^ site);
  let b = step(key[1] ^ index);
  a = (a + Math.imul(b, d0)) | 0;
  b = (b + Math.imul(c0, a)) | 0;
  const c = (c0 + Math.imul(a, b)) | 0;
  let d = (d0 + Math.imul(b, c)) | 0;
  a ^= a >>> 16;
  b ^= b >>> 16;
  d ^= d >>> 16;
  a = (a + Math.imul(b, d)) | 0;
  return ((((a ^ (a >>> 16)) >>> 0) * n) / 4294967296) >>> 0;
}

/** `draw` written out: two thirds of all draws happen here. */
function apply(effects, site) {
  const c0 = key[2];
  const d0 = key[3];
  const k1 = key[1];
  const a0 = step(key[0] ^ site);
  for (let k = 0, index = 0; k < effects.length; k += 3, index++) {
    let b = step(k1 ^ index);
    let a = (a0 + Math.imul(b, d0)) | 0;
    b = (b + Math.imul(c0, a)) | 0;
    const c = (c0 + Math.imul(a, b)) | 0;
    let d = (d0 + Math.imul(b, c)) | 0;
    a ^= a >>> 16;
    b ^= b >>> 16;
    d ^= d >>> 16;
    a = (a + Math.imul(b, d)) | 0;
    a ^= a >>> 16;
    const i = effects[k];
    const value = state[i] + effects[k + 1] + ((((a >>> 0) * effects[k + 2]) / 4294967296) >>> 0);
    state[i] = value < 0 ? 0 : value > 1000 ? 1000 : value;
  }
}

const press = (q) => ((SCORES[q] * state[SCORES[q + 1]] - SCORES[q + 2] * state[SCORES[q + 3]]) >> 2) + SCORES[q + 4];
const build = (q) => {
  const gap = state[SCORES[q + 7]] - state[SCORES[q + 8]];
  return (((SCORES[q + 5] * (1000 - state[SCORES[q + 6]])) / 5) | 0) + (gap > 0 ? gap : 0) + SCORES[q + 9];
};
const wait = (q) => {
  const x = state[SCORES[q + 10]];
  const y = state[SCORES[q + 11]];
  return (x < y ? x : y) - ((state[SCORES[q + 12]] / 3) | 0) + SCORES[q + 13];
};

const clampAt = (i, value) => {
  state[i] = value < 0 ? 0 : value > 1000 ? 1000 : value;
};

function drift() {
  for (let i = 0; i < 56; i++) {
    const x = state[i];
    clampAt(i, x + ((START[i] - x) >> 4) + ((state[i < 48 ? i + 8 : i - 48] - 500) >> 6));
  }
  for (let i = 56; i < VARIABLES; i++) clampAt(i, state[i] + ((START[i] - state[i]) >> 4));
}

function playTurn(choice) {
  const chosen = (state[TURN] % 12) * 5 + choice;
  apply(CHOICES[chosen], CHOICE_SITES[chosen]);
  for (let rival = 0, q = 0; rival < RIVALS; rival++, q += SCORE_WIDTH) {
    const site = NOISE_SITES[rival];
    let best = press(q) + draw(site, 0, NOISE);
    let action = rival * 3;
    const second = build(q) + draw(site, 1, NOISE);
    if (second > best) {
      best = second;
      action = rival * 3 + 1;
    }
    if (wait(q) + draw(site, 2, NOISE) > best) action = rival * 3 + 2;
    apply(ACTIONS[action], ACTION_SITES[action]);
  }
  for (let event = 0; event < EVENTS.length; event++) {
    if (draw(CHANCE_SITES[event], 0, 1000) < PER_MILLE[event]) apply(EVENTS[event], EVENT_SITES[event]);
  }
  drift();
  state[TURN]++;
}

function begin(seed) {
  state.set(START);
  state[TURN] = 0;
  mix(seed | 0, 0x9e3779b9 | 0, 0x243f6a88, 0xb7e15162 | 0);
  state.set(mixed, SEED);
}

function hash() {
  let h = 0x811c9dc5 | 0;
  for (let i = 0; i <= TURN; i++) h = Math.imul(h ^ state[i], 16777619);
  return h >>> 0;
}

/** A whole game by the random player; the hash at its end. */
export function playLimit(seed) {
  begin(seed);
  for (let turn = 0; turn < TURNS; turn++) {
    openTurn();
    playTurn(draw(POLICY_SITE, 0, 5));
  }
  return hash();
}

// For engines that keep the state themselves: 60 variables, the turn, the four seed words.
export function startFlat(seed) {
  begin(seed);
  return Array.from(state);
}
export function playFlat(flat, choice) {
  state.set(flat);
  openTurn();
  playTurn(choice);
  return Array.from(state);
}
export function hashFlat(flat) {
  state.set(flat);
  return hash();
}
