import { posix } from 'node:path';
import type { HouseFile } from './houseFiles.ts';
import { type Inspection, inspect } from './inspection.ts';

/** First folders of absolute paths that are the same on every machine, or no file paths at all. */
const KNOWN_ROOTS = new Set([
  // Of a Unix system.
  'bin',
  'dev',
  'etc',
  'nonexistent',
  'proc',
  'tmp',
  'srv',
  'usr',
  'var',
  // Of our own addresses, and the tail of a path.
  'api',
  'agreements',
  'jobs',
  'assets',
  'claims',
  'earnings',
  'facts',
  'files',
  'health',
  'imports',
  'ledger',
  'help',
  'node_modules',
  'partners',
  'payments',
  'portal',
  'reports',
  'settings',
  'settlement',
  'trust',
  'welcome',
]);

const ABSOLUTE = /(?:^|[\s'"`(=])\/([A-Za-z][\w.-]+)\/[\w.-]/g;
const UPWARD = /(?:^|[\s'"`(=])((?:\.\.\/)+[\w.-]+)/g;

/**
 * Nothing mentions a place outside the project: no path of somebody's machine, no relative path
 * that leaves the root. A clone must not depend on where it was made.
 */
export function outsidePlaces(files: readonly HouseFile[]): Inspection {
  const texts = files.filter(({ path }) => !path.startsWith('demo/data/') && path !== 'package-lock.json');
  return inspect(texts, (file) => [
    ...[...file.text.matchAll(ABSOLUTE)]
      .filter(([, root]) => !KNOWN_ROOTS.has((root as string).toLowerCase()))
      .map(([match]) => `names the place ${match.trim()}`),
    ...[...file.text.matchAll(UPWARD)]
      .filter(([, path]) => posix.join(posix.dirname(file.path), path as string).startsWith('..'))
      .map(([, path]) => `leaves the project: ${path}`),
  ]);
}
