import { scenarios } from '../../../session/library.ts';
import { mainLength, turnOn } from '../../../telling/clock.ts';
import { titleOf } from '../../../telling/wording.ts';
import { locale } from '../../../text/text.ts';
import { tt } from '../../../text/theatre.ts';
import { useDesk } from '../../desk-context.ts';
import type { Offer } from '../../game/game-store.ts';
import { useHeadingFocus } from '../../parts/focus.ts';
import { PageHeader } from '../../shell/page-header.tsx';
import '../../style/theatre.css';

/** What a shared link offers: three ways, and not a word of how the game went before one is chosen. */
export const OfferPage = ({ offer, code }: { readonly offer: Offer; readonly code: string }) => {
  const { store, address } = useDesk();
  const { bundle, seed, over, turn } = offer;
  const { program } = bundle;
  const entry = scenarios().find(({ id }) => id === program.id);
  useHeadingFocus('offer-heading', code);
  const go = (opening: Promise<boolean>, at: 'play' | 'review'): void =>
    void opening.then(
      (opened) => address.goTo({ at: opened ? at : 'problem' }),
      () => address.goTo({ at: 'home' }),
    );
  const ways = [
    ...(over
      ? []
      : [{ id: 'go-on', title: tt('offer.go_on'), line: tt('offer.go_on_line'), take: () => go(store.openShared(code), 'play') }]),
    { id: 'seed', title: tt('offer.seed'), line: tt('offer.seed_line'), take: () => go(store.beginShared(code), 'play') },
    {
      id: 'watch',
      title: tt('offer.watch'),
      line: tt('offer.watch_line'),
      take: () => address.goTo({ at: 'theatre', games: [`g=${code}`] }),
    },
    ...(over
      ? [
          {
            id: 'review',
            title: tt('offer.review'),
            line: tt('offer.review_line'),
            take: () => go(store.openShared(code, tt('offer.received')), 'review'),
          },
        ]
      : []),
  ];
  return (
    <div class="plain-page">
      <PageHeader />
      <main class="offer" id="main">
        <p class="eyebrow">{entry === undefined ? program.id : titleOf(entry)}</p>
        <h1 id="offer-heading" tabIndex={-1}>
          {tt('offer.title')}
        </h1>
        <p>{tt('offer.about')}</p>
        <p class="brief">{over ? tt('offer.over') : tt('offer.open', { when: turnOn(program, turn, locale.value) })}</p>
        <p class="n">{tt('offer.meta', { turns: mainLength(program), minutes: bundle.catalogue.minutes, seed })}</p>
        <ul class="ways">
          {ways.map(({ id, title, line, take }, i) => (
            <li key={id}>
              <button type="button" id={`offer-${id}`} class={i === 0 ? 'offer-way is-first' : 'offer-way'} onClick={take}>
                <b>{title}</b>
                <span>{line}</span>
              </button>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
};
