import { useState } from 'preact/hooks';
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
}) => {
  const [open, setOpen] = useState(picked.length > 0);
  return (
    <details class="fold ini" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('act.title')}{' '}
        <span class="n">
          {t(model.free ? 'act.on_offer_free' : 'act.on_offer', { count: model.acts.filter(({ not }) => not === undefined).length })}
        </span>
      </summary>
      {model.acts.length === 0 && <p class="muted">{t('act.none')}</p>}
      <fieldset class="inits">
        <legend class="vh">{t('act.title')}</legend>
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
      </fieldset>
      {model.taken && !model.free && <p class="n">{t('act.free_taken')}</p>}
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
    </details>
  );
};
