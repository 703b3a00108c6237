import '../style/chart.css';

/** The chart and what its marks mean: fetched apart, as the first decision can be read without them. */
export { ChartArea } from './chart-area.tsx';
export { ChartKey } from './chart-key.tsx';
