import type { ComponentChildren } from 'preact';
import { t } from '../../text/text.ts';
import { sealWord } from '../../telling/seals.ts';
import { CRACKS, edgeOf, HALVES } from './seal-shapes.ts';
import type { SealModel } from '../../telling/seals.ts';

/** What each seal pictures is the refusal itself. */
const GLYPHS: Readonly<Record<string, ComponentChildren>> = {
  rings: (
    <>
      <circle cx="-6.6" r="5.4" />
      <circle cx="6.6" r="5.4" />
      <path d="M0-11v22" stroke-width="1.4" />
    </>
  ),
  scales: (
    <>
      <path d="M0-11v19M-6 10.5h12M-11.5-6.5h23" />
      <path d="M-11.5-6.5l-3 7.5h6zM11.5-6.5l-3 7.5h6z" stroke-width="1.7" />
    </>
  ),
  anchor: (
    <>
      <circle cy="-8.6" r="2.6" />
      <path d="M0-6v15M-5-2h10" />
      <path d="M-10.5 2.5c.8 5 5 7.6 10.5 7.6s9.7-2.6 10.5-7.6" />
      <path d="M-13 13.2h26" stroke-width="1.3" />
    </>
  ),
  hand: (
    <>
      <path d="M-8.5 9.5L7.5-8.5" />
      <path d="M-11 4.8l6 6M-11.6 11.8l2-2" />
      <path d="M9.8-3.6c-1.6 7-5.6 11.4-11 14" stroke-width="1.4" />
      <path d="M2-10.500l8 0 0 7.500" stroke-width="1.4" />
    </>
  ),
  stem: (
    <>
      <path d="M-2.5 12.5C-3.5 5-3-3 1-12" />
      <path d="M-5.2 4.200h5M-4.200-3.500h5.600" stroke-width="1.5" />
      <path
        d="M.5-2.5c3.500-3.400 7.500-4.200 11-3.200c-2.200 3.800-6.200 5.400-11 3.200zM-3.200 5.200c-3.200-1.500-6.200-1.400-8.800.4c2.600 2.400 5.800 2.400 8.800-.4z"
        stroke-width="1.2"
        fill="currentColor"
      />
    </>
  ),
};

const Face = ({ seal }: { readonly seal: SealModel }) => (
  <>
    <path class="seal-body" d={edgeOf(seal.place)} />
    <rect class="seal-rim" x="-16.4" y="-16.4" width="32.8" height="32.8" rx="2.5" />
    <g class="seal-glyph">{GLYPHS[seal.glyph]}</g>
  </>
);

/** One drawn seal. Its name and state always stand beside it in words. */
export const Seal = ({ seal, size = 38 }: { readonly seal: SealModel; readonly size?: number }) => {
  const pigment = seal.glyph === 'stem' ? 'seal-ochre' : 'seal-red';
  return (
    <svg class="seal-svg" width={size} height={size} viewBox="-21 -21 42 42" aria-hidden="true" focusable="false">
      <g class={`seal ${pigment} is-${seal.state}`}>
        {seal.state === 'aside' ? (
          HALVES.map((half, i) => (
            <g key={half} transform={i === 0 ? 'translate(1.4 -1.6) rotate(2.5)' : 'translate(-1.2 2) rotate(-4)'}>
              <clipPath id={`half-${seal.id}-${i}`}>
                <path d={half} />
              </clipPath>
              <g clip-path={`url(#half-${seal.id}-${i})`}>
                <Face seal={seal} />
              </g>
            </g>
          ))
        ) : (
          <>
            <Face seal={seal} />
            <g class="seal-crack">
              {CRACKS.slice(0, seal.cracks).map((d) => (
                <path key={d} d={d} />
              ))}
            </g>
          </>
        )}
      </g>
    </svg>
  );
};

/** The principles in force, each with its word. `onAsk`: each opens to what it is and what moved it. */
export const Seals = ({
  seals,
  size,
  onAsk,
}: {
  readonly seals: readonly SealModel[];
  readonly size?: number;
  readonly onAsk?: (id: string) => void;
}) => (
  <ul class="doct" aria-label={t('seal.all')}>
    {seals.map((seal) => (
      <li key={seal.id} class={`is-${seal.state}`}>
        <Seal seal={seal} {...(size === undefined ? {} : { size })} />
        <div>
          {onAsk === undefined ? (
            <b>{seal.name}</b>
          ) : (
            <button type="button" class="opens" aria-haspopup="dialog" onClick={() => onAsk(seal.id)}>
              {seal.name}
            </button>
          )}
          <span class={seal.state === 'firm' || seal.state === 'empty' ? 'calm' : 'st'}>{sealWord(seal)}</span>
        </div>
      </li>
    ))}
  </ul>
);
