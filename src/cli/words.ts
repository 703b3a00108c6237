import type { Locale } from '../bundle/bundle.ts';

/** What only the terminal says. */
export interface Words {
  readonly capital: string;
  readonly costs: string;
  readonly closed: string;
  readonly acts: string;
  readonly moved: string;
  readonly nothing: string;
  readonly unknown: string;
  /** Before another one takes the keyboard. */
  readonly next: (who: string) => string;
  readonly decided: string;
  readonly open: string;
  readonly answer: (options: number) => string;
  readonly chooseActs: (most: number) => string;
}

const EN: Words = {
  capital: 'Capital',
  costs: 'costs',
  closed: 'Not now.',
  acts: 'What you may do besides',
  moved: 'Since then:',
  nothing: 'nothing moved',
  unknown: 'That cannot be chosen.',
  next: (who) => `For ${who} alone`,
  decided: 'The chairs have decided:',
  open: 'nothing',
  answer: (options) => `Your answer, 1 to ${options} (q to stop):`,
  chooseActs: (most) => `Up to ${most}, by number; nothing to go on:`,
};

const VI: Words = {
  capital: 'Vốn chính trị',
  costs: 'giá',
  closed: 'Lúc này chưa được.',
  acts: 'Những việc có thể làm thêm',
  moved: 'Từ đó đến nay:',
  nothing: 'không có gì thay đổi',
  unknown: 'Không chọn được như vậy.',
  next: (who) => `Chỉ dành cho ${who}`,
  decided: 'Các ghế đã quyết:',
  open: 'chưa quyết gì',
  answer: (options) => `Câu trả lời của bạn, từ 1 đến ${options} (q để dừng):`,
  chooseActs: (most) => `Nhiều nhất ${most} việc, ghi số; để trống để đi tiếp:`,
};

export const wordsOf = (locale: Locale): Words => (locale === 'vi' ? VI : EN);
