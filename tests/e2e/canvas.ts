import type { BrowserContext, Page } from '@playwright/test';

/** Kinds of canvas that draw the chart. */
export const WEBGL = ['webgl', 'webgl2', 'experimental-webgl'] as const;

/**
 * Refuses some kinds of canvas, as browsers without them do. Before the page opens. Tests that are not about the chart go without any: drawn by
 * software it takes most of a test's time.
 */
export const refuseCanvas = (page: Page | BrowserContext, kinds: readonly string[] = [...WEBGL, '2d']): Promise<unknown> =>
  page.addInitScript((refused: readonly string[]) => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its own canvas below
    const { getContext } = HTMLCanvasElement.prototype;
    Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
      value(this: HTMLCanvasElement, kind: string, ...rest: unknown[]): unknown {
        return refused.includes(kind) ? null : Reflect.apply(getContext, this, [kind, ...rest]);
      },
    });
  }, kinds);
