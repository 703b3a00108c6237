import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The sheet that lies over one desk. */
export type Sheet = Signal<
  'menu' | 'keys' | 'how-to' | 'notices' | 'charges' | 'take' | 'branch' | { readonly link: string; readonly copied: boolean } | undefined
>;

export const newSheet = (): Sheet => signal(undefined);

export const SheetContext = createContext<Sheet>(newSheet());

export const useSheet = (): Sheet => useContext(SheetContext);
