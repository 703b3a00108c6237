import { useWithin } from '../../parts/within.ts';
import { useSheet } from '../../shell/sheets.ts';

/** The keys that every scene of a game hears alike: chart, its key, the list of keys, the menu. Gives whether a key was one of them. */
export const useSceneKey = (): ((key: string) => boolean) => {
  const { find } = useWithin();
  const sheet = useSheet();
  return (key) => {
    switch (key) {
      case 'm':
        find('#chart')?.focus();
        return true;
      case 'k':
        find('#chart-key summary')?.click();
        return true;
      case '?':
        sheet.value = 'keys';
        return true;
      case 'Escape':
        sheet.value = 'menu';
        return true;
      default:
        return false;
    }
  };
};
