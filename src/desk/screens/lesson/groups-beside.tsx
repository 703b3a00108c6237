import { useState } from 'preact/hooks';
import { bandWord } from '../../../telling/wording.ts';
import { gt } from '../../../text/lesson/groups.ts';
import { t } from '../../../text/text.ts';
import { useDesk } from '../../desk-context.ts';
import type { AnswerCell, ClassGame, ClassTable } from '../../lesson/class-table.ts';

const CHARGES = { met: 'review.met', partly: 'review.partly', missed: 'review.missed' } as const;

const how = ({ cards, way, rang, dissents }: AnswerCell): string =>
  [
    rang
      ? gt('beside.bell')
      : way === 'alone'
        ? gt('beside.one')
        : way === 'chair'
          ? gt('beside.chair')
          : cards === undefined
            ? ''
            : gt('beside.cards', { count: cards[0], of: cards[1] }),
    dissents.length === 0 ? '' : gt('beside.dissent', { names: dissents.join(', ') }),
  ]
    .filter(Boolean)
    .join(' · ');

const Answer = ({ cell }: { readonly cell: AnswerCell | undefined }) =>
  cell === undefined ? (
    <td class="muted">{gt('beside.not')}</td>
  ) : (
    <td>
      {cell.situation !== '' && <small>{cell.situation}</small>}
      {cell.chosen !== '' && <b>{cell.chosen}</b>}
      <small>{how(cell)}</small>
    </td>
  );

const Pick = ({
  label,
  names,
  at,
  onPick,
}: {
  readonly label: string;
  readonly names: readonly string[];
  readonly at: number;
  readonly onPick: (at: number) => void;
}) => (
  <label class="field">
    <span>{label}</span>
    <select value={at} onChange={(event) => onPick(Number(event.currentTarget.value))}>
      {names.map((name, i) => (
        <option key={name} value={i}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

/** The games of a class side by side: by decision, then how each came out; any two of them go to the theatre. */
export const Beside = ({ games, table }: { readonly games: readonly ClassGame[]; readonly table: ClassTable }) => {
  const { address } = useDesk();
  const [first, setFirst] = useState(0);
  const [second, setSecond] = useState(1);
  const [a, b] = [games[first], games[second]];
  const { names, decisions, endings, charges, readings, standing } = table;
  const part = (title: string) => (
    <tr class="cl-part">
      <th scope="colgroup" colSpan={names.length + 1}>
        {title}
      </th>
    </tr>
  );
  return (
    <>
      <p class="ls-small">{gt('beside.debrief')}</p>
      <div class="cl-scroll" role="region" aria-label={gt('beside.region')} tabIndex={0}>
        <table class="cl-table">
          <thead>
            <tr>
              <td />
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {decisions.map(({ stop, cells }) => (
              <tr key={stop}>
                <th scope="row">{gt('beside.decision', { n: stop + 1 })}</th>
                {cells.map((cell, i) => (
                  <Answer key={names[i]} cell={cell} />
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{gt('beside.standing')}</th>
              {standing.map((each, i) => (
                <td key={names[i]}>{each.join(', ')}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">{gt('beside.ending')}</th>
              {endings.map((ending, i) => (
                <td key={names[i]}>
                  <b>{ending}</b>
                </td>
              ))}
            </tr>
            {part(gt('beside.charges'))}
            {charges.map(({ title, states }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {states.map((state, i) => (
                  <td key={names[i]}>{state === undefined ? '' : t(CHARGES[state])}</td>
                ))}
              </tr>
            ))}
            {part(gt('beside.readings'))}
            {readings.map(({ name, values }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, i) => (
                  <td key={names[i]}>{gt('beside.reading', { band: bandWord(value), value })}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="ls-ask">{gt('beside.ask')}</p>
      <form
        class="cl-two"
        onSubmit={(event) => {
          event.preventDefault();
          if (a !== undefined && b !== undefined && first !== second)
            address.goTo({ at: 'theatre', games: [`g=${a.link}`, `g=${b.link}`] });
        }}
      >
        <h2>{gt('beside.pick')}</h2>
        <Pick label={gt('beside.first')} names={names} at={first} onPick={setFirst} />
        <Pick label={gt('beside.second')} names={names} at={second} onPick={setSecond} />
        <button type="submit" class="btn" aria-disabled={first === second}>
          {gt('beside.open')}
        </button>
        {first === second && <span>{gt('beside.same')}</span>}
      </form>
    </>
  );
};
