import type { Composition } from '../schema/compose.ts';

/** One authored text: its key in `Prose`, and where it stands. */
export interface Words {
  readonly key: string;
  readonly text: string;
  readonly home: object;
  readonly field: string | number;
  /** Came with the scenario's own files. */
  readonly own: boolean;
  /** What the text belongs to, `kind.id`: texts of items that cannot be reached are left out. */
  readonly of: string;
  /** Spoken by the narrator, whose words are neutral. */
  readonly narrated: boolean;
}

/** Every text of a scenario in the order of the file, reached or not: translations are checked against all of them. */
export function wordsOf({ scenario, items }: Composition): readonly Words[] {
  const all: Words[] = [];
  const adder =
    (of: string, own: boolean) =>
    (key: string, home: object, field: string | number, narrated = false, otherwise?: string) => {
      const text = (home as Readonly<Record<string | number, unknown>>)[field] ?? otherwise;
      if (typeof text === 'string') all.push({ key, text: text.trim(), home, field, own, of, narrated });
    };
  const head = adder('scenario', true);
  for (const field of ['title', 'premise', 'lead', 'role', 'place_note'] as const) head(`scenario.${field}`, scenario, field, true);
  for (const chapter of scenario.chapters ?? []) {
    head(`chapter.${chapter.id}.title`, chapter, 'title', true);
    head(`chapter.${chapter.id}.text`, chapter, 'text', true);
  }
  for (const [id, choice] of Object.entries(scenario.setup ?? {})) {
    head(`setup.${id}.title`, choice, 'title');
    head(`setup.${id}.line`, choice, 'line');
    for (const [option, value] of Object.entries(choice.options ?? {})) {
      head(`setup.${id}.${option}.title`, value, 'title');
      head(`setup.${id}.${option}.line`, value, 'line');
    }
  }
  for (const { id, own, value } of items.powers.values()) {
    const add = adder(`power.${id}`, own);
    for (const field of ['name', 'capital', 'about'] as const) add(`power.${id}.${field}`, value, field, field === 'about');
    for (const n of (value.goals ?? []).keys()) add(`power.${id}.goal.${n}`, value.goals ?? [], n);
    for (const [n, line] of (value.lines ?? []).entries()) add(`power.${id}.line.${n}`, line, 'text');
    for (const [n, want] of (value.wants ?? []).entries()) add(`power.${id}.want.${n}`, want, 'text');
  }
  for (const { id, own, value } of items.viewpoints.values()) {
    const add = adder(`viewpoint.${id}`, own);
    add(`viewpoint.${id}.name`, value, 'name');
    add(`viewpoint.${id}.about`, value, 'about');
  }
  for (const { id, own, value } of items.variables.values()) {
    const add = adder(`variable.${id}`, own);
    add(`variable.${id}.name`, value, 'title');
    if (scenario.readings.includes(id)) {
      add(`reading.${id}.name`, value, 'title');
      add(`reading.${id}.about`, value, 'about');
    } else {
      add(`variable.${id}.about`, value, 'about');
    }
    for (const stage of Object.keys(value.words ?? {})) add(`stage.${id}.${stage}`, value.words ?? value, stage);
  }
  for (const { id, own, value } of items.flags.values()) {
    const add = adder(`flag.${id}`, own);
    add(`variable.${id}.name`, value, 'title');
    add(`variable.${id}.about`, value, 'about');
  }
  for (const { id, own, value } of items.hidden.values()) {
    const add = adder(`hidden.${id}`, own);
    add(`cause.${id}.name`, value, 'title');
    for (const [cause, { title, meant }] of Object.entries(value.causes)) {
      if (title !== '') add(`cause.${id}.${cause}`, value.causes[cause] ?? value, 'title');
      if (meant !== undefined) add(`cause.${id}.${cause}.meant`, value.causes[cause] ?? value, 'meant');
    }
  }
  for (const { id, own, value } of items.tables.values()) {
    const add = adder(`table.${id}`, own);
    for (const [sign, row] of Object.entries(value.signs)) {
      if (row === 'rest')
        all.push({
          key: `sign.${id}.${sign}`,
          text: spoken(sign),
          home: value.signs,
          field: sign,
          own,
          of: `table.${id}`,
          narrated: false,
        });
      else add(`sign.${id}.${sign}`, row, 'title', false, spoken(sign));
    }
  }
  for (const { id, own, value, home, key } of items.reasons.values()) {
    if (value !== '') adder(`reason.${id}`, own)(`because.${id}`, home, key, true);
  }
  for (const { id, own, value } of items.rules.values()) adder(`rule.${id}`, own)(`rule.${id}.title`, value, 'title', true);
  for (const { id, own, value } of items.acts.values()) {
    const add = adder(`act.${id}`, own);
    add(`act.${id}.title`, value, 'title', true);
    add(`act.${id}.line`, value, 'line', true);
    add(`act.${id}.reason`, value, 'reason');
    if (value.done !== undefined) add(`act.${id}.done`, value.done, 'text', true);
    for (const [n, need] of (value.needs ?? []).entries()) add(`act.${id}.not.${n}`, need, 'text', true);
  }
  for (const { id, own, value } of items.situations.values()) {
    const add = adder(`situation.${id}`, own);
    for (const field of ['title', 'brief', 'hook'] as const) add(`situation.${id}.${field}`, value, field, true);
    if (value.tap !== undefined) add(`situation.${id}.tap`, value.tap, 'text', true);
    for (const [viewpoint, view] of Object.entries(value.views ?? {})) add(`situation.${id}.view.${viewpoint}`, view, 'text');
    for (const option of value.options) {
      const stem = `situation.${id}.option.${option.id}`;
      for (const field of ['title', 'line', 'outcome'] as const) add(`${stem}.${field}`, option, field, true);
      if (option.tail !== undefined) add(`${stem}.tail`, option.tail, 'text', true);
      for (const [n, need] of (option.needs ?? []).entries()) add(`${stem}.not.${n}`, need, 'text', true);
    }
  }
  for (const { id, own, value } of items.charges.values()) {
    const add = adder(`charge.${id}`, own);
    add(`charge.${id}.title`, value, 'title', true);
    add(`charge.${id}.line`, value, 'line', true);
    add(`charge.${id}.told`, value, 'told', true);
  }
  for (const { id, own, value } of items.endings.values()) {
    const add = adder(`ending.${id}`, own);
    add(`ending.${id}.title`, value, 'title', true);
    for (const [n, paragraph] of value.texts.entries()) add(`ending.${id}.text.${n}`, paragraph, 'text', true);
  }
  for (const { id, own, value } of items.warnings.values()) adder(`warning.${id}`, own)(`warning.${id}.text`, value, 'text', true);
  for (const { id, own, value } of items.principles.values()) {
    const add = adder(`principle.${id}`, own);
    add(`principle.${id}.title`, value, 'title');
    add(`principle.${id}.about`, value, 'about');
  }
  for (const { id, own, value } of items.names.values()) {
    const add = adder(`name.${id}`, own);
    if (value.local === undefined) add(`name.${id}`, value, 'name');
    else
      all.push({
        key: `name.${id}`,
        text: `${value.name} (${value.local})`,
        home: value,
        field: 'name',
        own,
        of: `name.${id}`,
        narrated: false,
      });
    add(`name.${id}.short`, value, 'short', false, value.name);
    add(`name.${id}.note`, value, 'note');
  }
  const chart = scenario.chart === undefined ? [...items.charts.values()][0] : items.charts.get(scenario.chart);
  if (chart?.value.water !== undefined) {
    const add = adder(`chart.${chart.id}`, chart.own);
    add('chart.water', chart.value.water, 'name');
    add('chart.water.local', chart.value.water, 'local');
  }
  for (const { id, own, value } of items.stances.values()) adder(`stance.${id}`, own)(`stance.${id}.name`, value, 'title');
  for (const { id, own, value } of items.answering.values()) adder(`answer.${id}`, own)(`answer.${id}.name`, value, 'title');
  for (const { id, own, value } of items.groups.values()) adder(`group.${id}`, own)(`group.${id}.name`, value, 'name');
  for (const { id, own, value } of items.articles.values()) {
    const add = adder(`article.${id}`, own);
    for (const field of ['title', 'by', 'where'] as const) add(`article.${id}.${field}`, value, field);
  }
  for (const { id, own, value } of items.claims.values()) adder(`claim.${id}`, own)(`claim.${id}`, value, 'text');
  for (const { id, own, value } of items.voices.values()) adder(`voice.${id}`, own)(`voice.${id}`, value, 'text');
  for (const { id, own, value } of items.questions.values()) adder(`question.${id}`, own)(`question.${id}`, value, 'text');
  for (const { id, own, value } of items.peers.values()) {
    adder(`peer.${id}`, own)(`peer.${id}.title`, value, 'title', true);
    for (const row of value.rows) adder(`peer.${id}`, own)(`peer.${id}.${row.id}`, row, 'title', true);
  }
  for (const { id, own, value } of items.cases.values()) adder(`case.${id}`, own)(`case.${id}.title`, value, 'title', true);
  for (const { id, own, value } of items.news.values()) adder(`news.${id}`, own)(`news.${id}`, value, 'text');
  return all;
}

/** `stand_off` as a reader would write it, for signs that have no title. */
const spoken = (id: string): string => {
  const words = id.replaceAll('_', ' ');
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
};
