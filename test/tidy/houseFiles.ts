import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One file of the project; `path` is relative to its root, with forward slashes. */
export type HouseFile = { readonly path: string; readonly text: string };

/** Where `.gitignore` says that nothing of ours lies, and the folder of git itself. */
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', '.openrebate', '.build', 'coverage']);

const TEXT_BYTES_MAX = 2_000_000;

/** Every file of the project, read from disk: works in a clone as in an unpacked archive. */
export function readHouse(root: string): HouseFile[] {
  return readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.split('/').some((part) => NOT_OURS.has(part)) && !path.endsWith('.tgz'))
    .sort()
    .map((path) => ({ path, text: readText(join(root, path)) }));
}

/** Packed and very large files are listed, but their text is not looked at. */
function readText(file: string): string {
  const isBinary = /\.(gz|png|jpg|ico|ttf|woff2)$/.test(file);
  return isBinary || statSync(file).size > TEXT_BYTES_MAX ? '' : readFileSync(file, 'utf8');
}

export function isScript(path: string): boolean {
  return /\.(tsx?|js|mjs)$/.test(path);
}

/** Tests may import everything and need no arrows. */
export function isTest(path: string): boolean {
  return path.startsWith('test/') || path.endsWith('.test.ts');
}

/** The first folder of a path, '' for a file in the root. */
export function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}
