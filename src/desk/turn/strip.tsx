import { Ladder, type LadderModel } from '../ladder.tsx';
import { Readings, type AskWhy, type ReadingModel } from '../readings.tsx';

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
