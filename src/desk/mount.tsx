import { render } from 'preact';
import type { FunctionComponent } from 'preact';
import { openSaves } from '../session/saves.ts';
import type { Saves } from '../session/saves.ts';
import { App } from './app.tsx';
import { ownAddress, type Address } from './address.ts';
import { DeskContext } from './desk-context.ts';
import { createGameStore } from './game/game-store.ts';
import { AskedContext, newAsked } from './parts/asked.ts';
import { Within } from './parts/within.ts';
import { keepTrue } from './translated.ts';
import { newSheet, SheetContext } from './shell/sheets.ts';

/** `alone`: the only desk of the page; it then hears keys wherever the focus is. `Notice`: what stands beside the desk. */
export interface DeskOptions {
  readonly address?: Address;
  readonly saves?: Saves;
  readonly alone?: boolean;
  readonly Notice?: FunctionComponent;
}

/** Puts a desk into an element of the page. Several may stand on one page; each has a game of its own. */
export const mountDesk = (
  host: HTMLElement,
  { address = ownAddress(), saves = openSaves(), alone = false, Notice }: DeskOptions = {},
): void => {
  const place = {
    find: (selector: string) => host.querySelector<HTMLElement>(selector),
    hears: () => alone || host.contains(document.activeElement),
  };
  host.replaceChildren();
  render(
    <DeskContext.Provider value={{ store: createGameStore(saves), address }}>
      <Within.Provider value={place}>
        <AskedContext.Provider value={newAsked()}>
          <SheetContext.Provider value={newSheet()}>
            <App />
            {Notice && <Notice />}
          </SheetContext.Provider>
        </AskedContext.Provider>
      </Within.Provider>
    </DeskContext.Provider>,
    host,
  );
  keepTrue(host);
};
