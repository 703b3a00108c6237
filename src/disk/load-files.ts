import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileProgram } from '../engine/compiled-program.ts';
import { runTests } from '../lab/scenario-tests.ts';
import { compileScenario, type Compiled } from '../scenario/compile.ts';
import { fixScenario } from '../scenario/fix.ts';
import { listScenarios, loadScenario as readFiles } from './load-scenario.ts';
import { isFatal, sortProblems, writeProblem, type Problem } from '../scenario/problem/problem.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { makeOnce } from './compile-cache.ts';
import type { Output } from '../cli/output.ts';
import { UsageError } from '../cli/usage.ts';

/** A scenario that can be played: rules, catalogue and words. */
export interface Loaded {
  readonly bundle: Bundle;
  readonly prose: Compiled['prose'];
  readonly targets: Compiled['targets'];
  readonly cases: Compiled['cases'];
  readonly limits: Compiled['limits'];
}

const scenariosOf = (root: string): string => join(root, 'scenarios');

const compiled = (path: string, root: string, compile = compileScenario): Compiled => {
  const { files, problems } = readFiles(path, scenariosOf(root));
  const result = compile(files);
  return { ...result, bundle: problems.length > 0 ? undefined : result.bundle, problems: sortProblems([...problems, ...result.problems]) };
};

/** The tests of a scenario that did not come out, as problems. */
export const failedTests = ({ bundle, tests }: Pick<Compiled, 'bundle' | 'tests'>): readonly Problem[] => {
  if (bundle === undefined || tests.length === 0) return [];
  return runTests(compileProgram(bundle.program), tests)
    .filter(({ passed }) => !passed)
    .map(({ test, held, first }) => ({
      code: 'test_failed',
      message:
        `The test \`${test.id}\` held in ${held} of ${test.seeds} seeds` +
        (first === undefined ? '.' : `; not with ${first.seed}${first.illegal === undefined ? '' : `, where ${first.illegal}`}.`),
      ...{ file: test.file, line: test.line, column: test.column },
    }));
};

/**
 * The scenario of an id or a path; undefined, with its problems said, when it has no rules. Problems that leave the rules whole
 * do not keep anyone from playing: `check` tells them.
 */
const findScenario = (name: string, root: string, out: Output): Loaded | readonly Problem[] => {
  const path = pathOf(name, root);
  const shipped = dirname(path) === scenariosOf(root);
  const { bundle, prose, targets, limits, cases, problems } = compiled(
    path,
    root,
    shipped ? (files) => makeOnce(files, compileScenario) : compileScenario,
  );
  if (bundle !== undefined) return { bundle, prose, targets, limits, cases };
  const fatal = problems.filter(isFatal);
  for (const problem of fatal) out.complain(writeProblem(problem));
  return fatal;
};

/** The scenario of an id or a path; undefined when it has no rules, and then scripts are told what `check` tells. */
export const loadScenario = (name: string, root: string, out: Output): Loaded | undefined => {
  const found = findScenario(name, root, out);
  if ('bundle' in found) return found;
  out.tell({ problems: found });
  return undefined;
};

const pathOf = (name: string, root: string): string => {
  const shipped = listScenarios(scenariosOf(root));
  if (shipped.includes(name)) return join(scenariosOf(root), name);
  if (existsSync(name)) return name;
  throw new UsageError(`There is no scenario "${name}"; there are ${shipped.join(', ')}, and files and folders by their path.`);
};

/** The scenario named, or all of the project when none is, without those that have no rules; their problems are said. */
export const scenariosAtHand = (name: string | undefined, root: string, out: Output): readonly Loaded[] =>
  (name === undefined ? listScenarios(scenariosOf(root)) : [name]).flatMap((id) => {
    const found = findScenario(id, root, out);
    return 'bundle' in found ? [found] : [];
  });

/** The scenario named, or all of the project when none is; undefined, as `loadScenario` leaves it, when the one named has no rules. */
export const loadNamed = (name: string | undefined, root: string, out: Output): readonly Loaded[] | undefined => {
  if (name === undefined) return scenariosAtHand(undefined, root, out);
  const named = loadScenario(name, root, out);
  return named === undefined ? undefined : [named];
};

/** Every problem of a scenario file, a scenario's folder, or every scenario of a folder of them. */
export const problemsOf = (path: string, root: string): readonly Problem[] => {
  const told = new Map(
    placesIn(path)
      .flatMap((place) => {
        const found = compiled(place, root);
        return [...found.problems, ...failedTests(found)];
      })
      .map((problem) => [writeProblem(problem), problem]),
  );
  return sortProblems([...told.values()]);
};

/** The scenarios that a path stands for: itself, or those in a folder of scenarios. */
const placesIn = (path: string): readonly string[] => {
  if (!existsSync(path) || !statSync(path).isDirectory() || existsSync(join(path, 'scenario.yaml'))) return [path];
  const folders = listScenarios(path);
  return folders.length > 0 ? folders.map((id) => join(path, id)) : [path];
};

/** Puts right what can be put right without asking; gives the files it wrote. */
export const mend = (path: string, root: string): readonly string[] =>
  placesIn(path).flatMap((place) =>
    fixScenario(readFiles(place, scenariosOf(root)).files).map(({ file, text }) => {
      writeFileSync(file, text);
      return file;
    }),
  );
