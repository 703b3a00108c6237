import { useState } from 'preact/hooks';
import { FIELDS, LONGEST, reasonsCsv, TASKS, WANTED, wordsWritten, type Field, type Reasons, type Task } from '../../../telling/reasons.ts';
import { aliasName, drawAlias } from '../../../text/lesson/groups.ts';
import { wt } from '../../../text/lesson/reasons.ts';
import { handOut } from '../../game/hand-out.ts';
import { MOST_WRITTEN, readReasons, withReasons, writeReasons } from '../../lesson/reasons-place.ts';
import { announce } from '../../parts/live.tsx';

/** What the device knows of what is written about. */
export interface About {
  readonly scenario: string;
  /** Decisions to choose from; with one alone it stands fixed. */
  readonly decisions: readonly string[];
  /** Titles of the cards; without them there are numbers. */
  readonly cards: readonly string[];
  /** Paragraphs that may be cited. */
  readonly sources: readonly string[];
}

const NUMBERS = [1, 2, 3, 4];

const labelOf = (task: Task, field: Field): string => wt(task === 'home' && field === 'reason' ? 'write.sentence' : `write.${field}`);

const fresh = (alias: number, task: Task, { scenario, decisions }: About): Reasons => ({
  ...{ alias, task, scenario, card: 0, source: '', fields: {} },
  decision: decisions.length === 1 ? (decisions[0] ?? '') : '',
});

/** One sheet an alias, for the printer; not seen on screen. */
const Sheets = ({ all }: { readonly all: readonly Reasons[] }) => (
  <div class="wr-sheets" aria-hidden="true">
    {[...new Set(all.map(({ alias }) => alias))]
      .sort((a, b) => a - b)
      .map((alias) => (
        <article key={alias}>
          <h1>{wt('write.sheet', { name: aliasName(alias) })}</h1>
          {TASKS.flatMap((task) => all.find((each) => each.alias === alias && each.task === task) ?? []).map((one) => (
            <section key={one.task}>
              <h2>
                {wt(`write.${one.task}`)}
                {one.decision !== '' && `: ${one.decision}`}
              </h2>
              {one.card > 0 && <p>{wt('write.sheet_card', { n: one.card })}</p>}
              {FIELDS[one.task].map((field) => (
                <div key={field}>
                  <h3>{labelOf(one.task, field)}</h3>
                  <p class="wr-said">{one.fields[field]}</p>
                </div>
              ))}
              {one.source !== '' && <p>{one.source}</p>}
            </section>
          ))}
          <table>
            <caption>{wt('rubric.title')}</caption>
            <tbody>
              {(['rubric.1', 'rubric.2', 'rubric.3', 'rubric.4'] as const).map((row) => (
                <tr key={row}>
                  <th scope="row">{wt(row)}</th>
                  <td>0 · 1 · 2 · 3</td>
                </tr>
              ))}
            </tbody>
          </table>
        </article>
      ))}
  </div>
);

/** What is kept here, to take along or to delete. */
const Kept = ({ all, onDelete }: { readonly all: readonly Reasons[]; readonly onDelete: () => void }) => {
  const [asked, setAsked] = useState(false);
  return (
    <section class="wr-kept" aria-labelledby="wr-kept">
      <h2 id="wr-kept">{wt('write.here')}</h2>
      <p>{all.length === 0 ? wt('write.none') : wt('write.count', { count: all.length })}</p>
      <p class="ls-acts">
        <button
          type="button"
          class="btn"
          disabled={all.length === 0}
          onClick={() => handOut('reasons.csv', new Blob([reasonsCsv(all, aliasName)], { type: 'text/csv;charset=utf-8' }))}
        >
          {wt('write.csv')}
        </button>
        <button type="button" class="btn" disabled={all.length === 0} onClick={() => print()}>
          {wt('write.print')}
        </button>
        <button
          type="button"
          class="btn"
          disabled={all.length === 0}
          onClick={() => {
            setAsked(!asked);
            if (asked) onDelete();
          }}
        >
          {wt(asked ? 'write.delete_sure' : 'write.delete')}
        </button>
      </p>
    </section>
  );
};

/** An alias writes for a task; what it writes stays on this device. */
export const WriteForm = ({ about, tasks }: { readonly about: About; readonly tasks: readonly [Task, ...Task[]] }) => {
  const [all, setAll] = useState(readReasons);
  const [alias, setAlias] = useState(() => readReasons().at(-1)?.alias ?? drawAlias([]));
  const [task, setTask] = useState<Task>(tasks[0]);
  const [draft, setDraft] = useState<Reasons | undefined>(undefined);
  const [said, setSaid] = useState('');
  const kept = all.find((each) => each.alias === alias && each.task === task);
  const now = draft ?? kept ?? fresh(alias, task, about);
  const change = (part: Partial<Reasons>): void => setDraft({ ...now, ...part });
  const turn = (next: { readonly alias?: number; readonly task?: Task }): void => {
    setDraft(undefined);
    setSaid('');
    setAlias(next.alias ?? alias);
    setTask(next.task ?? task);
  };
  const tell = (text: string): void => {
    setSaid(text);
    announce(text);
  };
  const save = (): void => {
    if (wordsWritten(now) === 0 && now.card === 0) {
      tell(wt('write.empty'));
      return;
    }
    const next = withReasons(all, now);
    if (next.length > MOST_WRITTEN) {
      tell(wt('write.full', { count: MOST_WRITTEN }));
      return;
    }
    const durable = writeReasons(next);
    setAll(next);
    setDraft(undefined);
    tell(durable ? wt('write.saved', { name: aliasName(alias) }) : wt('write.unkept'));
  };
  const aliases = [...new Set(all.map((each) => each.alias))];
  const cards = about.cards.length === 0 ? NUMBERS.map((n) => wt('write.card_n', { n })) : about.cards;
  return (
    <>
      <form
        class="wr-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p class="wr-who">
          <span>{wt('write.alias', { name: aliasName(alias) })}</span>
          <button type="button" class="btn quiet" onClick={() => turn({ alias: drawAlias([...aliases, alias]) })}>
            {wt('write.other')}
          </button>
          {aliases.some((each) => each !== alias) && (
            <label>
              {wt('write.again')}{' '}
              <select value={alias} onChange={(event) => turn({ alias: Number(event.currentTarget.value) })}>
                {[...new Set([alias, ...aliases])].map((each) => (
                  <option key={each} value={each}>
                    {aliasName(each)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </p>
        {tasks.length > 1 && (
          <fieldset class="wr-tasks">
            <legend>{wt('write.task')}</legend>
            {tasks.map((each) => (
              <label key={each}>
                <input type="radio" name="task" checked={task === each} onClick={() => turn({ task: each })} /> {wt(`write.${each}`)}
              </label>
            ))}
          </fieldset>
        )}
        {task !== 'exit' && about.decisions.length > 1 && (
          <label class="field">
            <span>{wt('write.decision')}</span>
            <select value={now.decision} onChange={(event) => change({ decision: event.currentTarget.value })}>
              <option value="">{wt('write.decision_any')}</option>
              {about.decisions.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        )}
        {(task === 'first' || task === 'second') && (
          <fieldset class="wr-cards">
            <legend>{wt('write.card')}</legend>
            {cards.map((title, i) => (
              <label key={title}>
                <input type="radio" name="card" checked={now.card === i + 1} onClick={() => change({ card: i + 1 })} />{' '}
                {about.cards.length === 0 ? title : `${String(i + 1)}. ${title}`}
              </label>
            ))}
          </fieldset>
        )}
        {FIELDS[task].map((field) => (
          <label key={`${task} ${field}`} class="field">
            <span>{labelOf(task, field)}</span>
            <textarea
              rows={field === 'reason' && task !== 'home' ? 4 : 3}
              maxLength={LONGEST}
              value={now.fields[field] ?? ''}
              onInput={(event) => change({ fields: { ...now.fields, [field]: event.currentTarget.value } })}
            />
          </label>
        ))}
        {task === 'home' && about.sources.length > 0 && (
          <label class="field">
            <span>{wt('write.source')}</span>
            <select value={now.source} onChange={(event) => change({ source: event.currentTarget.value })}>
              <option value="">{wt('write.no_source')}</option>
              {about.sources.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        )}
        <p class="wr-save">
          <button type="submit" class="btn primary">
            {wt('write.save')}
          </button>
          <span>{wt('write.words', { count: wordsWritten(now), of: WANTED[task] })}</span>
          <span role="status">{said}</span>
        </p>
      </form>
      <Kept
        all={all}
        onDelete={() => {
          writeReasons([]);
          setAll([]);
          setDraft(undefined);
          tell(wt('write.deleted'));
        }}
      />
      <Sheets all={all} />
    </>
  );
};
