import type { Page } from '@playwright/test';

/** The seed of the lesson that is kept: nothing on screen may hold it before the debrief. */
export const seedKept = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('bamboo-diplomacy-lessons');
        opening.onerror = () => reject(new Error('no lessons'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('games').objectStore('games').getAll();
          all.onsuccess = () => {
            opening.result.close();
            const found = (all.result as { readonly record?: { readonly luck: { readonly seed: string } } }[]).find(({ record }) => record);
            resolve(found?.record?.luck.seed ?? '');
          };
        };
      }),
  );
