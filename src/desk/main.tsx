import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/turn.css';
import './style/ledger.css';
import './style/chart.css';
import './style/home.css';
import { hashAddress } from './address.ts';
import { mountDesk } from './mount.tsx';
import { startSettings } from './settings.ts';

const host = document.getElementById('app');
if (host !== null) {
  const address = hashAddress();
  void startSettings().then(() => mountDesk(host, { address, alone: true }));
}
