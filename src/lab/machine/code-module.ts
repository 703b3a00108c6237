import type { CompiledProgram } from '../../engine/compiled-program.ts';
import { functionText } from './javascript.ts';
import { writeCode } from './machine-program.ts';

/** The text of a module that is a `MadeCode`: made of the program's numbers alone. */
export const codeModule = (rules: CompiledProgram): string => {
  const { functions, called } = writeCode(rules);
  return `export const rules = ${JSON.stringify(rules.hash)};
export const called = JSON.parse(${JSON.stringify(JSON.stringify(called))});
export const functions = ({ memory, call, draw, floorDiv, modulo, curve }) => [
${functions.map((each) => functionText(each)).join(',\n')},
];
`;
};
