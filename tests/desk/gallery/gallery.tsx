import { render } from 'preact';
import { useState } from 'preact/hooks';
import '../../../src/desk/style/fonts.css';
import '../../../src/desk/style/tokens.css';
import '../../../src/desk/style/base.css';
import '../../../src/desk/style/turn.css';
import '../../../src/desk/style/ledger.css';
import { Icon } from '../../../src/desk/icons.tsx';
import { Ladder } from '../../../src/desk/ladder.tsx';
import { Readings } from '../../../src/desk/readings.tsx';
import { SourceCard } from '../../../src/desk/source-card.tsx';
import { Acts } from '../../../src/desk/turn/acts.tsx';
import { Brief, Odds, Signals, Views } from '../../../src/desk/turn/briefing.tsx';
import { Capital, CommitBar } from '../../../src/desk/turn/commit-bar.tsx';
import { Choice } from '../../../src/desk/turn/decision.tsx';
import { Tabs, type LeafName } from '../../../src/desk/turn/tabs.tsx';
import { TapQuestion } from '../../../src/desk/turn/tap.tsx';
import { TopBar } from '../../../src/desk/turn/top-bar.tsx';
import { speak } from '../../../src/text/text.ts';
import * as fx from './fixture.ts';

const q = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = q.get('theme') ?? '';

const Turn = () => {
  const [leaf, setLeaf] = useState<LeafName>(q.get('leaf') === 'decision' ? 'decision' : q.get('leaf') === 'readings' ? 'readings' : 'briefing');
  const [option, setOption] = useState<number | undefined>(undefined);
  return (
    <main class="game">
      <TopBar clock={fx.clock} seals={q.get('lang') === 'vi' ? fx.sealsVi : fx.seals}>
        <button type="button" class="btn quiet">
          <Icon name="menu" size={20} />
          <span class="tx">Menu</span>
        </button>
      </TopBar>
      <div class="stagebox" />
      <div class="strip">
        <Ladder ladder={fx.ladder} />
        <Readings readings={fx.readings} />
      </div>
      <section class="desk two">
        <Tabs leaves={['briefing', 'decision', 'readings']} open={leaf} onOpen={setLeaf} />
        <div class="leaves two">
          <div class="leaf" role="tabpanel" hidden={leaf !== 'briefing'}>
            <Brief brief={fx.brief} heading="h" />
            <Signals model={{ signals: fx.signals, silent: [], seen: ['an orderly change of crews'] }} />
            <Views views={fx.brief.views} />
            <Odds odds={fx.odds} />
            <TapQuestion question="Will Beijing add escorts before 20 July?" said={undefined} onSay={() => setLeaf('decision')} onSkip={() => setLeaf('decision')} />
          </div>
          <div class="leaf" role="tabpanel" hidden={leaf !== 'decision'}>
            <Choice titled={false} choice={fx.choice} chosen={option} forecastOf={(i) => (i === 1 ? 'pending' : fx.forecast)} onChoose={setOption} />
            <Acts model={fx.acts} picked={[0]} full={undefined} onToggle={() => undefined} />
          </div>
          <div class="leaf" role="tabpanel" hidden={leaf !== 'readings'}>
            <Ladder ladder={fx.ladder} />
            <Readings readings={fx.readings} />
          </div>
        </div>
        <CommitBar>
          <Capital capital={{ value: 4, max: 8, floor: -2 }} spend={option === undefined ? 0 : 2} />
          <span class="why-not" />
          <button type="button" class="btn primary">
            Commit
          </button>
        </CommitBar>
      </section>
      <SourceCard />
    </main>
  );
};

void speak(q.get('lang') === 'vi' ? 'vi' : 'en').then(() => {
  const host = document.getElementById('app');
  if (host) render(<Turn />, host);
});
