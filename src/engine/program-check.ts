import type { Program } from './program.ts';
import { good } from './result.ts';
import type { Result } from './result.ts';

export const openProgram = (json: unknown): Result<Program> => good(json as Program);
