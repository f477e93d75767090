import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A text as the house writes files of its kind; `file` says which kind. */
export function formatted(text: string, file: string): string {
  const formatter = join(ROOT, 'node_modules/.bin/biome');
  const options = { cwd: ROOT, input: text, encoding: 'utf8' } as const;
  return execFileSync(formatter, ['format', `--stdin-file-path=${file}`], options);
}
