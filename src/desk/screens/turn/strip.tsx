import { Ladder } from '../../parts/ladder.tsx';
import { Readings, type AskWhy } from '../../parts/readings.tsx';
import type { ReadingModel, LadderModel } from '../../../telling/readings.ts';

/** The ladder over the five readings. */
export const Strip = ({
  ladder,
  readings,
  onWhy,
}: {
  readonly ladder: LadderModel | undefined;
  readonly readings: readonly ReadingModel[];
  readonly onWhy?: AskWhy;
}) => (
  <>
    {ladder && <Ladder ladder={ladder} />}
    <Readings readings={readings} onWhy={onWhy} />
  </>
);
