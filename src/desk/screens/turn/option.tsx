import { useState } from 'preact/hooks';
import { t } from '../../../text/text.ts';
import { Icon } from '../../parts/icons.tsx';
import { Seal } from '../../parts/seals.tsx';
import { SourceChips } from '../../parts/source-chip.tsx';
import { StanceTag } from '../../parts/stance.tsx';
import { ViewpointSign } from '../../parts/viewpoints.tsx';
import { chanceWords } from '../../../telling/wording.ts';
import { Cells, CellsPending, Ranges } from './ranges.tsx';
import { Price } from './price.tsx';
import type { OptionModel } from '../../../telling/options.ts';
import type { ForecastModel } from '../../../telling/outlook.ts';

/** `off`: this stop shows no ranges; `held`: they wait for the prediction; `pending`: being worked out. */
export type ForecastState = 'off' | 'held' | 'pending' | ForecastModel;

/** What this answer changes against the cheapest, in the same columns for all; and who is expected to answer how. */
const Outlook = ({ forecast }: { readonly forecast: ForecastState }) => {
  if (forecast === 'off' || forecast === 'held') return null;
  if (forecast === 'pending') return <CellsPending />;
  return (
    <>
      {forecast.baseline ? <p class="cells baseline">{t('option.baseline')}</p> : <Cells cells={forecast.cells} />}
      {forecast.line !== '' && <p class="expected">{forecast.line}</p>}
      {forecast.ruin !== '' && <p class="ruin">{forecast.ruin}</p>}
    </>
  );
};

/** Asked for: every reading in figures, the event that may also happen, the sources. */
const Figures = ({ option, forecast }: { readonly option: OptionModel; readonly forecast: ForecastModel }) => (
  <div class="figs">
    <p class="against">{t('option.against_today')}</p>
    <Ranges ranges={forecast.ranges} />
    {option.tail !== undefined && forecast.tail !== undefined && (
      <p class="tail">
        <b>{t('option.tail')}</b> {t('option.tail_is', { chance: chanceWords(forecast.tail), tail: option.tail })}
      </p>
    )}
    <SourceChips claims={option.claims} />
  </div>
);

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
  const figures = typeof forecast === 'object' ? forecast : undefined;
  return (
    <div class={`opt${chosen ? ' is-chosen' : ''}${option.not === undefined ? '' : ' is-off'}`}>
      <label class="pick" for={id}>
        <input
          type="radio"
          id={id}
          name={name}
          checked={chosen}
          disabled={option.not !== undefined}
          aria-describedby={`${id}-line ${id}-outlook`}
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
              <span class="vh">; </span>
              <Seal seal={seal} size={17} /> {t('option.strain', { seal: seal.name })}
            </span>
          ))}
          {option.not !== undefined && <span class="not">{t('option.not', { why: option.not })}</span>}
        </span>
      </label>
      <div class="ol" id={`${id}-outlook`}>
        <Outlook forecast={forecast} />
        {figures && (
          <button
            type="button"
            class="more"
            aria-expanded={opened}
            aria-label={`${opened ? t('option.digits_hide') : t('option.digits')}: ${option.title}`}
            title={opened ? t('option.digits_hide') : t('option.digits')}
            onClick={() => setOpened(!opened)}
          >
            <Icon name="down" size={16} />
          </button>
        )}
      </div>
      {opened && figures && <Figures option={option} forecast={figures} />}
    </div>
  );
};
