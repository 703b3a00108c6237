import { useEffect, useMemo, useState } from 'preact/hooks';
import type { GameRecord } from '../../engine/record.ts';
import { viewNow, type Chronicle } from '../../session/chronicle.ts';
import { pathLine, pictureOf } from '../../telling/picture.ts';
import { asMarkdown, asText, storyOf, type TellerAt } from '../../telling/story.ts';
import { decisionsCsv, ledgerCsv } from '../../telling/tables.ts';
import { fileOf, transcriptOf } from '../../telling/transcript.ts';
import { tt } from '../../text/theatre.ts';
import { handOut, pngOf } from '../game/hand-out.ts';
import { Dialog } from '../parts/dialog.tsx';
import { announce } from '../parts/live.tsx';
import '../style/take.css';

/** A game to take along: the record itself, tables, prose, and a picture to pass on. */
export const TakeSheet = ({
  record,
  chronicle,
  tellerAt,
  name: nameNow,
  onClose,
}: {
  readonly record: GameRecord;
  readonly chronicle: Chronicle;
  readonly tellerAt: TellerAt;
  /** What its player called the game. */
  readonly name: () => Promise<string | undefined>;
  readonly onClose: () => void;
}) => {
  const [said, setSaid] = useState('');
  const teller = tellerAt(viewNow(chronicle));
  const picture = useMemo(() => pictureOf(tellerAt, chronicle), [chronicle, teller.locale]);
  const [shown, setShown] = useState<string | undefined>(undefined);
  useEffect(() => {
    const at = URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }));
    setShown(at);
    return () => URL.revokeObjectURL(at);
  }, [picture]);
  const stem = `${record.scenario}-${chronicle.seed}`;
  const give = (name: string, type: string, content: string | Blob): void => {
    handOut(name, typeof content === 'string' ? new Blob([content], { type }) : content);
    setSaid(tt('take.saved', { name }));
    announce(tt('take.saved', { name }));
  };
  const csv = 'text/csv;charset=utf-8';
  const groups = [
    {
      line: tt('take.picture_line'),
      ways: [
        {
          id: 'png',
          name: tt('take.png'),
          take: () =>
            void pngOf(picture).then((png) => {
              if (png !== undefined) give(`${stem}.png`, 'image/png', png);
              else setSaid(tt('take.no_png'));
            }),
        },
        { id: 'svg', name: tt('take.svg'), take: () => give(`${stem}.svg`, 'image/svg+xml', picture) },
      ],
    },
    {
      line: tt('take.story_line'),
      ways: [
        {
          id: 'text',
          name: tt('take.story_text'),
          take: () => give(`${stem}.txt`, 'text/plain;charset=utf-8', asText(storyOf(tellerAt, chronicle))),
        },
        {
          id: 'markdown',
          name: tt('take.story_markdown'),
          take: () => give(`${stem}.md`, 'text/markdown;charset=utf-8', asMarkdown(storyOf(tellerAt, chronicle))),
        },
      ],
    },
    {
      line: tt('take.csv_line'),
      ways: [
        { id: 'decisions', name: tt('take.decisions'), take: () => give(`${stem}-decisions.csv`, csv, decisionsCsv(teller, chronicle)) },
        { id: 'ledger', name: tt('take.ledger'), take: () => give(`${stem}-ledger.csv`, csv, ledgerCsv(tellerAt, chronicle)) },
      ],
    },
    {
      line: tt('take.record_line'),
      ways: [
        {
          id: 'record',
          name: tt('take.record'),
          take: () =>
            void nameNow().then((called) =>
              give(`${stem}.json`, 'application/json', fileOf(record, called, transcriptOf(teller, chronicle))),
            ),
        },
      ],
    },
  ];
  return (
    <Dialog title={tt('take.title')} onClose={onClose}>
      <div class="take-sheet">
        {shown !== undefined && (
          <img src={shown} width="600" height="315" alt={tt('take.picture_alt', { line: pathLine(tellerAt, chronicle) })} />
        )}
        {groups.map(({ line, ways }) => (
          <section key={line}>
            <p class="n">{line}</p>
            <p class="take-ways">
              {ways.map(({ id, name, take }) => (
                <button key={id} type="button" class="btn" id={`take-${id}`} onClick={take}>
                  {name}
                </button>
              ))}
            </p>
          </section>
        ))}
        <p class="n">{said}</p>
      </div>
    </Dialog>
  );
};
