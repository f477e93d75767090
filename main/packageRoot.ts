import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package: of the checkout, or of the installed package. */
export function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error('Fault: the package has no root');
  }
}

/**
 * The folder that the state belongs to: the checkout, or where the package is installed the project
 * above node_modules, since an install empties node_modules.
 */
export function projectRoot(root: string = packageRoot()): string {
  const [project = root] = root.split(`${sep}node_modules${sep}`);
  return project === '' ? sep : project;
}
