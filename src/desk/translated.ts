import { options } from 'preact';

declare module 'preact' {
  /** Hooks that Preact's types leave out: before a part is compared with what is on screen, and when all of an update is done. */
  interface Options {
    __b?: (vnode: unknown) => void;
    __c?: (vnode: unknown, queue: unknown) => void;
  }
}

/** Page translators put an element of this name, with their own words in it, in the place of a text. */
const THEIRS = 'font';

const isTheirs = ({ target, addedNodes, removedNodes }: MutationRecord): boolean =>
  target instanceof Element &&
  target.closest(THEIRS) === null &&
  ([...addedNodes].some((node) => node instanceof Element && node.localName === THEIRS) ||
    [...removedNodes].some((node) => node instanceof Text));

const done: MutationRecord[] = [];
let updating = false;
let watch: MutationObserver | undefined;

const note = (records: readonly MutationRecord[]): void => void done.push(...records.filter(isTheirs));

/** Undoes, last first, what was done to the desks' texts since the last update. */
const putBack = (): void => {
  note(watch?.takeRecords() ?? []);
  for (const { target, addedNodes, removedNodes, nextSibling } of done.splice(0).reverse()) {
    for (const node of addedNodes) if (node.parentNode === target) target.removeChild(node);
    for (const node of removedNodes) target.insertBefore(node, nextSibling?.parentNode === target ? nextSibling : null);
  }
};

const settle = (): void => {
  updating = false;
  // What the update itself changed is ours.
  watch?.takeRecords();
};

/**
 * Keeps a desk true while a page translator works on it. An update would write new words and numbers into texts that the translator has
 * taken out of the page, and the old ones would stay; so before each update the page gets its own texts back. The translator sees them
 * change, and translates them anew.
 */
export const keepTrue = (host: Element): void => {
  if (watch === undefined) {
    watch = new MutationObserver(note);
    const { __b: before, __c: after } = options;
    options.__b = (vnode) => {
      if (!updating) {
        updating = true;
        putBack();
        // Where an update fails on its way nothing else says that it is over.
        queueMicrotask(settle);
      }
      before?.(vnode);
    };
    options.__c = (vnode, queue) => {
      settle();
      after?.(vnode, queue);
    };
  }
  watch.observe(host, { childList: true, subtree: true });
};
