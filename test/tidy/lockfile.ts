import type { Inspection } from './inspection.ts';

/** One entry of package-lock.json, as far as the rules need it. */
export type LockedPackage = {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Lockfile = { readonly packages: Readonly<Record<string, LockedPackage>> };

/** The name of a locked package: what follows the last node_modules/. */
export function lockedName(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/**
 * The lockfile installs the same everywhere: no address of a registry in it, and the packages of
 * every platform, not only of the machine that wrote it.
 */
export function lockfileRules(lock: Lockfile): Inspection {
  const packages = Object.entries(lock.packages);
  const addressed = packages.filter(([, entry]) => entry.resolved !== undefined);
  const absent = packages.flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(lock, path, name))
      .map((name) => `${path} may need ${name}, which is not locked`),
  );
  return {
    seen: packages.length,
    faults: [...addressed.map(([path]) => `${path} names the address of a registry`), ...absent],
  };
}

function isLocked(lock: Lockfile, path: string, name: string): boolean {
  const nested = path === '' ? name : `${path}/node_modules/${name}`;
  return [nested, `node_modules/${name}`].some((key) => key in lock.packages);
}
