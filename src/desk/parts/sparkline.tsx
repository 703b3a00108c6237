/** The last few values, scaled to their own range with a little air, so that a small move shows and a still line stays still. */
export const Sparkline = ({
  values,
  width = 54,
  height = 20,
  air = 30,
}: {
  readonly values: readonly number[];
  readonly width?: number;
  readonly height?: number;
  /** Room above and below, in the values' units: what counts as standing still. */
  readonly air?: number;
}) => {
  const shown = values.length === 1 ? [...values, ...values] : values;
  const low = Math.min(...shown) - air;
  const high = Math.max(...shown) + air;
  const points = shown.map((value, i) => {
    const x = 2 + (i * (width - 6)) / Math.max(1, shown.length - 1);
    const y = height - 2 - ((value - low) * (height - 4)) / (high - low);
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const;
  });
  const last = points.at(-1);
  return (
    <svg
      class="spark"
      width={width}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M${points.map(([x, y]) => `${String(x)} ${String(y)}`).join('L')}`} />
      {last && <circle cx={last[0]} cy={last[1]} r="2.4" />}
    </svg>
  );
};
