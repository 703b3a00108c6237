import type { Bundle, Catalogue, Prose, ProseText } from '../bundle/bundle.ts';
import { compileProgram } from '../engine/compiled-program.ts';
import type { CompiledProgram } from '../engine/compiled-program.ts';
import { inMachineCode } from './machine/machine-program.ts';
import { policiesOf } from '../players/policies.ts';
import type { Policy } from '../players/policy.ts';

/** A scenario as it is handed to a thread: data alone. */
export interface LabData {
  readonly bundle: Pick<Bundle, 'program' | 'catalogue' | 'rulesHash'>;
  /** Brief of each situation in one language; undefined where it has none. */
  readonly briefs: readonly (ProseText | undefined)[];
  /** Many turns will be played: it is worth a second to put the rules into machine code first. What happens is the same. */
  readonly many: boolean;
}

/** A scenario ready to be played and measured. */
export interface LabScenario {
  readonly rules: CompiledProgram;
  readonly catalogue: Catalogue;
  readonly policies: ReadonlyMap<string, Policy>;
  readonly briefs: LabData['briefs'];
}

export const labDataOf = ({ program, catalogue, rulesHash }: LabData['bundle'], prose: Prose = {}, many = false): LabData => ({
  bundle: { program, catalogue, rulesHash },
  many,
  briefs: program.situations.map(({ id }) => prose[`situation.${id}.brief`]),
});

export const openLab = ({ bundle, briefs, many }: LabData): LabScenario => {
  const plain = compileProgram(bundle.program, bundle.rulesHash);
  return {
    rules: many ? inMachineCode(plain) : plain,
    catalogue: bundle.catalogue,
    policies: policiesOf(bundle),
    briefs,
  };
};

/** The policy of a name. Throws a RangeError for any other. */
export const policyNamed = ({ policies }: Pick<LabScenario, 'policies'>, name: string): Policy => {
  const policy = policies.get(name);
  if (policy === undefined) throw new RangeError(`no policy ${name}`);
  return policy;
};
