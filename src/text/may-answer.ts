import { sayer } from './text.ts';

/** What is said of a move that no rule calls an answer, where its reasons are asked for. */
const en = {
  'may_answer.after': 'after {{what}}; odds that it answers anything: {{p}}%',
};

const vi: typeof en = {
  'may_answer.after': 'sau {{what}}; khả năng là để đáp lại điều gì đó: {{p}}%',
};

export const ta = sayer<keyof typeof en>({ en, vi });
