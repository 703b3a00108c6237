import type { ComponentChildren } from 'preact';
import { lt } from '../../../text/lesson/words.ts';
import { useDesk } from '../../desk-context.ts';
import { LanguageSwitch, ThemeSwitch } from '../../parts/language-switch.tsx';

/** The line above a projected page beside a lesson: its name, and the way back to the lesson's first page. */
export const BesideHead = ({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) => {
  const { address } = useDesk();
  return (
    <header class="ls-top">
      <p>
        <b>{title}</b>
        {children}
      </p>
      <p class="ls-close" />
      <LanguageSwitch />
      <ThemeSwitch />
      <button type="button" class="btn quiet" onClick={() => address.goTo({ at: 'lesson' })}>
        {lt('lab.back')}
      </button>
    </header>
  );
};
