import { runPlanted, runTool } from './plantedRooms.ts';

const LONG = `export function long(): number {\n  let sum = 0;\n${'  sum += 1;\n'.repeat(70)}  return sum;\n}\n`;

/** Files with one fault each, and the lint rule that must find it. */
export const PLANTED: Readonly<Record<string, { readonly text: string; readonly rule: string }>> = {
  'core/planted/clock.ts': { text: 'export const now = new Date();\n', rule: 'noRestrictedGlobals' },
  'core/planted/climb.ts': {
    text: "import { x } from '../../app/planted/x.ts';\n\nexport const y = x;\n",
    rule: 'noRestrictedImports',
  },
  'app/planted/sideways.ts': {
    text: "import { x } from '../../adapters/db/x.ts';\n\nexport const y = x;\n",
    rule: 'noRestrictedImports',
  },
  'core/planted/egg.ts': {
    text: "import { hen } from './hen.ts';\n\nexport const egg: number = hen;\n",
    rule: 'noImportCycles',
  },
  'core/planted/hen.ts': {
    text: "import { egg } from './egg.ts';\n\nexport const hen: number = egg;\n",
    rule: 'noImportCycles',
  },
  'core/planted/long.ts': { text: LONG, rule: 'noExcessiveLinesPerFunction' },
  'core/planted/barrel.ts': { text: "export { egg } from './egg.ts';\n", rule: 'noBarrelFile' },
  'core/planted/snake_case.ts': { text: 'export const snake = 1;\n', rule: 'useFilenamingConvention' },
  'main/planted/floating.ts': {
    text: 'async function work(): Promise<void> {}\n\nexport function start(): void {\n  work();\n}\n',
    rule: 'noFloatingPromises',
  },
  'core/planted/switch.ts': {
    text: "export function f(k: 'a' | 'b'): number {\n  switch (k) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
    rule: 'useExhaustiveSwitchCases',
  },
  'main/planted/prints.ts': { text: "console.log('no');\n\nexport const printed = 1;\n", rule: 'noConsole' },
  'core/planted/unformatted.ts': { text: 'export const  wide   =  1\n', rule: 'format' },
};

type Diagnostic = {
  readonly severity: string;
  readonly category: string;
  readonly location: { readonly path: string };
};
type Report = {
  readonly summary: { readonly changed: number; readonly unchanged: number; readonly errors: number };
  readonly diagnostics: readonly Diagnostic[];
};

/** Errors and warnings that the linter finds in the project, and how many files it looked at. */
export function lintHouse(root: string): { readonly checked: number; readonly faults: string[] } {
  const report = reportOf(runTool(root, root, ['biome', 'ci', '--colors=off', '--reporter=json']).output);
  const { changed, unchanged } = report.summary;
  const faults = report.diagnostics.filter(({ severity }) => severity !== 'info');
  return { checked: changed + unchanged, faults: faults.map(faultText) };
}

/** What the linter finds in the planted files. */
export function lintPlanted(root: string): string[] {
  const planted = Object.fromEntries(Object.entries(PLANTED).map(([path, { text }]) => [path, text]));
  const copies = ['biome.json', '.gitignore', 'package.json'];
  const command = ['biome', 'ci', '--colors=off', '--reporter=json', '--max-diagnostics=none'];
  return reportOf(runPlanted(root, copies, planted, command).output).diagnostics.map(faultText);
}

function faultText(diagnostic: Diagnostic): string {
  return `${diagnostic.location.path} ${diagnostic.category.split('/').at(-1)}`;
}

function reportOf(output: string): Report {
  const line = output.split('\n').find((text) => text.startsWith('{"summary"'));
  if (line === undefined) throw new Error(`The linter gave no report:\n${output}`);
  return JSON.parse(line) as Report;
}
