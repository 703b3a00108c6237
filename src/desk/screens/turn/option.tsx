import { useState } from 'preact/hooks';
import { t } from '../../../text/text.ts';
import { Icon } from '../../parts/icons.tsx';
import { Seal } from '../../parts/seals.tsx';
import { SourceChips } from '../../parts/source-chip.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import { ViewpointSign } from '../../parts/viewpoints.tsx';
import { chanceWords } from '../../../telling/wording.ts';
import { Cells, Ranges, RangesPending } from './ranges.tsx';
import { Price } from './price.tsx';
import type { OptionModel } from '../../../telling/options.ts';
import type { ForecastModel } from '../../../telling/outlook.ts';

/** `off`: this stop shows no ranges; `held`: they wait for the prediction; `pending`: being worked out. */
export type ForecastState = 'off' | 'held' | 'pending' | ForecastModel;

/** What this answer changes against the cheapest, in the same columns for all; and who is expected to answer how. */
const Outlook = ({ forecast }: { readonly forecast: ForecastState }) => {
  if (forecast === 'off' || forecast === 'held') return null;
  if (forecast === 'pending') return <RangesPending />;
  return (
    <>
      {forecast.baseline ? <p class="baseline">{t('option.baseline')}</p> : <Cells cells={forecast.cells} />}
      {forecast.answers !== '' && <p class="expected">{forecast.answers}</p>}
    </>
  );
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
