import { signal } from '@preact/signals';
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StageModel } from '../stage-model.ts';
import { Labels } from './labels.tsx';
import { fitChart } from './projection.ts';
import type { Frame, Geography } from './projection.ts';
import type { ChartInfo } from '../../bundle/bundle.ts';
import type { Coast } from '../../bundle/chart-units.ts';
import type { CapitalLabel, PlaceLabel } from '../../telling/chart.ts';

interface ChartProps {
  readonly numbers: Pick<StageModel, 'powers' | 'places' | 'otherTint' | 'marks'>;
  readonly theme: StageModel['theme'];
  readonly still: boolean;
  readonly capitals: readonly CapitalLabel[];
  readonly places: readonly PlaceLabel[];
  readonly geography: Geography;
  /** Fetches the coast. */
  readonly coast: () => Promise<Coast>;
  /** The water's name, and the same as it is called there. */
  readonly water: readonly [string, string];
  readonly waterAt: ChartInfo['water'];
  /** One sentence that says what the chart shows. */
  readonly summary: string;
  readonly picked: string | undefined;
  /** The power whose move is shown just now, and what it does. */
  readonly moving: string | undefined;
  readonly line: string | undefined;
  readonly pick: (id: string) => void;
  /** The chart in words: read aloud always, seen where the stage cannot stand. */
  readonly children: ComponentChildren;
}

interface Place {
  readonly frame: Frame;
  readonly size: StageModel['size'];
  /** Size of the names' text, CSS pixels: it grows with the screen and with the reader's own setting. */
  readonly text: number;
}

const measure = (host: HTMLElement, frame: HTMLElement): Place => {
  const outer = host.getBoundingClientRect();
  const inner = frame.getBoundingClientRect();
  return {
    size: { width: Math.round(outer.width), height: Math.round(outer.height) },
    frame: {
      left: Math.round(inner.left - outer.left),
      top: Math.round(inner.top - outer.top),
      right: Math.round(inner.right - outer.left),
      bottom: Math.round(inner.bottom - outer.top),
    },
    text: Number.parseFloat(getComputedStyle(frame).fontSize) || 13,
  };
};

const same = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Plate widths as laid out, so that each tie ends at its plate's inner edge. */
const plateWidths = (host: HTMLElement): ReadonlyMap<string, number> =>
  new Map(
    [...host.querySelectorAll<HTMLElement>('[data-power]')].map((plate) => [
      plate.dataset['power'] ?? '',
      Math.round(plate.getBoundingClientRect().width),
    ]),
  );

/** The chart: a canvas that the stage draws, under real buttons. Playable without the canvas. */
export const Chart = (props: ChartProps) => {
  const host = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const model = useRef<Signal<StageModel> | undefined>(undefined);
  const [place, setPlace] = useState<Place>();
  const [stage, setStage] = useState<'waits' | 'stands' | 'fails'>('waits');

  useLayoutEffect(() => {
    const outer = host.current;
    const inner = frame.current;
    if (outer === null || inner === null) return undefined;
    const look = (): void => {
      const next = measure(outer, inner);
      setPlace((old) => (old !== undefined && same(old, next) ? old : next));
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(outer);
    watch.observe(inner);
    return () => {
      watch.disconnect();
    };
  }, []);

  const projection = useMemo(() => (place === undefined ? undefined : fitChart(place.frame, props.geography)), [place, props.geography]);

  useLayoutEffect(() => {
    if (place === undefined || host.current === null || place.size.width === 0) return;
    const widths = plateWidths(host.current);
    const next: StageModel = {
      theme: props.theme,
      still: props.still,
      geography: props.geography,
      otherTint: props.numbers.otherTint,
      marks: props.numbers.marks,
      size: place.size,
      frame: place.frame,
      powers: props.numbers.powers.map((power) => ({ ...power, plate: widths.get(power.id) ?? 0 })),
      places: props.numbers.places.filter(({ id }) => props.places.some(({ place: { id: named } }) => named === id)),
    };
    if (model.current === undefined) model.current = signal(next);
    else if (JSON.stringify(model.current.peek()) !== JSON.stringify(next)) model.current.value = next;
  });

  const queues = new Map(props.numbers.places.map((each) => [each.id, each.queue]));
  const ready = place !== undefined;
  useEffect(() => {
    if (!ready || canvas.current === null) return undefined;
    const at = canvas.current;
    let gone = false;
    let unmount: (() => void) | undefined;
    // The desk is drawn and playable first; the chart's 300 kB come a moment later.
    const start = (): void => {
      if (document.createElement('canvas').getContext('2d') === null) {
        setStage('fails');
        return;
      }
      void Promise.all([import('../../stage/mount.ts'), props.coast()]).then(
        ([{ mountStage }, coast]) => {
          if (gone || model.current === undefined) return;
          const mounted = mountStage(at, model.current, coast);
          unmount = mounted?.unmount;
          setStage(mounted === undefined ? 'fails' : 'stands');
        },
        () => {
          setStage('fails');
        },
      );
    };
    const wait = setTimeout(start, 60);
    return () => {
      gone = true;
      clearTimeout(wait);
      unmount?.();
    };
  }, [ready]);

  return (
    <section ref={host} class={`chart ${stage}`} aria-label={props.summary} tabIndex={-1} id="chart">
      <div ref={canvas} class="chart-canvas" aria-hidden="true" />
      <div ref={frame} class="chart-frame" aria-hidden="true" />
      {projection !== undefined && place !== undefined && (
        <Labels
          projection={projection}
          size={place.text}
          capitals={props.capitals}
          places={props.places}
          queues={queues}
          water={props.water}
          waterAt={props.waterAt}
          pick={props.pick}
          picked={props.picked}
          moving={props.moving}
        />
      )}
      {props.line !== undefined && (
        <p key={props.line} class="chart-line" aria-hidden="true">
          {props.line}
        </p>
      )}
      {props.children}
    </section>
  );
};
