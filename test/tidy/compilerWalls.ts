import { runPlanted } from './plantedRooms.ts';

const ROOMS = ['core', 'engine', 'app', 'adapters', 'main'];

/** Files that the compiler must refuse, and as what. */
const REFUSED: Readonly<Record<string, { readonly text: string; readonly error: string }>> = {
  'core/planted/readsFiles.ts': {
    text: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    error: 'TS2591',
  },
  'core/planted/readsEnvironment.ts': { text: 'export const home = process.env.HOME;\n', error: 'TS2591' },
  'core/planted/waits.ts': { text: 'export const timer = setTimeout(() => 1n, 1);\n', error: 'TS2304' },
  'core/planted/fetches.ts': { text: "export const page = fetch('/');\n", error: 'TS2304' },
  'core/planted/prints.ts': { text: "console.log('no');\nexport const printed = true;\n", error: 'TS2584' },
  'core/planted/climbs.ts': { text: importing('engine'), error: 'TS6307' },
  'engine/planted/climbs.ts': { text: importing('app'), error: 'TS6307' },
  'engine/planted/hashes.ts': {
    text: "import { createHash } from 'node:crypto';\nexport const hash = createHash;\n",
    error: 'TS2591',
  },
  'app/planted/climbs.ts': { text: importing('adapters'), error: 'TS6307' },
  'app/planted/readsEnvironment.ts': { text: 'export const home = process.env.HOME;\n', error: 'TS2591' },
  'adapters/planted/climbs.ts': { text: importing('main'), error: 'TS6307' },
};

function importing(room: string): string {
  return `import { fine } from '../../${room}/planted/fine.ts';\nexport const up = fine;\n`;
}

/** Files that stay inside their walls: a compiler that refuses everything proves nothing. */
const FINE: Readonly<Record<string, string>> = Object.fromEntries(
  ROOMS.map((room) => [`${room}/planted/fine.ts`, 'export const fine = 1n;\n']),
);

/** What the compiler refuses of the planted files, and what it should, one run for all. */
export function compilerWalls(root: string): { readonly refused: string[]; readonly expected: string[] } {
  const configurations = [
    'package.json',
    'tsconfig.base.json',
    ...ROOMS.map((room) => `${room}/tsconfig.json`),
  ];
  const faulty = Object.entries(REFUSED);
  const planted = { ...FINE, ...Object.fromEntries(faulty.map(([path, { text }]) => [path, text])) };
  const { output } = runPlanted(root, configurations, planted, ['tsc', '-b', ...ROOMS]);
  const refused = [...output.matchAll(/^([\w/]+\.ts)\(\d+,\d+\): error (TS\d+)/gm)];
  return {
    refused: [...new Set(refused.map(([, path, error]) => `${path} ${error}`))].sort(),
    expected: faulty.map(([path, { error }]) => `${path} ${error}`).sort(),
  };
}
