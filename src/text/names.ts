import { sayer } from './text.ts';

/** Words for the names of kept games: they come with the lists of them. */
const en = {
  'name.rename': 'Rename',
  'name.rename_of': 'Rename: {{name}}',
  'name.field': 'Name of this game',
  'name.hint': 'At most {{most}} characters. Left empty, the game is named by what was done in it.',
  'name.keep': 'Keep',
  'name.leave': 'Cancel',
  'name.kept': 'This game is called “{{name}}” now.',
  'name.failed': 'The name could not be kept.',
};

const vi: Readonly<Record<keyof typeof en, string>> = {
  'name.rename': 'Đổi tên',
  'name.rename_of': 'Đổi tên: {{name}}',
  'name.field': 'Tên ván này',
  'name.hint': 'Nhiều nhất {{most}} ký tự. Để trống thì tên được đặt theo những gì đã làm trong ván.',
  'name.keep': 'Lưu tên',
  'name.leave': 'Thôi',
  'name.kept': 'Ván này giờ mang tên “{{name}}”.',
  'name.failed': 'Không lưu được tên.',
};

export const nt = sayer<keyof typeof en>({ en, vi });
