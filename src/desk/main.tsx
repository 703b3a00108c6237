import { render } from 'preact';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/turn.css';
import './style/ledger.css';
import './style/chart.css';
import './style/home.css';
import { App } from './app.tsx';
import { watchRoute } from './address.ts';
import { startSettings } from './settings.ts';

const host = document.getElementById('app');
if (host !== null) {
  watchRoute();
  void startSettings().then(() => {
    host.replaceChildren();
    render(<App />, host);
  });
}
