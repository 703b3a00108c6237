import { Bamboo } from './bamboo.tsx';
import { Ladder } from './ladder.tsx';
import { Readings, type AskWhy } from './readings.tsx';
import type { PostureModel } from '../../telling/posture.ts';
import type { ReadingModel, LadderModel } from '../../telling/readings.ts';

/** The ladder over the five readings, and the bamboo beside them. */
export const Strip = ({
  ladder,
  readings,
  posture,
  onWhy,
}: {
  readonly ladder: LadderModel | undefined;
  readonly readings: readonly ReadingModel[];
  readonly posture: PostureModel;
  readonly onWhy?: AskWhy;
}) => (
  <>
    {ladder && <Ladder ladder={ladder} />}
    <Readings readings={readings} onWhy={onWhy} />
    <Bamboo posture={posture} />
  </>
);
