import { toggleChartKey } from '../../parts/chart-key.tsx';
import { openKeys, openMenu } from '../../shell/menu.tsx';

/** The keys that every scene of a game hears alike: chart, its key, the list of keys, the menu. Whether this was one of them. */
export const sceneKey = (key: string): boolean => {
  switch (key) {
    case 'm':
      document.getElementById('chart')?.focus();
      return true;
    case 'k':
      toggleChartKey();
      return true;
    case '?':
      openKeys();
      return true;
    case 'Escape':
      openMenu();
      return true;
    default:
      return false;
  }
};
