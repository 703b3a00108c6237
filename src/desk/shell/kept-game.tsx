import type { ScenarioHeading } from '../../bundle/bundle.ts';
import type { Saved } from '../../session/saves.ts';
import { locale, t } from '../../text/text.ts';
import { tk } from '../../text/kept.ts';
import { titleOf } from '../../telling/wording.ts';
import { useRename } from './rename.tsx';

const stateOf = ({ over, exploration, received }: Saved): string =>
  [
    ...(received === true ? [tk('kept.is_received')] : []),
    ...(exploration ? [t('clock.exploration')] : []),
    tk(over ? 'home.kept_over' : 'home.kept_on'),
  ].join(', ');

export const turnOf = (saved: Saved, { turns }: ScenarioHeading): string =>
  tk('home.turn', { n: Math.min(saved.turn + 1, turns), of: turns });

interface KeptGameProps {
  readonly saved: Saved;
  /** Undefined where its scenario is not here. */
  readonly entry: ScenarioHeading | undefined;
  /** What it is called while nobody names it; '' until that is known, or where it cannot be. */
  readonly made: string;
  readonly open: () => void;
  readonly onNamed: () => void;
}

const sceneOf = ({ scenario }: Saved, entry: ScenarioHeading | undefined): string =>
  entry ? titleOf(entry) : scenario === '' ? t('link.title') : tk('home.unknown', { scenario });

/** A kept game in a list: by its name, and what may be done with it. */
export const KeptGame = ({ saved, entry, made, open, onNamed }: KeptGameProps) => {
  const scene = sceneOf(saved, entry);
  const { form, button } = useRename(saved, made, onNamed);
  const name = saved.name ?? made;
  const left = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' });
  if (form) return <div class="named">{form}</div>;
  return (
    <div class="named">
      <button type="button" class="kept" onClick={open}>
        <b>{name === '' ? scene : <bdi>{name}</bdi>}</b>
        {saved.scenario !== '' && (
          <span>
            {name !== '' && `${scene} · `}
            {entry ? turnOf(saved, entry) : tk('home.unknown_needs')} · {stateOf(saved)}
          </span>
        )}
        {saved.at > 0 && <span class="muted">{left.format(saved.at)}</span>}
      </button>
      {button}
    </div>
  );
};
