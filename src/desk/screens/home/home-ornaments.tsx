import { HomeBamboo } from './home-bamboo.tsx';
import { HomeChart } from './home-chart.tsx';

/** What is drawn around the first screen, once its words are there. */
export const HomeOrnaments = () => (
  <>
    <HomeChart />
    <HomeBamboo />
  </>
);
