import { t } from '../../text/text.ts';
import { useAsked } from './asked.ts';
import { Mark } from './marks.tsx';
import type { LadderModel } from '../../telling/readings.ts';

const FACE = [1, 2, 3] as const;

/** Where the standoff is, what face each side has put at stake, and whether the way down is open. */
export const Ladder = ({ ladder }: { readonly ladder: LadderModel }) => {
  const { facts } = useAsked();
  const rung = ladder.rungs[ladder.at] ?? '';
  const full = t('ladder.full', { rung, n: ladder.at + 1, of: ladder.rungs.length });
  return (
    <section class="ladder" aria-label={full}>
      <button
        type="button"
        class="rungs opens"
        aria-haspopup="dialog"
        aria-label={full}
        onClick={() => (facts.value = { kind: 'ladder' })}
      />
      <ol aria-hidden="true">
        {ladder.rungs.map((name, i) => (
          <li key={name} class={i === ladder.at ? 'at' : i < ladder.at ? 'passed' : ''} style={{ '--step': i }}>
            <i />
            <span>{name}</span>
          </li>
        ))}
      </ol>
      <div class="faces">
        <span class="fl0">{t('ladder.face')}</span>
        {ladder.faces.map(({ power, name, value }) => (
          <button
            key={power}
            type="button"
            class="face opens"
            aria-haspopup="dialog"
            aria-label={`${t('ladder.face')}: ${t('ladder.face_of', { power: name, n: value })}`}
            title={name}
            onClick={() => (facts.value = { kind: 'face', id: power })}
          >
            <Mark power={power} size={16} />
            {FACE.map((n) => (
              <i key={n} class={n <= value ? 'pip on' : 'pip'} />
            ))}
          </button>
        ))}
        <span class={ladder.open ? 'way' : 'way shut'}>{ladder.open ? t('ladder.open') : t('ladder.closed')}</span>
      </div>
    </section>
  );
};
