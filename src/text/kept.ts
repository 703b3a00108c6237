import { sayer } from './text.ts';

/** Words of the lists of kept games: they come with the lists. */
export const en = {
  'home.waiting': '{{title}}: a decision waits.',
  'home.over': 'This game is over. Its review is open.',
  'home.review': 'Open the review',
  'home.earlier': 'Earlier games ({{count}})',
  'home.kept_over': 'over',
  'home.kept_on': 'not finished',
  'home.turn': 'Turn {{n}} of {{of}}',
  'home.unknown': 'A game of “{{scenario}}”',
  'home.unknown_needs': 'needs a scenario that is not here',
  'kept.received': 'Games that were sent here ({{count}})',
  'kept.is_received': 'sent by somebody else',
};

export const vi: Readonly<Record<keyof typeof en, string>> = {
  'home.waiting': '{{title}}: đang chờ quyết định.',
  'home.over': 'Ván này đã xong. Phần Nhìn lại đã mở.',
  'home.review': 'Mở phần Nhìn lại',
  'home.earlier': 'Các ván trước ({{count}})',
  'home.kept_over': 'đã xong',
  'home.kept_on': 'chưa xong',
  'home.turn': 'Lượt {{n}}/{{of}}',
  'home.unknown': 'Một ván “{{scenario}}”',
  'home.unknown_needs': 'cần kịch bản không có ở đây',
  'kept.received': 'Các ván người khác gửi ({{count}})',
  'kept.is_received': 'người khác gửi',
};

export const tk = sayer<keyof typeof en>({ en, vi });
