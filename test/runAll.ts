import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// `npm test`, `npm run check`, `npm run deep`: every check, none left out because an earlier one failed, and the sum on
// the last line.

type Step = {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};
type Tally = { readonly name: string; readonly passed: number; readonly failed: number };

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tool = (path: string) => join(root, 'node_modules', path);
const reports = mkdtempSync(join(tmpdir(), 'openrebate-report-'));
/**
 * Only what touches a database is run again on the oldest server that we support: every statement, the stories of the
 * trade, and what moves money while it is cut off. The other scenarios, files that come in among them, and what else is
 * killed there, in `npm run deep`.
 */
const databaseSuite = (isDeep: boolean) =>
  isDeep
    ? ['adapters/db', 'test/scenarios', 'test/facts/demo', 'test/crash']
    : ['adapters/db', ...STORIES, 'test/crash/money'];
const STORIES = ['A', 'B'].map((story) => `test/scenarios/story${story}`).concat('test/scenarios/wholeStory');
const HAS_POSTGRES_15 = existsSync('/usr/lib/postgresql/15/bin/postgres');

/** The last two are tests as well (`test/tidy.test.ts`). */
const CHECKS: readonly Step[] = [
  { name: 'types and walls', command: [process.execPath, tool('typescript/bin/tsc'), '-b'] },
  {
    name: 'format and lint',
    command: [process.execPath, tool('@biomejs/biome/bin/biome'), 'ci', '--colors=off'],
  },
  { name: 'dead code', command: [process.execPath, tool('knip/bin/knip.js')] },
];

/** Who notices when the calculation is broken in one small place. */
const MUTATION: Step = { name: 'small faults', command: [process.execPath, 'test/mutation/run.ts'] };

function vitest(name: string, paths: readonly string[], env: Readonly<Record<string, string>>): Step {
  const report = join(reports, `${name}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, command: [process.execPath, tool('vitest/vitest.mjs'), ...args, ...paths], env };
}

/** Needs root, for other users and lists of users. */
const FRESH_CLONES: Step = { name: 'fresh clones', command: [process.execPath, 'test/freshClone/matrix.ts'] };
const IS_ROOT = process.getuid?.() === 0;

type Plan = { readonly aside: readonly Step[]; readonly inTurn: readonly Step[] };

function planOf(mode: string): Plan {
  if (mode === 'check') return { aside: [], inTurn: CHECKS };
  const isDeep = mode === 'deep';
  // What has many cases that are alike tries every second one on the one server, the others on the other.
  const share = (cases: 'even' | 'odd') => (HAS_POSTGRES_15 ? { OPENREBATE_CASES: cases } : {});
  const envOf = (server: 'embedded' | 'debian15', cases: 'even' | 'odd') => ({
    OPENREBATE_TEST_SERVER: server,
    ...(isDeep ? { OPENREBATE_DEEP: '1' } : share(cases)),
  });
  const embedded = vitest('tests', [], envOf('embedded', 'even'));
  const oldest = vitest('postgresql-15', databaseSuite(isDeep), envOf('debian15', 'odd'));
  const database = HAS_POSTGRES_15 ? [oldest] : [];
  const deep = isDeep ? [MUTATION, ...(IS_ROOT ? [FRESH_CLONES] : [])] : [];
  return { aside: CHECKS.slice(0, 1), inTurn: [embedded, ...database, ...deep] };
}

async function run({ name, command, env }: Step): Promise<Tally> {
  process.stdout.write(`\n== ${name}\n`);
  return tallyOf(name, await ended(started(command, 'inherit', env)));
}

/** Beside the others, as it needs one core only; what it says, at its end. */
async function runAside({ name, command, env }: Step): Promise<Tally> {
  const program = started(command, 'pipe', env);
  const said: Buffer[] = [];
  for (const stream of [program.stdout, program.stderr])
    stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const status = await ended(program);
  process.stdout.write(`\n== ${name}\n${Buffer.concat(said).toString()}`);
  return tallyOf(name, status);
}

function started(command: Step['command'], stdio: 'inherit' | 'pipe', env: Step['env']): ChildProcess {
  const [program = '', ...args] = command;
  // Whatever is started further on finds this Node first, not an older one.
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`;
  return spawn(program, args, {
    cwd: root,
    stdio: ['inherit', stdio, stdio],
    env: { ...process.env, ...env, PATH: path },
  });
}

/** The status; null: ended from outside, or never begun. */
async function ended(program: ChildProcess): Promise<number | null> {
  try {
    const [status] = await once(program, 'close');
    return status;
  } catch (error) {
    process.stderr.write(`${error}\n`);
    return null;
  }
}

function tallyOf(name: string, status: number | null): Tally {
  const report = join(reports, `${name}.json`);
  if (!existsSync(report))
    return status === 0 ? { name, passed: 1, failed: 0 } : { name, passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 || status !== 0 ? 1 : 0);
  return { name, passed: numPassedTests, failed };
}

async function runAll({ aside, inTurn }: Plan): Promise<Tally[]> {
  const beside = aside.map(runAside);
  const tallies: Tally[] = [];
  for (const step of inTurn) tallies.push(await run(step));
  return [...(await Promise.all(beside)), ...tallies];
}

const tallies = await runAll(planOf(process.argv[2] ?? 'test'));
rmSync(reports, { recursive: true, force: true });
process.stdout.write('\n');
for (const { name, passed, failed } of tallies)
  process.stdout.write(`${name}: ${passed} of ${passed + failed}\n`);
if (!HAS_POSTGRES_15)
  process.stdout.write('PostgreSQL 15 is not installed: the database suite ran on 18 only\n');
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
