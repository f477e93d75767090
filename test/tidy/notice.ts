import type { Inspection } from './inspection.ts';
import { IN_ITS_FILE } from './licences.ts';
import { type Lockfile, lockedName } from './lockfile.ts';

/** NOTICE names every package that is installed with the product under its licence, and no other. */
export function noticePackages(notice: string, lock: Lockfile): Inspection {
  const real = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && entry.dev !== true)
    .map(([path, entry]) => {
      const name = lockedName(path);
      return `${entry.license ?? IN_ITS_FILE[`${name} ${entry.version}`]}: ${name}`;
    });
  const written = [...notice.matchAll(/^ {2}([\w.-]+): ([^:]+?)\.$/gm)].flatMap(([, licence, names]) =>
    (names as string).split(',').map((name) => `${licence}: ${name.trim()}`),
  );
  return {
    seen: real.length,
    faults: [
      ...real.filter((entry) => !written.includes(entry)).map((entry) => `NOTICE leaves out ${entry}`),
      ...written.filter((entry) => !real.includes(entry)).map((entry) => `NOTICE names ${entry} in vain`),
    ],
  };
}
