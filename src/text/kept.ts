import { sayer } from './text.ts';

/** Words of the lists of kept games: they come with the lists. */
export const en = {
  'kept.received': 'Games that were sent here ({{count}})',
  'kept.is_received': 'sent by somebody else',
};

export const vi: Readonly<Record<keyof typeof en, string>> = {
  'kept.received': 'Các ván người khác gửi ({{count}})',
  'kept.is_received': 'người khác gửi',
};

export const tk = sayer<keyof typeof en>({ en, vi });
