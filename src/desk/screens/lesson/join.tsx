import { useEffect, useState } from 'preact/hooks';
import type { CutInfo } from '../../../bundle/bundle.ts';
import { loadBundle, scenarios } from '../../../session/library.ts';
import { codeOf, isOfRules, readClassCode, termsOf, wayOf, type ClassTerms } from '../../../session/lesson/class-code.ts';
import { cutOf } from '../../../session/lesson/lesson.ts';
import { titleOf } from '../../../telling/wording.ts';
import { aliasName, drawAlias, gt } from '../../../text/lesson/groups.ts';
import { lt } from '../../../text/lesson/words.ts';
import { locale, t } from '../../../text/text.ts';
import { useDesk } from '../../desk-context.ts';
import { openLessons } from '../../lesson/lesson-store.ts';
import { readPlace } from '../../lesson/place.ts';
import { keepOffline } from '../../offline.ts';
import { Failed } from '../../parts/failed.tsx';
import { useHeadingFocus } from '../../parts/focus.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import '../../style/theatre.css';
import '../../style/lesson.css';

interface Found {
  readonly scenario: string;
  readonly code: string;
  readonly terms: ClassTerms;
  readonly cut: CutInfo;
}

const LETTERS_TYPED = /[^\p{L}\p{N}]/gu;

/** What a code stands for, or why it does not, in words. */
const lookUp = async (text: string): Promise<Found | string> => {
  const read = readClassCode(text);
  if (!read.ok) {
    const { code } = read.problem;
    if (code === 'empty') return gt('join.empty');
    return code === 'short' ? gt('join.short', { got: text.replace(LETTERS_TYPED, '').length }) : gt('join.damaged');
  }
  const entry = scenarios().find(({ rulesHash }) => isOfRules(read.value, rulesHash));
  if (entry === undefined) return gt('join.other');
  const bundle = await loadBundle(entry.id);
  const terms = termsOf(bundle, read.value);
  const cut = terms.ok ? cutOf(bundle, terms.value.cut) : undefined;
  return terms.ok && cut !== undefined ? { scenario: entry.id, code: codeOf(read.value), terms: terms.value, cut } : gt('join.other');
};

const lengthOf = ({ minutes, stops }: CutInfo): string => {
  const sittings = Math.max(1, ...stops.map(({ sitting }) => sitting));
  return gt(sittings === 1 ? 'join.found' : 'join.found_many', { sittings, minutes, count: stops.length });
};

/** A group enters the code of its class, or somebody who was absent plays it alone. Without a network the code is enough. */
export const Join = () => {
  const { address } = useDesk();
  const route = address.route.value;
  const given = route.at === 'class' ? (route.of ?? '') : '';
  const [text, setText] = useState(given);
  const [found, setFound] = useState<Found | undefined>(undefined);
  const [said, setSaid] = useState('');
  const [alias, setAlias] = useState(() => drawAlias([]));
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const language = locale.value;
  useHeadingFocus('join-heading', 'join');
  useEffect(() => {
    document.title = `${gt('join.title')} · ${t('app.title')}`;
    return () => (document.title = t('app.title'));
  }, [language]);
  const look = (code: string): void => {
    lookUp(code).then(
      (told) => {
        setFound(typeof told === 'string' ? undefined : told);
        setSaid(typeof told === 'string' ? told : '');
        if (typeof told !== 'string') setText(told.code);
      },
      () => setFailed(true),
    );
  };
  useEffect(() => {
    void keepOffline();
    setText(given);
    if (given !== '') look(given);
  }, [given]);
  if (failed) return <Failed again={() => location.reload()} home={() => address.goTo({ at: 'home' })} />;
  const begin = (alone: boolean): void => {
    if (found === undefined || busy) return;
    setBusy(true);
    openLessons()
      .begin(found.scenario, found.code, { way: wayOf(found.terms, alone), alias }, 'none')
      .then(
        () => address.goTo({ at: 'lesson' }),
        () => setFailed(true),
      );
  };
  const entry = scenarios().find(({ id }) => id === found?.scenario);
  return (
    <div class="plain-page">
      <PageHeader />
      <main class="cl-join" id="main">
        <h1 id="join-heading" tabIndex={-1}>
          {gt('join.title')}
        </h1>
        <p class="brief">{gt('join.lead')}</p>
        <form
          class="cl-form"
          onSubmit={(event) => {
            event.preventDefault();
            look(text);
          }}
        >
          <label class="field">
            <span>{gt('join.code')}</span>
            <input
              type="text"
              class="cl-typed"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              value={text}
              aria-describedby="join-said"
              aria-invalid={said !== ''}
              onInput={(event) => {
                setText(event.currentTarget.value);
                setFound(undefined);
              }}
            />
          </label>
          <button type="submit" class={found === undefined ? 'btn primary' : 'btn'}>
            {gt('join.look')}
          </button>
        </form>
        <p id="join-said" class="warned" role="alert">
          {said}
        </p>
        {found !== undefined && entry !== undefined && (
          <section class="cl-found" aria-label={titleOf(entry)}>
            <h2>{titleOf(entry)}</h2>
            <p>
              {lengthOf(found.cut)} · {lt(`lesson.way_${found.terms.way}`)}
            </p>
            <p>
              {gt('join.alias', { name: aliasName(alias) })}{' '}
              <button type="button" class="btn quiet" onClick={() => setAlias(drawAlias([alias]))}>
                {gt('join.alias_new')}
              </button>
            </p>
            {readPlace() !== undefined && (
              <p class="muted">
                {gt('join.running')}{' '}
                <button type="button" class="btn quiet" onClick={() => address.goTo({ at: 'lesson' })}>
                  {gt('join.resume')}
                </button>
              </p>
            )}
            <ul class="ways">
              <li>
                <button type="button" class="offer-way is-first" disabled={busy} onClick={() => begin(false)}>
                  <b>{gt('join.group')}</b>
                  <span>{gt('join.group_line')}</span>
                </button>
              </li>
              <li>
                <button type="button" class="offer-way" disabled={busy} onClick={() => begin(true)}>
                  <b>{gt('join.alone')}</b>
                  <span>{gt('join.alone_line')}</span>
                </button>
              </li>
            </ul>
          </section>
        )}
      </main>
    </div>
  );
};
