import type { ChartInfo } from '../../scenario/story.ts';
import { Mark } from '../marks.tsx';
import { capitalAt, isSmall, project } from './projection.ts';
import type { Projection } from './projection.ts';

export interface CapitalLabel {
  readonly power: string;
  readonly name: string;
  /** Tie in words: tier, kind, trust. */
  readonly tie: string;
  /** Change of trust over the last turn, per mille; 0 shows nothing. */
  readonly change: number;
  readonly changeText: string;
}

export interface PlaceLabel {
  readonly place: ChartInfo['places'][number];
  readonly name: string;
  readonly local?: string;
  /** A short state under the name, e.g. the rung at the bank. */
  readonly state?: string;
  readonly strained: boolean;
}

interface LabelsProps {
  readonly projection: Projection;
  readonly capitals: readonly CapitalLabel[];
  readonly places: readonly PlaceLabel[];
  readonly sea: readonly [string, string];
  readonly pick: (id: string) => void;
  readonly picked: string | undefined;
}

const px = (value: number): string => `${value.toFixed(1)}px`;

/** Names of capitals and places: real buttons over the canvas, in reading order Hanoi, places, capitals. */
export const Labels = ({ projection, capitals, places, sea, pick, picked }: LabelsProps) => {
  const small = isSmall(projection.frame);
  const seaAt = project(projection, small ? 114 : 112.2, small ? 15.4 : 14.9);
  return (
    <div class={small ? 'labels small' : 'labels'}>
      <p class="sea-name" style={{ left: px(seaAt.x), top: px(seaAt.y) }} aria-hidden="true">
        <span>{sea[0]}</span>
        <span>{sea[1]}</span>
      </p>
      {places.map(({ place, name, local, state, strained }) => {
        const at = project(projection, place.lon, place.lat);
        const secondary = place.kind !== 'bank';
        if (small && secondary) return null;
        return (
          <button
            key={place.id}
            type="button"
            class={`place-label ${place.kind}${picked === place.id ? ' is-picked' : ''}`}
            style={{ left: px(at.x), top: px(at.y) }}
            aria-pressed={picked === place.id}
            onClick={() => {
              pick(place.id);
            }}
          >
            <span class="place-name">{name}</span>
            {local !== undefined && !small && <span class="place-local">{local}</span>}
            {state !== undefined && <span class={strained ? 'place-state is-strained' : 'place-state'}>{state}</span>}
          </button>
        );
      })}
      {capitals.map(({ power, name, tie, change, changeText }) => {
        const at = capitalAt(projection, power);
        const side = at.plate ?? 'here';
        return (
          <button
            key={power}
            type="button"
            data-power={power}
            class={`capital-label at-${side}${picked === power ? ' is-picked' : ''}`}
            style={{ left: px(at.x), top: px(at.y) }}
            aria-pressed={picked === power}
            aria-label={tie === '' ? name : `${name}${changeText === '' ? '' : ` ${changeText}`}: ${tie}`}
            onClick={() => {
              pick(power);
            }}
          >
            <Mark power={power} size={small ? (power === 'hanoi' ? 22 : 16) : power === 'hanoi' ? 28 : 22} />
            <span class="capital-name">{name}</span>
            {change !== 0 && (
              <span class={change > 0 ? 'capital-change is-up' : 'capital-change is-down'} aria-hidden="true">
                {changeText}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
};
