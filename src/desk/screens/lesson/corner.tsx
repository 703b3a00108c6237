/** A shape for each letter: nobody has to tell colours, or read from the back row. */
const SHAPES = [
  'M24 4a20 20 0 110 40a20 20 0 110-40z',
  'M24 3L46 43H2z',
  'M5 5h38v38H5z',
  'M24 1L47 24L24 47L1 24z',
  'M24 2l21 16-8 26H11L3 18z',
  'M13 4h22l11 20-11 20H13L2 24z',
];

/** The mark of a corner: its letter in its shape. */
export const CornerMark = ({ letter, label }: { readonly letter: string; readonly label?: string }) => {
  const nth = letter.charCodeAt(0) - 'A'.charCodeAt(0);
  return (
    <svg
      class="ls-mark"
      viewBox="0 0 48 48"
      focusable="false"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={SHAPES[nth % SHAPES.length] ?? ''} />
      <text x="24" y={nth === 1 ? 39 : 32.5}>
        {letter}
      </text>
    </svg>
  );
};
