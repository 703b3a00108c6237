import { sayer } from './text.ts';

/** Words of the ways from a branch: they come with the menu. */
export const en = {
  'branch.title': 'An exploration',
  'branch.back': 'Back to the game it left',
  'branch.beside': 'Set it beside the game it left',
};

export const vi: Readonly<Record<keyof typeof en, string>> = {
  'branch.title': 'Một nhánh thử',
  'branch.back': 'Về lại ván trước khi rẽ',
  'branch.beside': 'Đặt cạnh ván trước khi rẽ',
};

export const tb = sayer<keyof typeof en>({ en, vi });
