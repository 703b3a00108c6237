import type { ComponentChildren } from 'preact';
import type { View } from '../../engine/view.ts';
import type { Game } from '../../session/game.ts';
import { ChartArea } from '../chart-area.tsx';
import { MenuButton } from '../menu.tsx';
import { clockOf } from '../model/clock.ts';
import { sealsOf } from '../model/seals.ts';
import { SourceCard } from '../source-card.tsx';
import type { Teller } from '../teller.ts';
import { TopBar } from './top-bar.tsx';

/** What every screen of a game shares: the date and the principles above, the chart, the strip of readings, the desk. */
export const Frame = ({
  game,
  teller,
  strip,
  before,
  children,
}: {
  readonly game: Game;
  readonly teller: Teller;
  readonly strip: ComponentChildren;
  readonly before?: View;
  readonly children: ComponentChildren;
}) => (
  <main class="game">
    <TopBar clock={clockOf(teller, game.explorationFrom !== undefined)} seals={sealsOf(teller)}>
      <MenuButton />
    </TopBar>
    <div class="stagebox">
      <ChartArea teller={teller} {...(before === undefined ? {} : { before })} />
    </div>
    <div class="strip">{strip}</div>
    {children}
    <SourceCard />
  </main>
);
