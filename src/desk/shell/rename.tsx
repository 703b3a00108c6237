import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { LONGEST_NAME, nameFrom } from '../../session/game-name.ts';
import type { Saved } from '../../session/saves.ts';
import { nt } from '../../text/names.ts';
import { useDesk } from '../desk-context.ts';
import { announce } from '../parts/live.tsx';
import '../style/names.css';

/** What takes another name for a kept game. Enter keeps it, Escape leaves the old one. */
const Form = ({ name, keep, leave }: { readonly name: string; readonly keep: (typed: string) => void; readonly leave: () => void }) => {
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  // Before anything else can be pressed: the button that had the focus is gone.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        keep(field.current?.value ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Not for the sheet around it.
        event.preventDefault();
        event.stopPropagation();
        leave();
      }}
    >
      <input
        ref={field}
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={LONGEST_NAME}
        aria-label={nt('name.field')}
        aria-describedby={hint}
        defaultValue={name}
      />
      <button type="submit" class="btn">
        {nt('name.keep')}
      </button>
      <button type="button" class="btn quiet" onClick={leave}>
        {nt('name.leave')}
      </button>
      <p class="n" id={hint}>
        {nt('name.hint', { most: LONGEST_NAME })}
      </p>
    </form>
  );
};

/**
 * A button that renames a kept game, and in its place, while that is done, the form. `made`: what the game is called while nobody names it. Nothing where
 * names are not kept. `onNamed` is told once the name stands.
 */
export const useRename = (
  saved: Saved,
  made: string,
  onNamed: () => void,
): { readonly form?: JSX.Element; readonly button?: JSX.Element } => {
  const { store } = useDesk();
  const [typing, setTyping] = useState(false);
  const [failed, setFailed] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useLayoutEffect(() => {
    if (!typing && back.current) opener.current?.focus();
    back.current = typing;
  }, [typing]);
  const { rename } = store;
  if (rename === undefined) return {};
  const shown = saved.name ?? made;
  const keep = async (typed: string): Promise<void> => {
    const name = nameFrom(typed);
    // Whoever leaves the made name as it is has not named the game.
    const kept = await rename(saved.id, name === made ? undefined : name);
    setFailed(!kept);
    announce(kept ? nt('name.kept', { name: name ?? made }) : nt('name.failed'));
    setTyping(false);
    if (kept) onNamed();
  };
  if (typing) return { form: <Form name={shown} keep={(typed) => void keep(typed)} leave={() => setTyping(false)} /> };
  return {
    button: (
      <>
        <button
          ref={opener}
          type="button"
          class="btn quiet renames"
          onClick={() => setTyping(true)}
          aria-label={nt('name.rename_of', { name: shown })}
        >
          {nt('name.rename')}
        </button>
        {failed && <p class="warned">{nt('name.failed')}</p>}
      </>
    ),
  };
};
