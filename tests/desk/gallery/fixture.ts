import type { ClaimModel } from '../../../src/desk/claim.ts';
import type { LadderModel } from '../../../src/desk/ladder.tsx';
import type { ReadingModel } from '../../../src/desk/readings.tsx';
import type { SealModel } from '../../../src/desk/seals.tsx';
import type { ActsModel } from '../../../src/desk/turn/acts.tsx';
import type { BriefModel, OddsModel, SignalModel } from '../../../src/desk/turn/briefing.tsx';
import type { ChoiceModel } from '../../../src/desk/turn/decision.tsx';
import type { ForecastModel } from '../../../src/desk/turn/option.tsx';
import type { ClockModel } from '../../../src/desk/turn/top-bar.tsx';

const claim = (paragraph: number, epistemic: string): ClaimModel => ({
  id: `od-${String(paragraph)}`,
  article: 'one-depend',
  articleTitle: 'One Depend',
  by: 'An author',
  where: 'A review',
  date: '2022-11-23',
  paragraph,
  epistemic,
  corroboration: 'unchecked',
  text: 'A statement in our own words.',
});

export const clock: ClockModel = { date: '13–19 July 2019', turn: 'Week 7 of 26', stop: 4, at: 6, of: 26, exploration: false };

const seal = (id: string, glyph: string, name: string, place: number, state: SealModel['state'] = 'firm', cracks = 0): SealModel => ({
  id,
  glyph,
  name,
  place,
  state,
  cracks,
});

export const seals: readonly SealModel[] = [
  seal('no_alliances', 'rings', 'No alliances', 0),
  seal('no_siding', 'scales', 'No siding', 1, 'strained', 2),
  seal('no_bases', 'anchor', 'No foreign bases', 2),
];

export const sealsVi: readonly SealModel[] = [
  seal('no_alliances', 'rings', 'Không liên minh', 0),
  seal('no_siding', 'scales', 'Không liên kết chống nước khác', 1, 'strained', 2),
  seal('no_bases', 'anchor', 'Không căn cứ nước ngoài', 2),
  seal('no_force', 'hand', 'Không dùng vũ lực', 3, 'aside'),
  seal('depend', 'stem', 'Điều khoản “tùy theo”', 4),
];

const reading = (id: string, name: string, value: number, past: readonly number[], low: number, high: number): ReadingModel => ({
  id,
  name,
  value,
  past: [...past, value],
  range: { low, high },
});

export const readings: readonly ReadingModel[] = [
  reading('sovereignty', 'Sovereignty', 548, [540, 538, 551, 560, 555], -20, 55),
  reading('security', 'Security', 472, [520, 511, 500, 490, 480], -20, 55),
  reading('prosperity', 'Prosperity', 610, [570, 580, 590, 600, 605], -10, 12),
  reading('regime', 'Regime security', 640, [600, 610, 640, 645, 640], -20, 5),
  reading('autonomy', 'Autonomy', 655, [590, 600, 620, 640, 650], -30, 10),
];

export const ladder: LadderModel = {
  rungs: ['calm', 'shadowing', 'stand-off', 'contact', 'brink', 'fire'],
  at: 2,
  open: true,
  faces: [
    { power: 'hanoi', name: 'Hanoi', value: 1 },
    { power: 'china', name: 'Beijing', value: 1 },
  ],
};

export const brief: BriefModel = {
  situation: 'lights_beside_the_works',
  title: 'Lights beside the works',
  paragraphs: [
    'More lights last night beside the works at Vanguard Bank (Bãi Tư Chính), in waters Hanoi holds to be its exclusive economic zone and continental shelf; Beijing asserts rights there. Crews pass close enough to read hull numbers. Your June message through the party channel was received. It has not been answered. Washington asks whether words would help. The captains want one thing before dark: orders that still make sense if someone misjudges a turn.',
  ],
  claims: [claim(5, 'asserted'), claim(6, 'alleged'), claim(20, 'interpretation')],
  views: [
    { viewpoint: 'party', name: 'Party', about: 'cohesion and line', stance: 'hedge', text: 'A loud friend abroad becomes a question at home. The channel works because it is quiet.' },
    { viewpoint: 'foreign_affairs', name: 'Foreign Affairs', about: 'words and order', stance: 'partner', text: 'Leave both capitals a sentence they can live with.' },
    { viewpoint: 'defence', name: 'Defence', about: 'sea and border', stance: 'resist', text: 'Hold. If we drift back, the next line is nearer home.' },
    { viewpoint: 'trade', name: 'Trade', about: 'goods and lanes', stance: 'defer', text: 'Fruit is on the road. A slow gate is cheap to them.' },
  ],
};

export const signals: readonly SignalModel[] = [
  {
    power: 'china',
    name: 'Beijing',
    acts: [
      { what: 'rotate crews', likelihood: 'likely' },
      { what: 'add escorts', likelihood: 'possible' },
      { what: 'slow a border gate', likelihood: 'remote' },
    ],
  },
  { power: 'us', name: 'Washington', acts: [{ what: 'a statement if asked', likelihood: 'likely' }] },
  { power: 'russia', name: 'Moscow', acts: [{ what: 'silence', likelihood: 'likely' }] },
];

export const odds: readonly OddsModel[] = [
  {
    id: 'purpose',
    name: 'Beijing’s purpose',
    causes: [
      { id: 'probe', name: 'probe', ppm: 380000 },
      { id: 'message', name: 'message', ppm: 270000 },
      { id: 'test', name: 'test', ppm: 210000 },
      { id: 'overreach', name: 'overreach', ppm: 140000 },
    ],
  },
];

export const choice: ChoiceModel = {
  situation: 1,
  id: 'lights',
  title: 'Lights beside the works',
  options: [
    { index: 0, title: 'Hold station, and write again', line: 'Contact only on order.', stance: 'hedge', about: 'Beijing', cost: 1, backers: [{ viewpoint: 'party', name: 'Party' }, { viewpoint: 'defence', name: 'Defence' }], strains: [], claims: [claim(5, 'asserted')], tail: 'contact at sea' },
    { index: 1, title: 'Train crews with Tokyo and New Delhi', line: 'No threat is named; arrives in four weeks.', stance: 'partner', about: 'Tokyo, New Delhi', cost: 2, backers: [{ viewpoint: 'foreign_affairs', name: 'Foreign Affairs' }], strains: [], claims: [], tail: 'Beijing says it is displeased' },
    { index: 2, title: 'Invite Washington to speak, and to call', line: 'The principle against siding is strained.', stance: 'align', about: 'Washington', cost: 3, not: 'Costs 3; you have 2.', backers: [], strains: seals.slice(1, 2), claims: [], tail: 'a border gate slows' },
    { index: 3, title: 'Pause the works “for weather”', line: 'Less of Beijing’s face is at stake; Defence will remember.', stance: 'defer', about: '', cost: 0, backers: [{ viewpoint: 'trade', name: 'Trade' }], strains: [], claims: [], tail: 'others are told to expect the same' },
  ],
};

const range = (reading: string, name: string, low: number, high: number) => ({ reading, name, low, mid: Math.round((low + high) / 2), high });

export const forecast: ForecastModel = {
  ranges: [
    range('sovereignty', 'Sovereignty', -10, 30),
    range('security', 'Security', -30, 30),
    range('prosperity', 'Prosperity', -3, 2),
    range('regime', 'Regime security', 0, 22),
    range('autonomy', 'Autonomy', -70, -25),
  ],
  tail: 125000,
};

export const acts: ActsModel = {
  free: true,
  slots: { free: 1, of: 2 },
  acts: [
    { act: 0, title: 'Buy imagery', line: 'One observation of purpose.', cost: 0 },
    { act: 1, title: 'Carry correspondents', line: 'Sovereignty up; both faces rise.', cost: 1 },
    { act: 2, title: 'Sound out ASEAN', line: 'A quiet round of calls.', cost: 1, not: 'only between meetings' },
    { act: 3, title: 'Train crews', line: 'Own hulls stay longer.', cost: 2, weeks: 4 },
  ],
  running: [{ id: 'crew', title: 'Train crews with Tokyo', done: 2, of: 4 }],
};
