import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HouseFile } from './houseFiles.ts';
import type { Inspection } from './inspection.ts';

/** How git lists a link among what it tracks: its mode, its content, a stage, then its path. */
const LINK = /^120000 \w+ \d\t/;

/**
 * Git tracks no links. One that stands where another clone has a folder, such as that of packages,
 * replaces the folder with all that is in it as soon as the commit is taken over there.
 * An unpacked archive has no git, and tracks nothing.
 */
export function trackedLinks(root: string, house: readonly HouseFile[]): Inspection {
  if (!existsSync(join(root, '.git'))) return { seen: house.length, faults: [] };
  const { stdout, status } = spawnSync('git', ['ls-files', '-s'], { cwd: root, encoding: 'utf8' });
  const tracked = status === 0 ? stdout.split('\n').filter((line) => line !== '') : [];
  return { seen: tracked.length, faults: tracked.filter((line) => LINK.test(line)) };
}
