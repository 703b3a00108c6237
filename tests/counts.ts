/** How often a property is tried: `small` in `npm cit`, `large` in `npm run proof`. */
export const runs = (small: number, large: number): number => (process.env['BAMBOO_PROOF'] === '1' ? large : small);
