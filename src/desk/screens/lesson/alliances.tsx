import { useEffect, useState } from 'preact/hooks';
import { BONDS, IN_CLASS } from '../../../bundle/theory-case.ts';
import type { Bond, WeighedCase } from '../../../bundle/theory-case.ts';
import type { Prose } from '../../../bundle/bundle.ts';
import { sayOf } from '../../../bundle/spell.ts';
import { loadBundle, loadCases, loadProse, scenarios } from '../../../session/library.ts';
import { locale, t } from '../../../text/text.ts';
import { lt } from '../../../text/lesson/words.ts';
import { useDesk } from '../../desk-context.ts';
import { fitOf, fitOfLens, RULES, type Rule } from '../../lesson/alliance.ts';
import { Failed } from '../../parts/failed.tsx';
import { useHeadingFocus } from '../../parts/focus.ts';
import { LanguageSwitch, ThemeSwitch } from '../../parts/language-switch.tsx';
import '../../style/lesson.css';

const STEPS = ['predict', 'rule', 'uncover', 'rest', 'lenses'] as const;
type Step = (typeof STEPS)[number];

const HEADS: Readonly<Record<Step, () => string>> = {
  predict: () => lt('lab.predict'),
  rule: () => lt('lab.rule'),
  uncover: () => lt('lab.rule'),
  rest: () => lt('lab.rule'),
  lenses: () => lt('lab.lenses'),
};
const ONWARD: Readonly<Record<Step, () => string>> = {
  predict: () => lt('lab.to_rule'),
  rule: () => lt('lab.uncover'),
  uncover: () => lt('lab.rest'),
  rest: () => lt('lab.to_lenses'),
  lenses: () => lt('lab.again'),
};

type Say = (key: string) => string;

const Lab = ({ cases, say, lens }: { readonly cases: readonly WeighedCase[]; readonly say: Say; readonly lens: string }) => {
  const { address } = useDesk();
  const [step, setStep] = useState<Step>('predict');
  const [guesses, setGuesses] = useState<ReadonlyMap<string, Bond>>(new Map());
  const [rule, setRule] = useState<Rule | undefined>(undefined);
  useHeadingFocus('lesson-heading', step);
  const shown = step === 'rest' || step === 'lenses' ? cases : cases.slice(0, IN_CLASS);
  const open = STEPS.indexOf(step) >= STEPS.indexOf('uncover');
  const lenses = Object.keys(cases[0]?.lenses ?? {});
  const ready = step === 'predict' ? shown.every(({ id }) => guesses.has(id)) : rule !== undefined;
  const onward = (): void => {
    if (!ready) return;
    if (step === 'lenses') {
      setGuesses(new Map());
      setRule(undefined);
    }
    setStep(STEPS[(STEPS.indexOf(step) + 1) % STEPS.length] ?? 'predict');
  };
  const mark = (yes: boolean): string => lt(yes ? 'lab.yes' : 'lab.no');
  return (
    <div class="ls ls-lab">
      <header class="ls-top">
        <p>
          <b>{lt('lab.title')}</b>
        </p>
        <p class="ls-close" />
        <LanguageSwitch />
        <ThemeSwitch />
        <button type="button" class="btn quiet" onClick={() => address.goTo({ at: 'lesson' })}>
          {lt('lab.back')}
        </button>
      </header>
      <main id="main" class="ls-main">
        <h1 id="lesson-heading" tabIndex={-1}>
          {HEADS[step]()}
        </h1>
        <table class="ls-cases">
          <thead>
            <tr>
              <th scope="col">{lt('lab.case')}</th>
              <th scope="col">{lt('lab.interests')}</th>
              <th scope="col">{lt('lab.values')}</th>
              {step === 'lenses' ? (
                lenses.map((id) => (
                  <th key={id} scope="col">
                    {say(`setup.${lens}.${id}.title`)}
                  </th>
                ))
              ) : (
                <th scope="col">{lt('lab.yours')}</th>
              )}
              <th scope="col">{lt('lab.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, shared, reported, lenses: by }) => {
              const name = say(`case.${id}.title`);
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>{mark(shared.includes('interests'))}</td>
                  <td>{mark(shared.includes('values'))}</td>
                  {step === 'lenses' ? (
                    lenses.map((each) => {
                      const told = by[each] ?? 'none';
                      const wrong = (told === 'ally') !== (reported === 'ally');
                      return (
                        <td key={each} class={wrong ? 'is-wrong' : ''}>
                          {wrong && <span aria-hidden="true">✕ </span>}
                          {lt(`lab.${told}`)}
                        </td>
                      );
                    })
                  ) : (
                    <td>
                      {step === 'predict' ? (
                        <span class="ls-bonds">
                          {BONDS.map((bond) => (
                            <button
                              key={bond}
                              type="button"
                              class="btn"
                              aria-pressed={guesses.get(id) === bond}
                              aria-label={lt('lab.predict_of', { name, bond: lt(`lab.${bond}`) })}
                              onClick={() => setGuesses(new Map(guesses).set(id, bond))}
                            >
                              {lt(`lab.${bond}`)}
                            </button>
                          ))}
                        </span>
                      ) : (
                        lt(`lab.${guesses.get(id) ?? 'covered'}`)
                      )}
                    </td>
                  )}
                  <td>{open ? <b>{lt(`lab.${reported}`)}</b> : <span class="ls-cover">{lt('lab.covered')}</span>}</td>
                </tr>
              );
            })}
          </tbody>
          {step === 'lenses' && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {lt('lab.fit')}
                </th>
                {lenses.map((each) => (
                  <td key={each}>
                    <b>{lt('lab.fits_lens', { count: fitOfLens(each, cases), of: cases.length })}</b>
                  </td>
                ))}
                <td />
              </tr>
            </tfoot>
          )}
        </table>
        {step !== 'predict' && step !== 'lenses' && (
          <fieldset class="ls-rules">
            <legend>{lt('lab.rule_line')}</legend>
            {RULES.map((each) => (
              <button key={each} type="button" class="btn" aria-pressed={rule === each} onClick={() => setRule(each)}>
                {lt(`lab.rule_${each}`)}
              </button>
            ))}
          </fieldset>
        )}
        {open && step !== 'lenses' && rule !== undefined && (
          <p class="ls-ask" role="status">
            {lt('lab.fits', { count: fitOf(rule, shown), of: shown.length })} {step === 'uncover' && lt('lab.revise')}
          </p>
        )}
        {step === 'lenses' && (
          <>
            <p class="ls-rule">{lt('lab.weak')}</p>
            <p class="ls-ask">{lt('lab.ask')}</p>
          </>
        )}
      </main>
      <footer class="ls-foot">
        <button type="button" class="btn primary" aria-disabled={!ready} onClick={onward}>
          {ONWARD[step]()}
        </button>
      </footer>
    </div>
  );
};

interface Loaded {
  readonly cases: readonly WeighedCase[];
  readonly prose: Prose;
  readonly lens: string;
}

const constant = (): number => 0;

/** Cases of alliance: predicted, a rule written, uncovered, revised, then read under the lenses. Nothing of it is kept. */
export const Alliances = () => {
  const { address } = useDesk();
  const [loaded, setLoaded] = useState<Loaded | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const language = locale.value;
  useEffect(() => {
    const load = async (): Promise<void> => {
      for (const { id, example } of scenarios()) {
        const cases = example === true ? [] : await loadCases(id);
        if (cases.length === 0) continue;
        const [prose, { program }] = await Promise.all([loadProse(id, language), loadBundle(id)]);
        const readings = Object.keys(cases[0]?.lenses ?? {});
        const lens = program.setup.find(({ options }) => readings.every((each) => options.includes(each)))?.id ?? '';
        setLoaded({ cases, prose, lens });
        return;
      }
      throw new Error('there are no cases');
    };
    load().catch(() => setFailed(true));
  }, [language]);
  if (failed) return <Failed again={() => location.reload()} home={() => address.goTo({ at: 'home' })} />;
  if (loaded === undefined) return <p class="page muted">{t('app.loading')}</p>;
  const say = sayOf(loaded.prose, constant);
  return <Lab cases={loaded.cases} say={(key) => say(key) ?? ''} lens={loaded.lens} />;
};
