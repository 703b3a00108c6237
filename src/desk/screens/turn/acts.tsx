import { t } from '../../../text/text.ts';
import { Price } from './price.tsx';
import type { RunningModel, ActsModel } from '../../../telling/acts.ts';

const Running = ({ project }: { readonly project: RunningModel }) => (
  <li>
    <span>{project.title}</span>
    <span class="prog" aria-hidden="true">
      {Array.from({ length: project.of }, (_, i) => (
        <i key={i} class={i < project.done ? 'on' : ''} />
      ))}
    </span>
    <span class="n">{t('act.left', { time: project.left })}</span>
  </li>
);

/** Standing acts of statecraft, and projects under way. */
export const Acts = ({
  model,
  picked,
  full,
  onToggle,
}: {
  readonly model: ActsModel;
  readonly picked: readonly number[];
  /** Said when one more was refused. */
  readonly full: string | undefined;
  readonly onToggle: (act: number) => void;
}) => (
  <fieldset class="ini">
    <legend class="vh">{t('act.title')}</legend>
    <div class="sec mt" aria-hidden="true">
      <h3 id="initiatives">{t('act.title')}</h3>
      <span class="n">{model.free ? t('act.note') : ''}</span>
    </div>
    {model.acts.length === 0 && <p class="muted">{t('act.none')}</p>}
    <div class="inits">
      {model.acts.map(({ act, title, line, cost, not, time }) => (
        <label key={act} class={not === undefined ? '' : 'is-off'} title={line}>
          <input type="checkbox" name="act" checked={picked.includes(act)} disabled={not !== undefined} onChange={() => onToggle(act)} />
          <span class="an">
            {title}
            <small>{not === undefined ? line : t('option.not', { why: not })}</small>
            {time !== undefined && <small class="span">{t('act.project', { time })}</small>}
          </span>
          <span class="ap">{cost === 0 && time === undefined ? <span class="gratis">{t('act.free')}</span> : <Price cost={cost} />}</span>
        </label>
      ))}
    </div>
    {full !== undefined && <p class="refused">{full}</p>}
    {model.running.length > 0 && (
      <div class="running">
        <h4>{t('act.running')}</h4>
        <ul>
          {model.running.map((project) => (
            <Running key={project.id} project={project} />
          ))}
        </ul>
      </div>
    )}
    {model.slots && <p class="n slots">{t('act.slots', { free: model.slots.free, of: model.slots.of })}</p>}
  </fieldset>
);
