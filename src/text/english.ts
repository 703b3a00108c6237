/** Past of verbs that do not follow the rule. */
const IRREGULAR: Readonly<Record<string, string>> = {
  be: 'was',
  bear: 'bore',
  begin: 'began',
  break: 'broke',
  bring: 'brought',
  build: 'built',
  buy: 'bought',
  cast: 'cast',
  choose: 'chose',
  come: 'came',
  cut: 'cut',
  do: 'did',
  draw: 'drew',
  drive: 'drove',
  fall: 'fell',
  feed: 'fed',
  find: 'found',
  fly: 'flew',
  freeze: 'froze',
  get: 'got',
  give: 'gave',
  go: 'went',
  hang: 'hung',
  have: 'had',
  hear: 'heard',
  hit: 'hit',
  hold: 'held',
  keep: 'kept',
  lay: 'laid',
  lead: 'led',
  leave: 'left',
  lend: 'lent',
  let: 'let',
  lose: 'lost',
  make: 'made',
  meet: 'met',
  pay: 'paid',
  put: 'put',
  read: 'read',
  rise: 'rose',
  run: 'ran',
  say: 'said',
  see: 'saw',
  sell: 'sold',
  send: 'sent',
  set: 'set',
  shut: 'shut',
  sit: 'sat',
  speak: 'spoke',
  spend: 'spent',
  spread: 'spread',
  stand: 'stood',
  strike: 'struck',
  take: 'took',
  teach: 'taught',
  tell: 'told',
  think: 'thought',
  throw: 'threw',
  understand: 'understood',
  withdraw: 'withdrew',
  withhold: 'withheld',
  write: 'wrote',
};

/** Regular verbs whose last letter is doubled. */
const DOUBLED = new Set(['ban', 'bar', 'commit', 'defer', 'drop', 'grab', 'plan', 'refer', 'ship', 'slip', 'step', 'stop', 'tap', 'trim']);

const pastOfVerb = (verb: string): string => {
  const known = IRREGULAR[verb];
  if (known !== undefined) return known;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ied`;
  return DOUBLED.has(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`;
};

/** `send a letter` as `sent a letter`; what follows `, and` is a second verb. */
export const pastOf = (deed: string): string =>
  deed.replace(/(^|, and )(\p{Ll}+)/gu, (_, lead: string, verb: string) => `${lead}${pastOfVerb(verb)}`);
