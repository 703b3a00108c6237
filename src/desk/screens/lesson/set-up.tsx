import { useEffect, useState } from 'preact/hooks';
import type { Bundle, CutInfo } from '../../../bundle/bundle.ts';
import { sayAtStart } from '../../../bundle/spell.ts';
import { makeClassCode, newLuck } from '../../../session/lesson/class-code.ts';
import { FORMS } from '../../../session/lesson/clock.ts';
import { editionOf, loadBundle, loadProse, scenarios } from '../../../session/library.ts';
import { WAYS } from '../../../session/lesson/lesson.ts';
import { titleOf } from '../../../telling/wording.ts';
import { gt } from '../../../text/lesson/groups.ts';
import { locale, t } from '../../../text/text.ts';
import { useDesk } from '../../desk-context.ts';
import { packaged } from '../../packaged.ts';
import type { Route } from '../../route.ts';
import { writeClass } from '../../lesson/class-place.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { ct } from '../../../text/lesson/chairs.ts';
import { lt } from '../../../text/lesson/words.ts';
import { ChairsSetUp, cutsOfChairs, FIRST_CHOICE } from './chairs/set-up.tsx';
import { useLesson } from './context.ts';
import { Forget } from './forget.tsx';

const lengthOf = ({ minutes, stops }: CutInfo): string => {
  const sittings = Math.max(1, ...stops.map(({ sitting }) => sitting));
  return sittings === 1 ? lt('lesson.length_single', { minutes }) : lt('lesson.length_many', { sittings, minutes });
};

const Choice = ({
  name,
  checked,
  title,
  line,
  onChoose,
}: {
  readonly name: string;
  readonly checked: boolean;
  readonly title: string;
  readonly line: string;
  readonly onChoose: () => void;
}) => (
  <label>
    <input type="radio" name={name} checked={checked} onClick={onChoose} />
    <span>
      <b>{title}</b>
      <small>{line}</small>
    </span>
  </label>
);

/** One question of the set-up in words, with what may be answered. */
interface One {
  readonly id: string;
  readonly title: string;
  readonly options: readonly { readonly title: string; readonly line: string }[];
}

type Say = (key: string) => string;

/** What of the set-up a teacher may choose, in the language on screen. */
const onesOf = ({ program }: Bundle, say: Say): readonly One[] =>
  program.setup
    .filter(({ kind }) => kind === 'one')
    .map(({ id, options }) => ({
      id,
      title: say(`setup.${id}.title`) || t('setup.lens'),
      options: options.map((option) => ({ title: say(`setup.${id}.${option}.title`), line: say(`setup.${id}.${option}.line`) })),
    }));

/** How a class may play. */
const PLAYS = [...FORMS, 'groups'] as const;

/** Whether a class code is to be made, though a lesson may be going on. */
export const asksForGroups = (route: Route): boolean => route.at === 'lesson' && route.of === 'groups';

/** A link to a page beside the lesson. */
const Aside = ({ route, children }: { readonly route: Route; readonly children: string }) => {
  const { address } = useDesk();
  return (
    <a
      class="btn"
      href={address.href(route)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        address.goTo(route);
      }}
    >
      {children}
    </a>
  );
};

const SHEETS = ['lesson', 'course', 'roles', 'ballots', 'marking', 'finder'] as const;

/** What may be printed. It stands beside the page; a page that is one file has nothing beside it. */
const Sheets = () => (
  <details class="cl-more">
    <summary>{gt('sheets.title')}</summary>
    <ul class="ls-sheets">
      {SHEETS.map((each) => (
        <li key={each}>
          <a href={`teach/${each}.${locale.value}.html`} target="_blank" rel="noreferrer">
            {gt(`sheets.${each}`)}
          </a>
        </li>
      ))}
    </ul>
  </details>
);

/** Scenario, length, who decides: then the lesson begins. `onFail`: something of it could not be fetched. */
export const SetUp = ({ onFail }: { readonly onFail: () => void }) => {
  const store = useLesson();
  const { address } = useDesk();
  const entries = scenarios().filter(({ example }) => example !== true);
  const [scenario, setScenario] = useState(entries[0]?.id ?? '');
  const route = address.route.value;
  const [form, setForm] = useState<(typeof PLAYS)[number]>(asksForGroups(route) ? 'groups' : 'corners');
  const [bundle, setBundle] = useState<Bundle | undefined>(undefined);
  const [chosenCut, setCut] = useState('');
  const [way, setWay] = useState<(typeof WAYS)[number]>(WAYS[0]);
  const [chairs, setChairs] = useState(FIRST_CHOICE);
  const [say, setSay] = useState<Say | undefined>(undefined);
  const [writing, setWriting] = useState(false);
  const [ones, setOnes] = useState<readonly number[]>([]);
  const [busy, setBusy] = useState(false);
  const all = bundle?.program.id === scenario ? (bundle.catalogue.cuts ?? []) : [];
  const cuts = form === 'chairs' ? cutsOfChairs(all) : all;
  const cut = (cuts.find(({ id }) => id === chosenCut) ?? cuts[0])?.id ?? '';
  const language = locale.value;
  useHeadingFocus('lesson-heading', 'set-up');
  useEffect(() => {
    loadBundle(scenario).then((found) => {
      setBundle(found);
      setOnes(found.program.setup.flatMap(({ kind, preset }) => (kind === 'one' ? [preset] : [])));
    }, onFail);
    setChairs(FIRST_CHOICE);
  }, [scenario]);
  useEffect(() => {
    if (bundle?.program.id !== scenario) return;
    loadProse(editionOf(bundle), language).then((prose) => {
      const told = sayAtStart(bundle, prose);
      setSay(() => (key: string) => told(key) ?? '');
    }, onFail);
  }, [bundle, language]);
  const questions = bundle === undefined || say === undefined ? [] : onesOf(bundle, say);
  const begin = (): void => {
    if (cut === '' || busy || bundle?.program.id !== scenario) return;
    const code = makeClassCode(bundle, { cut, way, writing: writing && form !== 'chairs', ones }, newLuck());
    if (form === 'groups') {
      writeClass({ code, results: [] });
      address.goTo({ at: 'groups' });
      return;
    }
    setBusy(true);
    const { people, capitals, aims } = chairs;
    const by = form === 'chairs' ? { way, company: { people, capitals } } : { way };
    void store.begin(scenario, code, by, aims).then(() => address.replace({ at: 'lesson' }), onFail);
  };
  return (
    <div class="plain-page">
      <PageHeader />
      <main class="setup" id="main">
        <section class="who">
          <h1 id="lesson-heading" tabIndex={-1}>
            {lt('lesson.title')}
          </h1>
          <p class="brief">{form === 'chairs' ? ct('form.lead') : lt('lesson.lead')}</p>
          <p>
            <Aside route={{ at: 'class' }}>{gt('more.enter')}</Aside>
            <Aside route={{ at: 'groups' }}>{gt('more.groups')}</Aside>
            <Aside route={{ at: 'alliances' }}>{lt('lab.open')}</Aside>
          </p>
          {packaged !== 'file' && <Sheets />}
          <Forget />
        </section>
        <form
          class="take"
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          {store.place.value !== undefined && (
            <div class="begin">
              <p>{gt('join.running')}</p>
              <button type="button" class="btn" onClick={() => address.goTo({ at: 'lesson' })}>
                {gt('join.resume')}
              </button>
            </div>
          )}
          <div class="begin">
            <button type="submit" class="btn primary" aria-disabled={cut === '' || busy}>
              {form === 'groups' ? gt('more.make') : lt('lesson.start')}
            </button>
          </div>
          <fieldset class="one-of">
            <legend>{ct('form.legend')}</legend>
            {PLAYS.map((each) => (
              <Choice
                key={each}
                name="form"
                checked={form === each}
                title={each === 'groups' ? gt('who.groups') : ct(`form.${each}`)}
                line={each === 'groups' ? gt('who.groups_line') : ct(`form.${each}_line`)}
                onChoose={() => setForm(each)}
              />
            ))}
          </fieldset>
          <fieldset class="one-of">
            <legend>{lt('lesson.scenario')}</legend>
            {entries.map((entry) => (
              <Choice
                key={entry.id}
                name="scenario"
                checked={scenario === entry.id}
                title={titleOf(entry)}
                line={entry.start.slice(0, 4)}
                onChoose={() => setScenario(entry.id)}
              />
            ))}
          </fieldset>
          <fieldset class="one-of">
            <legend>{lt('lesson.length')}</legend>
            {cuts.map((each) => (
              <Choice
                key={each.id}
                name="cut"
                checked={cut === each.id}
                title={lengthOf(each)}
                line={lt('lesson.stops', { count: each.stops.length })}
                onChoose={() => setCut(each.id)}
              />
            ))}
          </fieldset>
          <fieldset class="one-of">
            <legend>{lt('lesson.way')}</legend>
            {WAYS.map((each) => (
              <Choice
                key={each}
                name="way"
                checked={way === each}
                title={form === 'chairs' ? ct(`way.${each}`) : lt(`lesson.way_${each}`)}
                line={form === 'chairs' ? ct(`way.${each}_line`) : lt(`lesson.way_${each}_line`)}
                onChoose={() => setWay(each)}
              />
            ))}
          </fieldset>
          {form === 'chairs' && bundle?.program.id === scenario && say !== undefined && (
            <ChairsSetUp bundle={bundle} say={say} choice={chairs} onChoose={setChairs} />
          )}
          <details class="cl-more">
            <summary>{gt('more.legend')}</summary>
            {form !== 'chairs' && (
              <fieldset class="one-of">
                <legend class="vh">{gt('more.legend')}</legend>
                <label>
                  <input type="checkbox" name="writing" checked={writing} onClick={() => setWriting(!writing)} />
                  <span>
                    <b>{gt('more.writing')}</b>
                    <small>{gt('more.writing_line')}</small>
                  </span>
                </label>
              </fieldset>
            )}
            {questions.map(({ id, title, options }, nth) => (
              <fieldset key={id} class="one-of">
                <legend>{title}</legend>
                {options.map((option, i) => (
                  <Choice
                    key={option.title}
                    name={id}
                    checked={ones[nth] === i}
                    title={option.title}
                    line={option.line}
                    onChoose={() => setOnes(ones.map((before, at) => (at === nth ? i : before)))}
                  />
                ))}
              </fieldset>
            ))}
          </details>
        </form>
      </main>
    </div>
  );
};
