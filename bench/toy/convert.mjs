// Writes toy.yaml, the toy as one of our scenario files, from data.json: node bench/toy/convert.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';

const data = JSON.parse(readFileSync(new URL('./data.json', import.meta.url), 'utf8'));

const NOTATION = { add: '+', sub: '-', mul: '*' };
const CALLS = { min: 'min', max: 'max', fdiv: 'div' };

function written(expression) {
  if (!Array.isArray(expression)) return String(expression);
  const [operator, left, right] = expression;
  if (CALLS[operator]) return `${CALLS[operator]}(${written(left)}, ${written(right)})`;
  const side = (part) => (Array.isArray(part) && NOTATION[part[0]] ? `(${written(part)})` : written(part));
  return `${side(left)} ${NOTATION[operator]} ${side(right)}`;
}

const luckOf = (siteKey) => siteKey.split('/')[1];
const effects = ({ effects: list }, siteKey) =>
  list.map(({ target, add, spread }, subject) => ({
    add: target,
    by: add,
    spread,
    luck: luckOf(siteKey),
    ...(subject > 0 && { subject }),
  }));
const rule = (id, title, phase, order, does) => ({ id, title, phase, order, design: true, does });

const scenario = {
  scenario: {
    id: 'toy',
    title: 'The toy',
    premise: 'A yardstick: numbers without a meaning.',
    role: 'Nobody.',
    minutes: 1,
    start: '2000-01-01',
    calendar: [{ id: 'game', unit: 'week', turns: data.turns }],
    seats: ['player'],
    readings: ['crown.legitimacy'],
  },
  variables: Object.fromEntries(data.variables.map(({ name, initial, min, max }) => [name, { range: [min, max], start: initial }])),
  powers: { player: { name: 'Player', capital: 'Nowhere', about: 'Whoever answers.' } },
  situations: data.cards.map((card) => ({
    id: card.id,
    repeat: 1,
    title: card.id,
    brief: 'Five numbers to choose from.',
    design: true,
    options: card.choices.map((choice) => ({
      id: luckOf(choice.siteKey),
      stance: 'hedge',
      title: choice.id,
      line: 'Six changes.',
      outcome: 'Done.',
      design: true,
      does: effects(choice, choice.siteKey),
    })),
  })),
  rules: [
    ...data.cards.map((card, i) => ({
      ...rule(`deal_${card.id}`, 'The next card', 'calendar', i + 1, [{ open: card.id }]),
      when: `mod(turn, ${data.cards.length}) == ${i}`,
    })),
    ...data.rivals.map((rival, i) =>
      rule(rival.id, 'A rival moves', 'reactions', i + 1, [
        {
          best: rival.actions.map((action) => ({
            weight: written(action.score),
            noise: rival.noise,
            does: effects(action, action.siteKey),
          })),
          luck: luckOf(rival.noiseKey),
        },
      ]),
    ),
    ...data.events.map((event, i) =>
      rule(event.id, 'Something happens', 'drift', i + 1, [
        { chance: event.perMille * 1000, luck: luckOf(event.chanceKey), then: effects(event, event.siteKey) },
      ]),
    ),
    rule(
      'drift',
      'Things settle',
      'drift',
      data.events.length + 1,
      data.drift.map(({ target, add }) => ({ add: target, by: written(add) })),
    ),
  ],
  endings: { over: { title: 'Over', texts: [{ text: 'Forty turns have passed.' }] } },
};

const HEAD = '# Generated from data.json by convert.mjs: the yardstick game in the notation of docs/scenario-format.md.\n';
writeFileSync(new URL('./toy.yaml', import.meta.url), HEAD + stringify(scenario, { lineWidth: 140 }));
