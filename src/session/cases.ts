import cases from 'virtual:bamboo/cases';
import type { WeighedCase } from '../bundle/theory-case.ts';

/** The cases of a scenario under its lenses; none where it has none. Rejects when the file cannot be fetched. */
export const loadCases = async (scenario: string): Promise<readonly WeighedCase[]> =>
  Object.hasOwn(cases, scenario) ? ((await cases[scenario]?.()) ?? []) : [];
