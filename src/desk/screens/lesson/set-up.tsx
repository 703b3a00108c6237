import { useEffect, useState } from 'preact/hooks';
import type { Bundle, CutInfo } from '../../../bundle/bundle.ts';
import { sayAtStart } from '../../../bundle/spell.ts';
import { editionOf, loadBundle, loadProse, scenarios } from '../../../session/library.ts';
import { FORMS, type Form } from '../../../session/lesson/clock.ts';
import { WAYS, type Way } from '../../../session/lesson/lesson.ts';
import { titleOf } from '../../../telling/wording.ts';
import { useDesk } from '../../desk-context.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { ct } from '../../../text/lesson/chairs.ts';
import { lt } from '../../../text/lesson/words.ts';
import { locale } from '../../../text/text.ts';
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

/** Scenario, length, who decides: then the lesson begins. `onFail`: something of it could not be fetched. */
export const SetUp = ({ onFail }: { readonly onFail: () => void }) => {
  const store = useLesson();
  const { address } = useDesk();
  const entries = scenarios().filter(({ example }) => example !== true);
  const [scenario, setScenario] = useState(entries[0]?.id ?? '');
  const [form, setForm] = useState<Form>('corners');
  const [bundle, setBundle] = useState<Bundle | undefined>(undefined);
  const [chosenCut, setCut] = useState('');
  const [way, setWay] = useState<Way>(WAYS[0]);
  const [chairs, setChairs] = useState(FIRST_CHOICE);
  const [say, setSay] = useState<((key: string) => string) | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const all = bundle?.program.id === scenario ? (bundle.catalogue.cuts ?? []) : [];
  const cuts = form === 'chairs' ? cutsOfChairs(all) : all;
  const cut = (cuts.find(({ id }) => id === chosenCut) ?? cuts[0])?.id ?? '';
  const language = locale.value;
  useHeadingFocus('lesson-heading', 'set-up');
  useEffect(() => {
    loadBundle(scenario).then(setBundle, onFail);
    setChairs(FIRST_CHOICE);
  }, [scenario]);
  useEffect(() => {
    if (form !== 'chairs' || bundle?.program.id !== scenario) return;
    loadProse(editionOf(bundle), language).then((prose) => {
      const told = sayAtStart(bundle, prose);
      setSay(() => (key: string) => told(key) ?? '');
    }, onFail);
  }, [bundle, form, language]);
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
            <a
              class="btn"
              href={address.href({ at: 'alliances' })}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                address.goTo({ at: 'alliances' });
              }}
            >
              {lt('lab.open')}
            </a>
          </p>
          <Forget />
        </section>
        <form
          class="take"
          onSubmit={(event) => {
            event.preventDefault();
            if (cut === '' || busy) return;
            setBusy(true);
            const { people, capitals, aims } = chairs;
            const plan = form === 'chairs' ? { cut, way, company: { people, capitals } } : { cut, way };
            void store.begin(scenario, plan, aims).catch(onFail);
          }}
        >
          <div class="begin">
            <button type="submit" class="btn primary" aria-disabled={cut === '' || busy}>
              {lt('lesson.start')}
            </button>
          </div>
          <fieldset class="one-of">
            <legend>{ct('form.legend')}</legend>
            {FORMS.map((each) => (
              <Choice
                key={each}
                name="form"
                checked={form === each}
                title={ct(`form.${each}`)}
                line={ct(`form.${each}_line`)}
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
        </form>
      </main>
    </div>
  );
};
