import { Ladder, type LadderModel } from '../ladder.tsx';
import { Readings, type ReadingModel } from '../readings.tsx';

/** The ladder over the five readings. */
export const Strip = ({ ladder, readings }: { readonly ladder: LadderModel | undefined; readonly readings: readonly ReadingModel[] }) => (
  <>
    {ladder && <Ladder ladder={ladder} />}
    <Readings readings={readings} />
  </>
);
