import { useEffect, useState } from 'preact/hooks';
import type { Bundle } from '../../../bundle/bundle.ts';
import { sayOf } from '../../../bundle/spell.ts';
import { editionOf, findRules, loadBundle, loadProse, scenarios } from '../../../session/library.ts';
import { openLink } from '../../../session/link.ts';
import { codeIn } from '../../../session/link-text.ts';
import { isOfRules, readClassCode, termsOf } from '../../../session/lesson/class-code.ts';
import { ordersNow, seatAt, type Game } from '../../../session/game.ts';
import type { Task } from '../../../telling/reasons.ts';
import { wt } from '../../../text/lesson/reasons.ts';
import { locale, t } from '../../../text/text.ts';
import { useDesk } from '../../desk-context.ts';
import { Failed } from '../../parts/failed.tsx';
import { useHeadingFocus } from '../../parts/focus.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import { WriteForm, type About } from './write-form.tsx';
import '../../style/lesson.css';

interface Open {
  readonly about: About;
  readonly tasks: readonly [Task, ...Task[]];
}

const constant = (): number => 0;

/** Paragraphs that a scenario's claims cite, in their order: `Vu 2021 ¶4`. */
const sourcesOf = ({ catalogue }: Bundle, say: (key: string) => string | undefined): readonly string[] => {
  const cited = catalogue.articles.flatMap(({ id, date }) => {
    const name = `${say(`article.${id}.by`)?.split(' ').at(-1) ?? id} ${date.slice(0, 4)}`;
    const paragraphs = new Set(catalogue.claims.filter(({ article }) => article === id).map(({ paragraph }) => paragraph));
    return [...paragraphs].sort((a, b) => a - b).map((n) => t('source.chip', { article: name, n }));
  });
  return cited;
};

const aboutOf = async (bundle: Bundle, game?: Game): Promise<About> => {
  const say = sayOf(await loadProse(editionOf(bundle), locale.peek()), constant);
  const decisions = game === undefined ? [] : ordersNow(game).flatMap((orders) => orders[seatAt(game)]?.answers ?? []);
  const titles = decisions.map(({ situation }) => say(`situation.${bundle.program.situations[situation]?.id ?? ''}.title`) ?? '');
  return { scenario: bundle.program.id, decisions: [...new Set(titles)].filter(Boolean), cards: [], sources: sourcesOf(bundle, say) };
};

/** What a class code or the link of a game opens for writing; else why not, in words. */
const openFor = async (text: string): Promise<Open | string> => {
  const link = codeIn(text);
  if (link !== '') {
    const opened = await openLink(link, findRules);
    return opened.ok ? { about: await aboutOf(opened.value.bundle, opened.value), tasks: ['home'] } : wt('write.bad');
  }
  const read = readClassCode(text.replace(/^.*#\/write\//u, ''));
  const entry = read.ok ? scenarios().find(({ rulesHash }) => isOfRules(read.value, rulesHash)) : undefined;
  if (!read.ok || entry === undefined) return wt('write.bad');
  const bundle = await loadBundle(entry.id);
  const terms = termsOf(bundle, read.value);
  if (!terms.ok) return wt('write.bad');
  return terms.value.writing ? { about: await aboutOf(bundle), tasks: ['first', 'second', 'exit', 'home'] } : wt('write.off_code');
};

/** Where one writes: switched on by a class code that says so, or by the link of a game that was handed out for it. */
export const Write = () => {
  const { address } = useDesk();
  const route = address.route.value;
  const given = route.at === 'write' ? (route.of ?? '') : '';
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const [text, setText] = useState('');
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState(false);
  const language = locale.value;
  useHeadingFocus('write-heading', open === undefined ? 'off' : 'on');
  useEffect(() => {
    document.title = `${wt('write.title')} · ${t('app.title')}`;
    return () => (document.title = t('app.title'));
  }, [language]);
  const look = (code: string): void => {
    openFor(code).then(
      (told) => {
        setOpen(typeof told === 'string' ? undefined : told);
        setSaid(typeof told === 'string' ? told : '');
      },
      () => setFailed(true),
    );
  };
  useEffect(() => {
    if (given !== '') look(given);
  }, [given, language]);
  if (failed) return <Failed again={() => location.reload()} home={() => address.goTo({ at: 'home' })} />;
  return (
    <div class="plain-page wr-page">
      <PageHeader />
      <main class="cl-join" id="main">
        <h1 id="write-heading" tabIndex={-1}>
          {wt(open === undefined ? 'write.off_title' : 'write.title')}
        </h1>
        <p class="brief">{wt(open === undefined ? 'write.off' : 'write.lead')}</p>
        {open === undefined ? (
          <form
            class="cl-form"
            onSubmit={(event) => {
              event.preventDefault();
              look(text);
            }}
          >
            <label class="field">
              <span>{wt('write.code')}</span>
              <input
                type="text"
                autocomplete="off"
                spellcheck={false}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="btn primary">
              {wt('write.open')}
            </button>
          </form>
        ) : (
          <WriteForm key={open.tasks.length} about={open.about} tasks={open.tasks} />
        )}
        <p class="warned" role="alert">
          {said}
        </p>
      </main>
    </div>
  );
};
