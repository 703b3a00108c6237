import { t } from '../../text/text.ts';
import { Mark } from './marks.tsx';
import type { LadderModel } from '../../telling/readings.ts';

const FACE = [1, 2, 3] as const;

/** Where the standoff is, what face each side has put at stake, and whether the way down is open. */
export const Ladder = ({ ladder }: { readonly ladder: LadderModel }) => {
  const rung = ladder.rungs[ladder.at] ?? '';
  return (
    <section class="ladder" aria-label={t('ladder.full', { rung, n: ladder.at + 1, of: ladder.rungs.length })}>
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
          <span key={power} class="face" role="img" aria-label={t('ladder.face_of', { power: name, n: value })} title={name}>
            <Mark power={power} size={16} />
            {FACE.map((n) => (
              <i key={n} class={n <= value ? 'pip on' : 'pip'} />
            ))}
          </span>
        ))}
        <span class={ladder.open ? 'way' : 'way shut'}>{ladder.open ? t('ladder.open') : t('ladder.closed')}</span>
      </div>
    </section>
  );
};
