import { t } from '../../../text/text.ts';
import { OptionRow, type ForecastState } from './option.tsx';
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
  const shown = choice.options.some(({ index }) => {
    const state = forecastOf(index);
    return state === 'pending' || typeof state === 'object';
  });
  return (
    <fieldset class="opts" aria-label={`${t('option.legend')}: ${choice.title}`}>
      <div class="sec" aria-hidden="true">
        <h3 class={titled ? 'what' : ''}>{titled ? choice.title : t('option.legend')}</h3>
        <span class="n">{shown ? t('option.ranges', { span }) : ''}</span>
      </div>
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
