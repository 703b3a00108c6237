import { useState } from 'preact/hooks';
import type { Stance } from '../../engine/program.ts';
import { t } from '../../text/text.ts';
import type { ClaimModel } from '../claim.ts';
import { Icon } from '../icons.tsx';
import { Seal, type SealModel } from '../seals.tsx';
import { SourceChips } from '../source-chip.tsx';
import { StanceTag } from '../stance.tsx';
import { ViewpointSign } from '../viewpoints.tsx';
import { chanceWords } from '../words.ts';
import { mostMoved, Ranges, RangesPending, type RangeModel } from './ranges.tsx';
import { Price } from './price.tsx';

export interface OptionModel {
  /** Index among the situation's options. */
  readonly index: number;
  readonly title: string;
  readonly line: string;
  readonly stance: Stance;
  readonly about: string;
  readonly cost: number;
  /** Why it cannot be chosen now; absent when it can. */
  readonly not?: string;
  readonly backers: readonly { readonly viewpoint: string; readonly name: string }[];
  readonly strains: readonly SealModel[];
  readonly claims: readonly ClaimModel[];
  /** The event that may also happen, in words. */
  readonly tail?: string;
}

export interface ForecastModel {
  readonly ranges: readonly RangeModel[];
  /** Parts per million that the tail happens. */
  readonly tail?: number;
}

/** `off`: this stop shows no ranges; `held`: they wait for the prediction; `pending`: being worked out. */
export type ForecastState = 'off' | 'held' | 'pending' | ForecastModel;

/** The three readings that move most, as bands. */
const Outlook = ({ forecast }: { readonly forecast: ForecastState }) => {
  if (forecast === 'off' || forecast === 'held') return null;
  return forecast === 'pending' ? <RangesPending /> : <Ranges ranges={mostMoved(forecast.ranges)} />;
};

/** Odds of about this length hold the place of those still being worked out, ppm. */
const TYPICAL = 100_000;

/** The event that may also happen; its place is kept while the odds are worked out. */
const Tail = ({ option, forecast }: { readonly option: OptionModel; readonly forecast: ForecastState }) => {
  if (option.tail === undefined || forecast === 'off' || forecast === 'held') return <span class="tail" />;
  const odds = forecast === 'pending' ? undefined : forecast.tail;
  return (
    <span class={odds === undefined ? 'tail is-waiting' : 'tail'} aria-hidden={odds === undefined}>
      <b>{t('option.tail')}</b> {t('option.tail_is', { chance: chanceWords(odds ?? TYPICAL), tail: option.tail })}
    </span>
  );
};

export const OptionRow = ({
  option,
  name,
  chosen,
  forecast: worked,
  onChoose,
}: {
  readonly option: OptionModel;
  /** Name shared by the radio group. */
  readonly name: string;
  readonly chosen: boolean;
  readonly forecast: ForecastState;
  readonly onChoose: () => void;
}) => {
  const [opened, setOpened] = useState(false);
  const id = `${name}-${String(option.index)}`;
  // What cannot be chosen is told only why not.
  const forecast = option.not === undefined ? worked : 'off';
  const figures = typeof forecast === 'object' ? forecast.ranges : undefined;
  return (
    <div class={`opt${chosen ? ' is-chosen' : ''}${option.not === undefined ? '' : ' is-off'}`}>
      <label class="pick" for={id}>
        <input
          type="radio"
          id={id}
          name={name}
          checked={chosen}
          disabled={option.not !== undefined}
          aria-describedby={`${id}-line`}
          onClick={onChoose}
        />
        <span class="tl">
          <span class="nm">{option.title}</span>
          <span class="tg">
            <StanceTag stance={option.stance} about={option.about} />
            <Price cost={option.cost} />
            <span class="by">
              {option.backers.map(({ viewpoint, name: who }) => (
                <ViewpointSign key={viewpoint} viewpoint={viewpoint} label={t('option.backed', { viewpoint: who })} />
              ))}
            </span>
          </span>
        </span>
        <span class="ln" id={`${id}-line`} style={{ '--by': option.backers.length }}>
          {option.line}
          {option.strains.map((seal) => (
            <span key={seal.id} class="str">
              <Seal seal={seal} size={17} /> {t('option.strain', { seal: seal.name })}
            </span>
          ))}
          {option.not !== undefined && <span class="not">{t('option.not', { why: option.not })}</span>}
        </span>
      </label>
      {opened && figures ? (
        <div class="figs">
          <Ranges ranges={figures} digits />
          <SourceChips claims={option.claims} />
        </div>
      ) : (
        <Outlook forecast={forecast} />
      )}
      <div class="ft">
        <Tail option={option} forecast={forecast} />
        {figures && (
          <button type="button" class="more" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            <Icon name="down" size={14} />
            {opened ? t('option.digits_hide') : t('option.digits')}
            <span class="vh">: {option.title}</span>
          </button>
        )}
      </div>
    </div>
  );
};
