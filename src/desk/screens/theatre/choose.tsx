import { useEffect, useMemo, useState } from 'preact/hooks';
import { scenarios } from '../../../session/library.ts';
import { codeIn } from '../../../session/link-text.ts';
import type { Saved } from '../../../session/saves.ts';
import { t } from '../../../text/text.ts';
import { tt } from '../../../text/theatre.ts';
import { useDesk } from '../../desk-context.ts';
import { useMadeNames } from '../../game/names.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { KeptGame } from '../../shell/kept-game.tsx';
import { PageHeader } from '../../shell/page-header.tsx';
import { chooseFile } from './opened.ts';

/** A link or code in a form of one field. */
export const LinkForm = ({
  label,
  button,
  go,
}: {
  readonly label: string;
  readonly button: string;
  readonly go: (code: string) => void;
}) => {
  const [text, setText] = useState('');
  return (
    <form
      class="th-link"
      onSubmit={(event) => {
        event.preventDefault();
        const code = codeIn(text) || text.replace(/[^\w-]/gu, '');
        if (code !== '') go(code);
      }}
    >
      <label class="field">
        <span>{label}</span>
        <input type="text" autocomplete="off" spellcheck={false} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit" class="btn">
        {button}
      </button>
    </form>
  );
};

/** Kept games as buttons; `only`: of this scenario. */
export const KeptList = ({ only, pick }: { readonly only?: string; readonly pick: (saved: Saved) => void }) => {
  const { store } = useDesk();
  const [kept, setKept] = useState<readonly Saved[] | undefined>(undefined);
  useEffect(() => void store.kept(setKept).then(setKept), []);
  const entries = scenarios();
  const rows = (kept ?? []).flatMap((saved) => {
    const entry = entries.find(({ id }) => id === saved.scenario);
    return entry === undefined || (only !== undefined && saved.scenario !== only) ? [] : [{ saved, entry }];
  });
  const made = useMadeNames(useMemo(() => rows.map(({ saved }) => saved), [kept]));
  if (kept === undefined) return <p class="muted">{t('app.loading')}</p>;
  if (rows.length === 0) return <p class="muted">{tt('theatre.none')}</p>;
  return (
    <ul class="th-kept">
      {rows.map(({ saved, entry }) => (
        <li key={saved.id}>
          <KeptGame
            saved={saved}
            entry={entry}
            made={made.get(saved.id) ?? ''}
            open={() => pick(saved)}
            onNamed={() => void store.kept(setKept).then(setKept)}
          />
        </li>
      ))}
    </ul>
  );
};

/** Which game to watch: from a link, a file or the list. `said`: why another one is not shown. */
export const Choose = ({ said }: { readonly said?: string }) => {
  const { store, address } = useDesk();
  useHeadingFocus('theatre-heading', said);
  const watch = (token: string): void => address.goTo({ at: 'theatre', games: [token] });
  return (
    <div class="plain-page">
      <PageHeader />
      <main class="offer th-choose" id="main">
        <h1 id="theatre-heading" tabIndex={-1}>
          {tt('theatre.title')}
        </h1>
        <p class="brief">{tt('theatre.hint')}</p>
        {said !== undefined && (
          <p class="warned" role="status">
            {said}
          </p>
        )}
        <h2 class="small-h">{tt('theatre.kept')}</h2>
        <KeptList pick={({ id }) => watch(`k=${id}`)} />
        <LinkForm label={tt('theatre.link')} button={tt('theatre.watch')} go={(code) => watch(`g=${code}`)} />
        <label class="field">
          <span>{tt('theatre.file')}</span>
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file === undefined) return;
              void file.text().then((text) => {
                chooseFile(store, text);
                watch('f');
              });
            }}
          />
        </label>
      </main>
    </div>
  );
};
