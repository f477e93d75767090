import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Mutant, mutantsOf, withMutants } from './mutants.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Where amounts are worked out: what nobody notices there may change no money. */
const WORKED_OUT = ['core/tier', 'core/earning', 'core/money'];
/** Where they are booked, claimed, settled and paid, and where what is odd is scored; no vector comes there, only the tests beside. */
const BOOKED = [
  'accrual',
  'cashFlow',
  'claim',
  'document',
  'fund',
  'ledger',
  'payment',
  'settlement',
  'trust',
].map((room) => `core/${room}`);
const ROOMS = [...WORKED_OUT, ...BOOKED];
/** Brought to the goal so far; of the others the run says how far they are. */
export const HELD: readonly string[] = ['core/fund'];
/** What is said or proved of an amount, and other rooms' figures in a proof, change no amount; they have tests of their own. */
const SPOKEN = /explain|Step|progress|whyNot|(record|replay|other)\w*s\.ts$|\.test\.ts$/i;
const TREE = [
  'core',
  'engine',
  'app',
  'adapters',
  'conformance',
  'test',
  'main',
  'verifier',
  'web',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
];
/** A fault may go round in circles. */
const PATIENCE = 20_000;
/** One process in which wake.ts repeats every test with every fault that is left. */
const CONFIG = `export default { test: {
  include: ['core/**/*.test.ts'], isolate: false, fileParallelism: false, pool: 'threads',
  runner: './runner.ts', setupFiles: ['./wake.ts'],
} };`;
const RUNNER = "export { WakingRunner as default } from './test/mutation/wakingRunner.ts';";
const WAKE = 'if (process.env.MUTANT) globalThis.mutant = Number(process.env.MUTANT);';

type Planted = {
  readonly tree: string;
  readonly mutants: readonly Mutant[];
  readonly remove: () => void;
};

/** A copy of the source in which every fault of the wanted files sleeps. */
export function plant(wanted: string): Planted {
  const tree = mkdtempSync(join(tmpdir(), 'openrebate-mutation-'));
  for (const path of TREE) cpSync(join(ROOT, path), join(tree, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  writeFileSync(join(tree, 'vitest.config.ts'), CONFIG);
  writeFileSync(join(tree, 'runner.ts'), RUNNER);
  writeFileSync(join(tree, 'wake.ts'), WAKE);
  const mutants: Mutant[] = [];
  for (const file of filesNamed(wanted)) {
    const text = readFileSync(join(tree, file), 'utf8');
    const own = mutantsOf(file, text);
    writeFileSync(join(tree, file), withMutants(text, own, mutants.length));
    mutants.push(...own);
  }
  return { tree, mutants, remove: () => rmSync(tree, { recursive: true, force: true }) };
}

export function filesNamed(wanted: string): string[] {
  return ROOMS.flatMap((room) => readdirSync(join(ROOT, room)).map((name) => `${room}/${name}`)).filter(
    (path) => path.endsWith('.ts') && !SPOKEN.test(path) && path.includes(wanted),
  );
}

export function isBooked({ file }: Pick<Mutant, 'file'>): boolean {
  return BOOKED.includes(dirname(file));
}

/** Of so many faults those that no test of their rooms notices. */
export async function unnoticedByTests(
  tree: string,
  numbers: readonly number[],
  mutants: readonly Mutant[],
): Promise<readonly number[]> {
  const isLoading = (number: number) => mutants[number]?.within === '';
  const left: number[] = [];
  const rooms = Map.groupBy(numbers, (number) => dirname(mutants[number]?.file ?? ''));
  for (const [room, own] of rooms) {
    left.push(
      ...(await unnoticedIn(
        tree,
        room,
        own.filter((number) => !isLoading(number)),
      )),
    );
    for (const number of own.filter(isLoading)) {
      if (await runTests(tree, room, { MUTANT: String(number) })) left.push(number);
    }
  }
  return left;
}

/** One run of the tests of a room, and another one after each fault that never comes to an end. */
async function unnoticedIn(tree: string, room: string, numbers: readonly number[]): Promise<number[]> {
  const report = join(tree, 'unnoticed.json');
  writeFileSync(report, JSON.stringify(numbers));
  const passed = await runTests(tree, room, { UNNOTICED: report });
  const left = JSON.parse(readFileSync(report, 'utf8')) as number[];
  if (passed) return left;
  const [hanging] = awakeIn(report).split(' ').map(Number);
  if (hanging === undefined || !left.includes(hanging))
    throw new Error(`${room}: tests fail without a fault`);
  return unnoticedIn(
    tree,
    room,
    left.filter((number) => number !== hanging),
  );
}

function awakeIn(report: string): string {
  return existsSync(`${report}.now`) ? readFileSync(`${report}.now`, 'utf8') : '';
}

/** Ends the tests where the same fault is still awake after a while. */
async function runTests(tree: string, room: string, more: Record<string, string>): Promise<boolean> {
  const args = ['node_modules/vitest/vitest.mjs', 'run', room];
  const env = { ...process.env, ...more };
  const child = spawn(process.execPath, args, { cwd: tree, stdio: 'ignore', env });
  let seen = '';
  const watch = setInterval(() => {
    const awake = more.UNNOTICED === undefined ? '' : awakeIn(more.UNNOTICED);
    if (awake !== '' && awake === seen) child.kill('SIGKILL');
    seen = awake;
  }, PATIENCE);
  const [code] = await once(child, 'exit');
  clearInterval(watch);
  return code === 0;
}

/** Wakes one fault at a time and looks who notices. */
export class Net {
  readonly tree: string;
  child: ChildProcess | undefined;

  constructor(tree: string) {
    this.tree = tree;
  }

  /** Whether every published vector holds all the same. */
  vectorsHold(number: number, mutant?: Mutant): Promise<boolean> {
    return this.ask(number, mutant?.within === '', 'vectors');
  }

  /** Whether random agreements earn all the same. What acts while modules are loaded is not asked for. */
  async casesEarnTheSame(number: number, { within }: Mutant): Promise<boolean> {
    return within === '' || this.ask(number, false, 'cases');
  }

  async ask(mutant: number, isLoading: boolean, on: 'vectors' | 'cases'): Promise<boolean> {
    if (isLoading) this.end();
    this.child ??= await this.start(isLoading ? { MUTANT: String(mutant) } : {});
    const { child } = this;
    if (child === undefined) return false;
    const timer = setTimeout(() => child.kill('SIGKILL'), on === 'vectors' ? PATIENCE : 6 * PATIENCE);
    child.send({ mutant, on });
    const holds = await answerOf(child);
    clearTimeout(timer);
    if (isLoading || child.exitCode !== null || child.signalCode !== null) this.end();
    return holds === true;
  }

  end(): void {
    this.child?.kill();
    this.child = undefined;
  }

  /** Nothing where the fault does not even let the program load. */
  async start(env: Record<string, string>): Promise<ChildProcess | undefined> {
    const child = fork('test/mutation/probe.ts', {
      cwd: this.tree,
      stdio: 'ignore',
      env: { ...process.env, ...env },
    });
    return (await answerOf(child)) === 'ready' ? child : undefined;
  }
}

/** The next thing that a child says; nothing where it ends instead. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const over = new AbortController();
  const heard = once(child, 'message', over).then(([said]) => said);
  const ended = once(child, 'exit', over).then(() => undefined);
  const answer = await Promise.race([heard, ended]);
  heard.catch(() => undefined);
  ended.catch(() => undefined);
  over.abort();
  return answer;
}
