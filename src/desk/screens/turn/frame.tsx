import type { ComponentChildren } from 'preact';
import type { View } from '../../../engine/view.ts';
import type { Chronicle } from '../../../session/chronicle.ts';
import { ChargesButton } from '../../shell/charges-button.tsx';
import { useFaces } from '../../faces.ts';
import { useAsked } from '../../parts/asked.ts';
import { apart, useApart } from '../../parts/apart.ts';
import { LaterSheet } from '../../parts/later.tsx';
import { MenuButton } from '../../shell/menu-button.tsx';
import { useSheet } from '../../shell/sheets.ts';
import { clockOf } from '../../../telling/clock.ts';
import { rowsByTurn, viewsOf } from '../../../session/chronicle.ts';
import { t } from '../../../text/text.ts';
import { sealsOf } from '../../../telling/seals.ts';
import { SourceCard } from '../../parts/source-card.tsx';
import type { Teller } from '../../../telling/teller.ts';
import { TopBar } from '../../parts/top-bar.tsx';

const REGION = apart(() => import('../../parts/region.tsx'));

/** The chart, when it is here: what is to be decided can be read without it. */
const Region = ({ children }: { readonly children: (region: Awaited<ReturnType<typeof REGION.fetch>>) => ComponentChildren }) => {
  const { here, missing } = useApart(REGION, true);
  if (here !== undefined) return <>{children(here)}</>;
  if (missing === undefined) return null;
  return (
    <div class="chart-missing" role="status">
      <p class="brief">{t('failed.what')}</p>
      <button type="button" class="btn" onClick={missing.again}>
        {t('failed.again')}
      </button>
    </div>
  );
};

/** What every moment of a game shares, and what therefore stays when the scene changes: date and principles above, and the chart. */
export const Frame = ({
  game,
  teller,
  before,
  children,
}: {
  readonly game: Chronicle;
  readonly teller: Teller;
  /** The view before the turn just resolved. */
  readonly before: View | undefined;
  readonly children: ComponentChildren;
}) => {
  useFaces();
  const { facts } = useAsked();
  const sheet = useSheet();
  const subject = facts.value;
  return (
    <main class="game">
      <TopBar
        clock={clockOf(teller, before ?? teller.view, game.explorationFrom !== undefined)}
        seals={sealsOf(teller)}
        onAsk={(id) => (facts.value = { kind: 'principle', id })}
        onBranch={() => (sheet.value = 'branch')}
      >
        <ChargesButton />
        <MenuButton />
      </TopBar>
      <div class="stagebox">
        <Region>
          {({ ChartArea, ChartKey }) => (
            <>
              <ChartArea teller={teller} {...(before === undefined ? {} : { before, happened: rowsByTurn(game).at(-1) ?? [] })} />
              <ChartKey teller={teller} />
            </>
          )}
        </Region>
      </div>
      {children}
      <SourceCard />
      {subject !== undefined && (
        <LaterSheet
          load={() => import('../../parts/facts-sheet.tsx').then(({ FactsSheet }) => FactsSheet)}
          props={{ teller, turns: rowsByTurn(game), views: viewsOf(game), subject, onClose: () => (facts.value = undefined) }}
        />
      )}
    </main>
  );
};
