import { sayer } from './text.ts';

/** Words of the list of keys: they come with it. */
export const en = {
  'keys.title': 'Keys',
  'keys.choose': 'choose a response',
  'keys.acts': 'to the initiatives',
  'keys.tap': 'to the prediction',
  'keys.commit': 'on Commit, commit; where nothing waits, let it pass',
  'keys.leaves': 'Briefing, Decision',
  'keys.chart': 'to the chart',
  'keys.key': 'open the key of the chart',
  'keys.esc': 'close, or to the menu',
  'keys.help': 'this list',
  'keys.off': 'Single-letter keys can be turned off in the menu.',
};

export const vi: Readonly<Record<keyof typeof en, string>> = {
  'keys.title': 'Phím tắt',
  'keys.choose': 'chọn phương án',
  'keys.acts': 'tới sáng kiến',
  'keys.tap': 'tới phán đoán',
  'keys.commit': 'ở nút Chốt: chốt; khi không có gì chờ: để trôi qua',
  'keys.leaves': 'Tình hình, Quyết định',
  'keys.chart': 'tới hải đồ',
  'keys.key': 'mở chú giải hải đồ',
  'keys.esc': 'đóng, hoặc tới Menu',
  'keys.help': 'danh sách này',
  'keys.off': 'Có thể tắt các phím một ký tự trong Menu.',
};

export const tkey = sayer<keyof typeof en>({ en, vi });
