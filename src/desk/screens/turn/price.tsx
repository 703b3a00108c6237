import { t } from '../../../text/text.ts';

/** What an order costs in political capital: one coin a point, and the words for it. */
export const Price = ({ cost }: { readonly cost: number }) => (
  <span class={cost === 0 ? 'price none' : 'price'} title={cost === 0 ? t('option.free') : t('option.cost', { count: cost })}>
    <span class="vh">; {cost === 0 ? t('option.free') : t('option.cost', { count: cost })}</span>
    <span aria-hidden="true">
      {cost === 0 ? (
        <b>0</b>
      ) : (
        <>
          <i class="coin" />
          <b>{cost}</b>
        </>
      )}
    </span>
  </span>
);
