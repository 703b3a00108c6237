import { tl, type LinkText } from '../../../text/link-problem.ts';
import type { LinkProblem } from '../../../session/link.ts';
import { locale, t } from '../../../text/text.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { useDesk } from '../../desk-context.ts';

/** Which problem, and what can be done about it. */
const wordsOf = (problem: LinkProblem): readonly [LinkText, LinkText] => {
  switch (problem.code) {
    case 'foreign':
    case 'not-a-record':
      return ['link.foreign', 'link.foreign_do'];
    case 'cut':
      return ['link.cut', 'link.cut_do'];
    case 'damaged':
    case 'illegal-setup':
    case 'illegal-order':
      return ['link.damaged', 'link.damaged_do'];
    case 'newer-format':
      return ['link.newer', 'link.newer_do'];
    case 'other-rules':
    case 'unknown-rules':
      return ['link.rules', 'link.rules_do'];
    case 'check-differs':
      return ['link.check', 'link.check_do'];
    case 'sealed':
      return ['link.sealed', 'link.sealed_do'];
  }
};

/** A link or a file that did not open: nothing is lost, and the page says what it knows. `kept`: it is a game kept in this browser. */
export const LinkProblemPage = ({ problem, kept = false }: { readonly problem: LinkProblem; readonly kept?: boolean }) => {
  const { store, address } = useDesk();
  const { goTo } = address;
  useHeadingFocus('link-heading', problem);
  const [what, next] = wordsOf(problem);
  return (
    <main class="page problem" id="main">
      <h1 id="link-heading" tabIndex={-1}>
        {t('link.title')}
      </h1>
      <p class="brief">{tl(kept ? 'link.saved' : what)}</p>
      <p class="brief">{tl(kept ? 'link.saved_do' : next)}</p>
      {store.game.value && <p class="brief">{tl('link.kept')}</p>}
      <p class="n">{tl('link.detail', { detail: locale.value === 'en' ? problem.message : problem.code })}</p>
      <div class="acts">
        {store.game.value && (
          <button type="button" class="btn primary" onClick={() => goTo({ at: 'play' })}>
            {tl('link.back')}
          </button>
        )}
        <button type="button" class="btn" onClick={() => goTo({ at: 'home' })}>
          {t('link.home')}
        </button>
      </div>
    </main>
  );
};
