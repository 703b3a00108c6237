import { describe, expect, it } from 'vitest';
import { keyOf, makeSeed } from '../../src/engine/seed.ts';
import { labDataOf, openLab } from '../../src/lab/lab-scenario.ts';
import { withShuffledAims } from '../../src/lab/placebo.ts';
import { addLessons, newLessons, picks, teach } from '../../src/lab/stranger.ts';
import { pickedIn, strangers, type Shown } from '../../src/lab/strangers.ts';
import { shipped } from '../playthrough/shipped.ts';

const bundle = shipped('vanguard-bank-2019');
const { program, catalogue } = bundle;

describe('a stranger', () => {
  const read = () => {
    const lessons = newLessons();
    for (let i = 0; i < 20; i++) {
      teach(lessons, 'resist/mill', i % 5 === 0 ? [] : ['mill protests', 'weir looks on']);
      teach(lessons, 'partner/mill', i % 5 === 0 ? ['mill protests'] : ['weir looks on']);
    }
    return lessons;
  };

  it('picks the manner that what was seen fits better, silence too', () => {
    expect(picks(read(), ['mill protests'], 'resist/mill', 'partner/mill')).toBe(1);
    expect(picks(read(), ['mill protests'], 'partner/mill', 'resist/mill')).toBe(0);
    expect(picks(read(), [], 'partner/mill', 'resist/mill')).toBe(1);
  });

  it('does not know what it has not read of, nor what fits both alike', () => {
    expect(picks(read(), ['mill protests'], 'align/mill', 'align/weir')).toBe(0.5);
    expect(picks(read(), ['mill protests', 'rain falls'], 'resist/mill', 'partner/mill')).toBe(1);
    expect(picks(newLessons(), ['mill protests'], 'resist/mill', 'partner/mill')).toBe(0.5);
  });

  it('reads in parts what it reads at once', () => {
    const whole = newLessons();
    addLessons(whole, read());
    addLessons(whole, newLessons());
    expect(whole).toEqual(read());
  });
});

describe('a table from acts to answers that means nothing', () => {
  const key = keyOf(makeSeed(7n));
  const shuffled = withShuffledAims(program, catalogue.powers, key);
  const doesOf = ({ situations }: typeof program) => situations.flatMap(({ options }) => options.map(({ does }) => does));
  const bag = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).sort();

  it('holds what the true one holds, elsewhere, and is drawn by its key', () => {
    expect({ ...shuffled, situations: [] }).toEqual({ ...program, situations: [] });
    expect(bag(doesOf(shuffled).flat())).toEqual(bag(doesOf(program).flat()));
    const moved = doesOf(shuffled).filter((does, i) => bag(does).join() !== bag(doesOf(program)[i]!).join());
    expect(moved.length).toBeGreaterThan(100);
    expect(withShuffledAims(program, catalogue.powers, key)).toEqual(shuffled);
    expect(withShuffledAims(program, catalogue.powers, keyOf(makeSeed(8n)))).not.toEqual(shuffled);
  });

  it('leaves a stranger who knows the true one at a loss', { timeout: 120_000 }, () => {
    const lab = openLab(labDataOf(bundle));
    const found = strangers.play(lab, { first: makeSeed(9_000n), from: 0, to: 24 }, { study: 'strangers', policy: 'random' });
    const share = (shown: Shown) => {
      const { counted, of } = pickedIn(found, shown);
      return counted.reduce((sum, each) => sum + each, 0) / of.reduce((sum, each) => sum + each, 0);
    };
    expect(share('own')).toBeGreaterThan(0.72);
    expect(share('shuffled')).toBeLessThan(0.56);
    expect(share('placebo')).toBeLessThan(0.62);
  });
});
