import { useEffect, useState } from 'preact/hooks';
import { BONDS, IN_CLASS } from '../../../bundle/theory-case.ts';
import type { Bond, WeighedCase } from '../../../bundle/theory-case.ts';
import type { Bundle, Prose } from '../../../bundle/bundle.ts';
import { sayOf } from '../../../bundle/spell.ts';
import { loadCases } from '../../../session/cases.ts';
import { loadBundle, loadProse, scenarios } from '../../../session/library.ts';
import { supportWord } from '../../../telling/claim-words.ts';
import { locale, t } from '../../../text/text.ts';
import { lt } from '../../../text/lesson/words.ts';
import { useDesk } from '../../desk-context.ts';
import { fitOf, fitOfLens, RULES, type Rule } from '../../lesson/alliance.ts';
import { Failed } from '../../parts/failed.tsx';
import { useHeadingFocus } from '../../parts/focus.ts';
import { BesideHead } from './beside-head.tsx';
import '../../style/lesson.css';

const STEPS = ['predict', 'rule', 'uncover', 'rest', 'lenses', 'peer'] as const;
type Step = (typeof STEPS)[number];

const HEADS: Readonly<Record<Step, () => string>> = {
  predict: () => lt('lab.predict'),
  rule: () => lt('lab.rule'),
  uncover: () => lt('lab.rule'),
  rest: () => lt('lab.rule'),
  lenses: () => lt('lab.lenses'),
  peer: () => lt('lab.peer'),
};
const ONWARD: Readonly<Record<Step, () => string>> = {
  predict: () => lt('lab.to_rule'),
  rule: () => lt('lab.uncover'),
  uncover: () => lt('lab.rest'),
  rest: () => lt('lab.to_lenses'),
  lenses: () => lt('lab.to_peer'),
  peer: () => lt('lab.again'),
};

type Say = (key: string) => string;

/** What the articles tell of the capital that is played and of a neighbour, row by row; silence stands as silence. */
const Peers = ({ bundle, say }: { readonly bundle: Bundle; readonly say: Say }) => {
  const { peers = [], claims, articles, chart } = bundle.catalogue;
  const cited = (id: string): string => {
    const claim = claims.find((each) => each.id === id);
    const year = articles.find((each) => each.id === claim?.article)?.date.slice(0, 4) ?? '';
    const by =
      say(`article.${claim?.article ?? ''}.by`)
        .split(' ')
        .at(-1) ?? '';
    const disputed = claim?.corroboration === 'contested' ? `, ${supportWord(claim.corroboration)}` : '';
    return claim === undefined ? '' : `${t('source.chip', { article: `${by} ${year}`, n: claim.paragraph })}${disputed}`;
  };
  const told = (ids: readonly string[]) =>
    ids.length === 0 ? (
      <em>{lt('lab.silent')}</em>
    ) : (
      ids.map((id) => (
        <span key={id} class="ls-claim">
          {say(`claim.${id}`)} <small>{cited(id)}</small>
        </span>
      ))
    );
  return (
    <>
      {peers.map(({ id, rows }) => {
        const [home, peer] = [say(`power.${chart.home}.capital`), say(`peer.${id}.title`)];
        return (
          <table key={id} class="ls-cases">
            <thead>
              <tr>
                <td />
                <th scope="col">{home}</th>
                <th scope="col">{peer}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{say(`peer.${id}.${row.id}`)}</th>
                  <td data-label={home}>{told(row.home)}</td>
                  <td data-label={peer}>{told(row.peer)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </>
  );
};

const Lab = ({
  cases,
  bundle,
  say,
  lens,
}: {
  readonly cases: readonly WeighedCase[];
  readonly bundle: Bundle;
  readonly say: Say;
  readonly lens: string;
}) => {
  const [step, setStep] = useState<Step>('predict');
  const [guesses, setGuesses] = useState<ReadonlyMap<string, Bond>>(new Map());
  const [rule, setRule] = useState<Rule | undefined>(undefined);
  useHeadingFocus('lesson-heading', step);
  const shown = step === 'rest' || step === 'lenses' || step === 'peer' ? cases : cases.slice(0, IN_CLASS);
  const open = STEPS.indexOf(step) >= STEPS.indexOf('uncover');
  const lenses = Object.keys(cases[0]?.lenses ?? {});
  const ready = step === 'predict' ? shown.every(({ id }) => guesses.has(id)) : rule !== undefined;
  const onward = (): void => {
    if (!ready) return;
    if (step === 'peer') {
      setGuesses(new Map());
      setRule(undefined);
    }
    setStep(STEPS[(STEPS.indexOf(step) + 1) % STEPS.length] ?? 'predict');
  };
  const mark = (yes: boolean): string => lt(yes ? 'lab.yes' : 'lab.no');
  return (
    <div class="ls ls-lab">
      <BesideHead title={lt('lab.title')} />
      <main id="main" class="ls-main">
        <h1 id="lesson-heading" tabIndex={-1}>
          {HEADS[step]()}
        </h1>
        {step === 'peer' ? (
          <Peers bundle={bundle} say={say} />
        ) : (
          <table class="ls-cases">
            <thead>
              <tr>
                <th scope="col">{lt('lab.case')}</th>
                {step !== 'lenses' && (
                  <>
                    <th scope="col">{lt('lab.interests')}</th>
                    <th scope="col">{lt('lab.values')}</th>
                  </>
                )}
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
                    {step !== 'lenses' && (
                      <>
                        <td data-label={lt('lab.interests')}>{mark(shared.includes('interests'))}</td>
                        <td data-label={lt('lab.values')}>{mark(shared.includes('values'))}</td>
                      </>
                    )}
                    {step === 'lenses' ? (
                      lenses.map((each) => {
                        const told = by[each] ?? 'none';
                        const wrong = (told === 'ally') !== (reported === 'ally');
                        return (
                          <td key={each} class={wrong ? 'is-wrong' : ''} data-label={say(`setup.${lens}.${each}.title`)}>
                            {wrong && <span aria-hidden="true">✕ </span>}
                            {lt(`lab.${told}`)}
                          </td>
                        );
                      })
                    ) : (
                      <td data-label={lt('lab.yours')}>
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
                    <td data-label={lt('lab.outcome')}>
                      {open ? <b>{lt(`lab.${reported}`)}</b> : <span class="ls-cover">{lt('lab.covered')}</span>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
            {step === 'lenses' && (
              <tfoot>
                <tr>
                  <th scope="row">{lt('lab.fit')}</th>
                  {lenses.map((each) => (
                    <td key={each} data-label={say(`setup.${lens}.${each}.title`)}>
                      <b>{lt('lab.fits_lens', { count: fitOfLens(each, cases), of: cases.length })}</b>
                    </td>
                  ))}
                  <td />
                </tr>
              </tfoot>
            )}
          </table>
        )}
        {step !== 'predict' && step !== 'lenses' && step !== 'peer' && (
          <fieldset class="ls-rules">
            <legend>{lt('lab.rule_line')}</legend>
            {RULES.map((each) => (
              <button key={each} type="button" class="btn" aria-pressed={rule === each} onClick={() => setRule(each)}>
                {lt(`lab.rule_${each}`)}
              </button>
            ))}
          </fieldset>
        )}
        {open && step !== 'lenses' && step !== 'peer' && rule !== undefined && (
          <p class="ls-ask" role="status">
            {lt('lab.fits', { count: fitOf(rule, shown), of: shown.length })} {step === 'uncover' && lt('lab.revise')}
          </p>
        )}
        {step === 'peer' && <p class="ls-ask">{lt('lab.peer_ask')}</p>}
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
  readonly bundle: Bundle;
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
        const [prose, bundle] = await Promise.all([loadProse(id, language), loadBundle(id)]);
        const readings = Object.keys(cases[0]?.lenses ?? {});
        const lens = bundle.program.setup.find(({ options }) => readings.every((each) => options.includes(each)))?.id ?? '';
        setLoaded({ cases, prose, bundle, lens });
        return;
      }
      throw new Error('there are no cases');
    };
    load().catch(() => setFailed(true));
  }, [language]);
  if (failed) return <Failed again={() => location.reload()} home={() => address.goTo({ at: 'home' })} />;
  if (loaded === undefined) return <p class="page muted">{t('app.loading')}</p>;
  const say = sayOf(loaded.prose, constant);
  return <Lab cases={loaded.cases} bundle={loaded.bundle} say={(key) => say(key) ?? ''} lens={loaded.lens} />;
};
