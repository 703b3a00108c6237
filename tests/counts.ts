/** Whether this is `npm run proof`. */
export const proving = process.env['BAMBOO_PROOF'] === '1';

/** How often a property is tried: `small` in `npm cit`, `large` in `npm run proof`. */
export const runs = (small: number, large: number): number => (proving ? large : small);
