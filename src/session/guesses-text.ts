import type { Program } from '../engine/program.ts';
import { alongLine } from '../engine/record.ts';
import type { RecordNote } from '../engine/record.ts';
import { seatAt } from './game.ts';
import type { Game } from './game.ts';
import { noteOf, predictionsOf, SAID } from './prediction.ts';
import type { Prediction } from './prediction.ts';

/** The form that a text of guesses begins with: another one is passed over. */
const FORM = '1';
const MILLION = 1_000_000;

/** Digits of each part of a guess, to the base of 36: turn, number of the situation, which of the five it was, odds in parts per million. */
const WIDTHS = [2, 2, 1, 4] as const;
const GUESS = /[0-9a-z]{9}/gu;
const WHOLE = /^1(?:[0-9a-z]{9})+$/u;

const digits = (value: number, width: number): string => value.toString(36).padStart(width, '0');

const packed = (program: Program, { turn, situation, said, odds }: Prediction): string => {
  const parts = [turn, program.situations.findIndex(({ id }) => id === situation), SAID.indexOf(said), odds];
  const words = parts.map((part, i) => digits(part, WIDTHS[i] ?? 0));
  return parts.every((part, i) => part >= 0 && words[i]?.length === WIDTHS[i]) ? words.join('') : '';
};

/** What was guessed along the line at hand, nine letters each; '' where nothing was. */
export const makeGuesses = ({ bundle, record, line }: Game): string => {
  const said = predictionsOf({ notes: alongLine(record, line, record.notes) });
  const text = said.map((each) => packed(bundle.program, each)).join('');
  return text === '' ? '' : FORM + text;
};

/** The game with the guesses of a text beside its turns; without any where the text is none, or says what cannot have been guessed. */
export const withGuesses = (game: Game, text: string): Game => {
  if (!WHOLE.test(text)) return game;
  const { record, line, bundle, states } = game;
  const eye = bundle.program.seats[seatAt(game)]?.id ?? '';
  const lineOn = (turn: number): number => {
    let on = line;
    for (let from = record.lines[on]?.from; from !== undefined && turn < from.turn; from = record.lines[on]?.from) on = from.line;
    return on;
  };
  const notes = [...text.slice(FORM.length).matchAll(GUESS)].flatMap(([guess]): RecordNote[] => {
    let at = 0;
    const [turn = 0, nth = 0, which = 0, odds = 0] = WIDTHS.map((width) => Number.parseInt(guess.slice(at, (at += width)), 36));
    const situation = bundle.program.situations[nth]?.id;
    const said = SAID[which];
    if (situation === undefined || said === undefined || odds > MILLION || turn >= states.length - 1) return [];
    return [{ line: lineOn(turn), turn, ...noteOf({ situation, said, odds }, eye) }];
  });
  const once = notes.filter(({ turn }, i) => notes.findIndex((each) => each.turn === turn) === i);
  return { ...game, record: { ...record, notes: [...record.notes, ...once] } };
};
