import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(import.meta.dirname, '..', '..');

/** A small house of its own with these files in it and the project's rules; gone when `look` returns. */
export const plant = <T>(files: Readonly<Record<string, string>>, look: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
  try {
    for (const rules of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json'])
      copyFileSync(join(project, rules), join(folder, rules));
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
