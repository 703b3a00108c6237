import { useEffect, useState } from 'preact/hooks';
import type { Prose } from '../../../bundle/bundle.ts';
import { editionOf, findRules, loadBundle, loadProse, scenarios } from '../../../session/library.ts';
import { codeOf, isOfRules, readClassCode, seedOfClass } from '../../../session/lesson/class-code.ts';
import { apartFrom, openResult, resultsIn, type GroupGame } from '../../../session/lesson/result.ts';
import { tellerOf } from '../../../telling/teller.ts';
import { aliasName, gt } from '../../../text/lesson/groups.ts';
import { locale, t } from '../../../text/text.ts';
import { useDesk } from '../../desk-context.ts';
import { classTable, openClassGame, type ClassGame } from '../../lesson/class-table.ts';
import { MOST_RESULTS, readClass, writeClass, type ClassPlace } from '../../lesson/class-place.ts';
import { keepOffline } from '../../offline.ts';
import { Failed } from '../../parts/failed.tsx';
import { useHeadingFocus } from '../../parts/focus.ts';
import { announce } from '../../parts/live.tsx';
import { Beside } from './groups-beside.tsx';
import { BesideHead } from './beside-head.tsx';
import '../../style/lesson.css';

type Fault = 'damaged' | 'unknown-rules' | 'unreachable' | 'scenario' | 'rules' | 'seed';

/** A result that came in: its game, or why it is left out. */
interface Came {
  readonly text: string;
  readonly group?: GroupGame;
  readonly fault?: Fault;
}

const nameOf = ({ alias, by }: GroupGame): string =>
  by === 'cabinet' ? gt('beside.cabinet') : by === 'alone' ? gt('beside.alone', { name: aliasName(alias) }) : aliasName(alias);

/** Names of games, each once: two groups may have drawn the same. */
const namesOf = (groups: readonly GroupGame[]): readonly string[] => {
  const names = groups.map(nameOf);
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((each) => each === name).length;
    return before === 0 ? name : `${name} (${String(before + 1)})`;
  });
};

/** The code that most of the results were played from, where this device made none. */
const commonest = (codes: readonly string[]): string =>
  [...codes].sort((a, b) => codes.filter((each) => each === b).length - codes.filter((each) => each === a).length)[0] ?? '';

const readAll = async (results: readonly string[], made: string): Promise<readonly Came[]> => {
  const read = await Promise.all(
    results.map(async (text): Promise<Came> => {
      try {
        const opened = await openResult(text, findRules);
        if (opened.ok) return { text, group: opened.value };
        return { text, fault: opened.problem.code === 'unknown-rules' ? 'unknown-rules' : 'damaged' };
      } catch {
        return { text, fault: 'unreachable' };
      }
    }),
  );
  const code = readClassCode(made === '' ? commonest(read.flatMap(({ group }) => group?.code ?? [])) : made);
  const entry = code.ok ? scenarios().find(({ rulesHash }) => isOfRules(code.value, rulesHash)) : undefined;
  if (!code.ok || entry === undefined) return read;
  const mine = { bundle: await loadBundle(entry.id), seed: seedOfClass(code.value) };
  return read.map((each) => {
    const fault = each.group === undefined ? undefined : apartFrom(mine, each.group.game);
    return fault === undefined ? each : { ...each, fault };
  });
};

type Step = 'code' | 'collect' | 'beside';

const Code = ({ code }: { readonly code: string }) => {
  const { address } = useDesk();
  if (code === '')
    return (
      <>
        <p class="ls-text">{gt('groups.none')}</p>
        <p>
          <button type="button" class="btn" onClick={() => address.goTo({ at: 'lesson', of: 'groups' })}>
            {gt('groups.new')}
          </button>
        </p>
      </>
    );
  const page = `${location.href.split('#')[0] ?? ''}${address.href({ at: 'class' })}`;
  return (
    <>
      <p class="cl-big" translate={false}>
        {code}
      </p>
      <ol class="ls-steps cl-steps">
        <li>{gt('groups.step_1', { address: page })}</li>
        <li>{gt('groups.step_3')}</li>
      </ol>
      <p class="ls-small">{gt('groups.step_offline')}</p>
    </>
  );
};

const Collect = ({
  came,
  onAdd,
  onRemove,
}: {
  readonly came: readonly Came[];
  readonly onAdd: (text: string) => string;
  readonly onRemove: (text: string) => void;
}) => {
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const add = (given: string): void => {
    const told = onAdd(given);
    setSaid(told);
    announce(told);
    setText('');
  };
  return (
    <div class="cl-collect">
      <form
        class="cl-paste"
        onSubmit={(event) => {
          event.preventDefault();
          add(text);
        }}
      >
        <p>{gt('groups.lead')}</p>
        <label class="field">
          <span>{gt('groups.paste')}</span>
          <textarea rows={5} spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <p class="ls-acts">
          <button type="submit" class="btn">
            {gt('groups.add')}
          </button>
        </p>
        <label class="field">
          <span>{gt('groups.file')}</span>
          <input
            type="file"
            multiple
            accept="text/plain,.txt"
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])].slice(0, MOST_RESULTS);
              void Promise.all(files.map((file) => file.slice(0, 40_000).text())).then((all) => add(all.join('\n')));
            }}
          />
        </label>
        <p role="status">{said}</p>
      </form>
      <section aria-labelledby="cl-here">
        <h2 id="cl-here">{gt('groups.here')}</h2>
        {came.length === 0 && <p>{gt('groups.empty')}</p>}
        <ul class="cl-came">
          {came.map(({ text: result, group, fault }, i) => {
            const name = group === undefined ? gt('groups.bad', { n: i + 1 }) : nameOf(group);
            return (
              <li key={result} class={fault === undefined ? '' : 'is-apart'}>
                <span>
                  <b>{name}</b> {fault === undefined ? gt('groups.ready') : `${gt(`groups.${fault}`)}. ${gt('groups.apart')}`}
                </span>
                <button type="button" class="btn quiet" aria-label={gt('groups.take_off', { name })} onClick={() => onRemove(result)}>
                  ✕
                </button>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
};

/** A class in groups: its code on the projector, the results as they come in, and all games side by side. */
export const Groups = () => {
  const { address } = useDesk();
  const route = address.route.value;
  const given = route.at === 'groups' ? (route.of ?? '') : '';
  const [place, setPlace] = useState<ClassPlace>(readClass);
  const [step, setStep] = useState<Step>(place.results.length > 0 ? 'collect' : 'code');
  const [came, setCame] = useState<readonly Came[]>([]);
  const [games, setGames] = useState<readonly ClassGame[]>([]);
  const [words, setWords] = useState<{ readonly of: string; readonly prose: Prose } | undefined>(undefined);
  const [failed, setFailed] = useState(false);
  const language = locale.value;
  useHeadingFocus('lesson-heading', step);
  const change = (next: ClassPlace): void => {
    setPlace(next);
    writeClass(next);
  };
  const add = (text: string): string => {
    const found = resultsIn(text).filter((each, i, all) => all.indexOf(each) === i);
    const fresh = found.filter((each) => !place.results.includes(each));
    if (found.length === 0) return gt('groups.nothing');
    if (place.results.length + fresh.length > MOST_RESULTS) return gt('groups.full', { count: MOST_RESULTS });
    change({ ...place, results: [...place.results, ...fresh] });
    return gt('groups.added', { count: fresh.length });
  };
  useEffect(() => {
    document.title = `${gt('groups.title')} · ${t('app.title')}`;
    void keepOffline();
    return () => (document.title = t('app.title'));
  }, [language]);
  useEffect(() => {
    if (given === '') return;
    const told = add(given);
    announce(told);
    setStep('collect');
    address.replace({ at: 'groups' });
  }, [given]);
  useEffect(() => {
    let late = false;
    readAll(place.results, place.code).then(
      (all) => !late && setCame(all),
      () => !late && setFailed(true),
    );
    return () => {
      late = true;
    };
  }, [place]);
  const whole = came.flatMap(({ group, fault }) => (group === undefined || fault !== undefined ? [] : [group]));
  const edition = whole[0] === undefined ? '' : editionOf(whole[0].game.bundle);
  const beside = (): void => {
    const names = namesOf(whole);
    const opening = Promise.all(whole.map((group, i) => openClassGame(names[i] ?? '', group.game)));
    Promise.all([loadProse(edition, language), opening]).then(
      ([told, opened]) => {
        setWords({ of: `${edition}/${language}`, prose: told });
        setGames(opened);
        setStep('beside');
      },
      () => setFailed(true),
    );
  };
  // The table is told anew in the language on screen.
  useEffect(() => {
    if (step === 'beside') beside();
  }, [language]);
  if (failed) return <Failed again={() => location.reload()} home={() => address.goTo({ at: 'home' })} />;
  const code = readClassCode(place.code);
  const prose = words?.of === `${edition}/${language}` ? words.prose : undefined;
  const ready = whole.length > 1;
  return (
    <div class={`ls cl-${step}`}>
      <BesideHead title={gt('groups.title')}>
        {step !== 'code' && code.ok && <span translate={false}>{codeOf(code.value)}</span>}
      </BesideHead>
      <main id="main" class="ls-main">
        <h1 id="lesson-heading" tabIndex={-1}>
          {step === 'code' ? gt('groups.code') : step === 'collect' ? gt('groups.collect') : gt('beside.title')}
        </h1>
        {step === 'code' && <Code code={code.ok ? codeOf(code.value) : ''} />}
        {step === 'collect' && (
          <Collect
            came={came}
            onAdd={add}
            onRemove={(text) => change({ ...place, results: place.results.filter((each) => each !== text) })}
          />
        )}
        {step === 'beside' &&
          (prose === undefined ? (
            <p>{t('app.loading')}</p>
          ) : (
            <Beside
              games={games}
              table={classTable(games, (chronicle, view) =>
                tellerOf(chronicle.bundle, chronicle.rules, view, prose, language, chronicle.seat),
              )}
            />
          ))}
      </main>
      <footer class="ls-foot">
        {step !== 'code' && (
          <button type="button" class="btn" onClick={() => setStep(step === 'beside' ? 'collect' : 'code')}>
            {gt('groups.back')}
          </button>
        )}
        {step === 'code' && (
          <button type="button" class="btn primary" onClick={() => setStep('collect')}>
            {gt('groups.collect')}
          </button>
        )}
        {step === 'collect' && !ready && <span>{gt('groups.wait')}</span>}
        {step === 'collect' && (
          <button type="button" class="btn primary" aria-disabled={!ready} onClick={() => ready && beside()}>
            {gt('groups.compare', { count: whole.length })}
          </button>
        )}
      </footer>
    </div>
  );
};
