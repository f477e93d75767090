import { runPlanted, runTool } from './plantedRooms.ts';

const PLANTED: Readonly<Record<string, string>> = {
  'bin/openrebate.mjs': "import '../main/planted/used.ts';\n",
  'main/planted/used.ts': "import { needed } from '../../core/planted/half.ts';\n\nneeded();\n",
  'core/planted/half.ts': 'export function needed(): void {}\nexport function idle(): void {}\n',
  'core/planted/unused.ts': 'export const unused = 1;\n',
};

type Issue = { readonly file: string; readonly files: readonly unknown[] } & Readonly<
  Record<string, readonly { readonly name: string }[]>
>;

/** What nothing in the project needs: files, exports, packages. */
export function deadCode(root: string): string[] {
  return issuesOf(runTool(root, root, ['knip', '--reporter', 'json', '--no-config-hints']).output);
}

/** What is found among planted files, of which one is unused and another half used. */
export function plantedDeadCode(root: string): string[] {
  const copies = ['knip.json', 'package.json'];
  return issuesOf(
    runPlanted(root, copies, PLANTED, ['knip', '--reporter', 'json', '--no-config-hints']).output,
  );
}

function issuesOf(output: string): string[] {
  const { issues } = JSON.parse(output) as { issues: readonly Issue[] };
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      Array.isArray(found) ? found.map((entry: { name: string }) => `${file} ${kind} ${entry.name}`) : [],
    ),
  );
}
