import type { SeatOrder } from '../engine/order.ts';

/** An order as a text that is the same for orders that say the same; that nothing was ordered is an order too. */
export const orderCodeOf = (order: SeatOrder | undefined): string =>
  order === undefined
    ? ''
    : `${[...order.answers]
        .map(({ situation, option }) => `${String(situation)}/${String(option)}`)
        .sort()
        .join(',')};${[...order.acts].sort((a, b) => a - b).join(',')}`.replace(/^;$/u, '');
