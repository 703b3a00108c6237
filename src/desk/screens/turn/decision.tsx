import { t } from '../../../text/text.ts';
import { OptionRow, type ForecastState } from './option.tsx';
import { CellHeads } from './ranges.tsx';
import type { ChoiceModel } from '../../../telling/options.ts';

/** One situation's answers: a single radio group. */
export const Choice = ({
  choice,
  titled,
  span,
  chosen,
  forecastOf,
  onChoose,
}: {
  readonly choice: ChoiceModel;
  /** Whether the situation's title stands above, because its brief lies on another leaf. */
  readonly titled: boolean;
  /** How far ahead the ranges look, in words. */
  readonly span: string;
  readonly chosen: number | undefined;
  readonly forecastOf: (option: number) => ForecastState;
  readonly onChoose: (option: number) => void;
}) => {
  const states = choice.options.filter(({ not }) => not === undefined).map(({ index }) => forecastOf(index));
  const worked = states.find((state) => typeof state === 'object');
  const shown = worked !== undefined || states.includes('pending');
  return (
    <fieldset class="opts" aria-label={`${t('option.legend')}: ${choice.title}`}>
      <div class="sec" aria-hidden="true">
        <h3 class={titled ? 'what' : ''}>{titled ? choice.title : t('option.legend')}</h3>
        <span class="n">{shown ? span : ''}</span>
      </div>
      {shown && <CellHeads cells={worked?.cells} />}
      {choice.options.map((option) => (
        <OptionRow
          key={option.index}
          option={option}
          name={`answer-${choice.id}`}
          chosen={chosen === option.index}
          forecast={forecastOf(option.index)}
          onChoose={() => onChoose(option.index)}
        />
      ))}
    </fieldset>
  );
};
