import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspection } from './inspection.ts';
import { type Lockfile, lockedName } from './lockfile.ts';

/** Licences under which a package may be shipped with the product. */
const SHIPPED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Licences of tools that only developers run: nothing of them is shipped. */
const TOOLS_ONLY = new Set(['MPL-2.0', 'CC-BY-3.0', 'CC-BY-4.0']);

/** Packages whose package.json names no licence: what the licence file in the package says. */
export const IN_ITS_FILE: Readonly<Record<string, string>> = { 'png-js 2.0.0': 'MIT' };

/**
 * Every locked package has a licence that we know, the installed ones the same in their own
 * package.json. "A OR B" is fine when one of them is, "A AND B" when both are.
 */
export function licences(lock: Lockfile, root: string): Inspection {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  return {
    seen: packages.length,
    faults: packages.flatMap(([path, entry]) => {
      const installed = installedLicence(join(root, path));
      const inFile = IN_ITS_FILE[`${lockedName(path)} ${entry.version}`];
      const named = [entry.license, installed, inFile].filter((licence) => licence !== undefined);
      if (named.length === 0) return [`${lockedName(path)}: no licence`];
      const refused = named.find((licence) => !isAllowed(licence, entry.dev === true));
      return refused === undefined ? [] : [`${lockedName(path)}: ${refused}`];
    }),
  };
}

function installedLicence(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: unknown };
  return typeof license === 'string' ? license : JSON.stringify(license);
}

function isAllowed(licence: string, isTool: boolean): boolean {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) =>
      choice.split(' AND ').every((one) => SHIPPED.has(one) || (isTool && TOOLS_ONLY.has(one))),
    );
}
