import { type HouseFile, isScript, isTest } from './houseFiles.ts';
import { importsOf } from './imports.ts';
import type { Inspection } from './inspection.ts';

/** Files that nobody imports, because something else than an import starts them; npm scripts aside. */
export const ENTRY_POINTS: Readonly<Record<string, string>> = {
  'main/cli.ts': 'bin/openrebate.mjs starts it on a Node that can read it',
  'test/freshClone/matrix.ts': 'the check of fresh clones, started by hand: it needs root and the network',
  'web/office/main.tsx': 'web/office/index.html loads it',
  'web/portal/main.tsx': 'web/portal/index.html loads it',
  'web/ui/styles.d.ts': 'the compiler reads it',
  'test/support/oidcProvider.d.ts': 'the compiler reads it',
  'bin/buildPages.mjs': 'main/builtPages.ts starts it',
  'main/api/asideThread.ts': 'main/api/openAside.ts starts it in a thread',
  'main/workerThread.ts': 'main/workInThread.ts starts it in a thread',
  'main/engine/columnThread.ts': 'main/engine/columnThreads.ts starts it in a thread',
  'bin/build.mjs': 'npm run prepack starts it',
  'test/crash/webhookWorker.ts': 'test/crash/webhookKills.test.ts starts it in a process',
  'test/mutation/probe.ts': 'test/mutation/net.ts starts it',
  'test/mutation/wakingRunner.ts': 'the configuration that test/mutation/net.ts writes names it',
  'core/document/netOfInclusive.ts': 'papers whose amounts come from elsewhere with their tax',
  'vitest.config.ts': 'vitest reads it',
  'test/support/databaseServer.ts': 'vitest.config.ts names it',
};

/** The files of ours that npm scripts start. */
export function scriptEntries(scripts: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.entries(scripts).flatMap(([word, command]) =>
    [...command.matchAll(/(?<=^| )(?!node_modules)[\w./-]+\.(?:ts|mjs)/g)].map(
      ([path]) => [path, `npm run ${word}`] as const,
    ),
  );
  return Object.fromEntries(named);
}

/**
 * Every script of the product is reached from an entry point by imports, and every script under
 * test/ from a test. A file that only its test imports is not used.
 */
export function unusedFiles(
  files: readonly HouseFile[],
  entryPoints: Readonly<Record<string, string>>,
): Inspection {
  const scripts = files.filter((file) => isScript(file.path));
  const product = scripts.filter((file) => !isTest(file.path));
  const tests = scripts.filter((file) => file.path.endsWith('.test.ts')).map((file) => file.path);
  const entries = Object.keys(entryPoints);
  const used = reached(scripts, entries);
  const tested = reached(scripts, [...entries, ...tests]);
  const isUsed = (file: HouseFile) => (product.includes(file) ? used : tested).has(file.path);
  const missing = entries.filter((path) => !scripts.some((file) => file.path === path));
  return {
    seen: scripts.length,
    faults: [
      ...scripts.filter((file) => !isUsed(file)).map((file) => `${file.path}: nothing needs it`),
      ...missing.map((path) => `${path}: an entry point that does not exist`),
    ],
  };
}

/** The paths that imports lead to from these entries, the entries included. */
function reached(files: readonly HouseFile[], entries: readonly string[]): Set<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const open = [...entries];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const file = byPath.get(path);
    if (file === undefined || seen.has(path)) continue;
    seen.add(path);
    open.push(...importsOf(file).map((entry) => entry.target));
  }
  return seen;
}
