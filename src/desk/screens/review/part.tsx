import type { ComponentChildren } from 'preact';

/** One part of a review under its heading. */
export const Part = ({
  name,
  title,
  note,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}) => (
  <section class={name} aria-labelledby={`${name}-heading`}>
    <div class="sec">
      <h2 id={`${name}-heading`}>{title}</h2>
      {note !== undefined && <span class="n">{note}</span>}
    </div>
    {children}
  </section>
);
