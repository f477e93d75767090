import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// `npm ci && npm start` from fresh clones, as different people have them: root and an ordinary user,
// a parent folder that is closed to others, no user `postgres`, the npm that comes with Node 20 and
// the newest one, the Node of the machine as the only one, an empty cache of packages, and no network once they
// are installed. Needs root; the last line is the sum. Ordinary users have an empty cache, too.

type Case = {
  readonly name: string;
  readonly user: 'root' | 'ordinary';
  readonly npm: string;
  readonly hasPostgresUser: boolean;
  /** Nothing in the cache of packages; else what this machine has. */
  readonly isCold?: boolean;
  /** No network but the machine itself from the install on. */
  readonly isCut?: boolean;
};

const CASES: readonly Case[] = [
  { name: 'root, npm 10', user: 'root', npm: '10.8.2', hasPostgresUser: true },
  { name: 'root, newest npm', user: 'root', npm: 'latest', hasPostgresUser: true },
  { name: 'root, empty cache', user: 'root', npm: '10.8.2', hasPostgresUser: true, isCold: true },
  { name: 'root, no network after npm ci', user: 'root', npm: '10.8.2', hasPostgresUser: true, isCut: true },
  { name: 'root, no postgres user', user: 'root', npm: '10.8.2', hasPostgresUser: false },
  { name: 'ordinary user, npm 10', user: 'ordinary', npm: '10.8.2', hasPostgresUser: true },
  { name: 'ordinary user, newest npm', user: 'ordinary', npm: 'latest', hasPostgresUser: true },
];

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A user that no system has: nothing is prepared for it. */
const STRANGER = 47_110;
const WAIT_MS = 240_000;

/** The machine's own Node: ours in front of PATH is taken away. */
function machinePath(): string {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== dirname(process.execPath) && !folder.includes('node_modules'))
    .join(delimiter);
}

function withNpm(version: string, folder: string): string {
  const prefix = join(folder, 'npm');
  execFileSync('npm', ['install', '--silent', '--prefix', prefix, `npm@${version}`], {
    env: { ...process.env, PATH: machinePath() },
  });
  return `${join(prefix, 'node_modules', '.bin')}${delimiter}${machinePath()}`;
}

type Result = { readonly name: string; readonly seconds: readonly number[]; readonly why?: string };

async function tryCase({ name, user, npm, hasPostgresUser, isCold, isCut }: Case): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'fresh-'));
  try {
    const path = withNpm(npm, folder);
    const checkout = join(folder, 'closed', 'openrebate');
    mkdirSync(dirname(checkout), { mode: 0o700 });
    execFileSync('git', ['clone', '--quiet', root, checkout]);
    if (user === 'ordinary') give(folder, STRANGER);
    const shell = shellOf(user, hasPostgresUser, folder);
    const env = {
      PATH: path,
      HOME: user === 'root' ? (process.env.HOME ?? '/root') : folder,
      LANG: 'C.UTF-8',
      ...(isCold && { npm_config_cache: join(folder, 'cache') }),
    };
    const start = () => shell(isCut ? CUT : 'npm start', checkout, env);
    const installed = isCut ? await ended(shell('npm ci', checkout, env)) : 0;
    const first = await firstStart(isCut ? start() : shell('npm ci && npm start', checkout, env), isCut);
    const again = await firstStart(start(), isCut);
    rmSync(again.stateFolder, { recursive: true, force: true, maxRetries: 5 });
    return { name, seconds: [installed + first.seconds, again.seconds] };
  } catch (error) {
    return { name, seconds: [], why: String(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A network with nobody in it but the machine itself. */
const CUT = 'exec unshare -n sh -c "ip link set lo up && exec npm start"';

/** Seconds until a command has ended well. */
async function ended(child: ChildProcess): Promise<number> {
  const began = Date.now();
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`ended with ${code}`);
  return (Date.now() - began) / 1000;
}

type Answered = { readonly status: number; readonly total: number };

const ASK = `const got = await fetch(process.argv[1]);
  const { total = 0 } = got.headers.get('content-type').includes('json') ? await got.json() : {};
  console.log(JSON.stringify({ status: got.status, total }));`;

/** What an address answers, asked in the network that a process has. */
function askIn(pid: number, isCut: boolean | undefined, url: string): Answered {
  const asking = [process.execPath, '--input-type=module', '-e', ASK, url];
  const [program = '', ...words] = isCut ? ['nsenter', `--net=/proc/${pid}/ns/net`, ...asking] : asking;
  return JSON.parse(execFileSync(program, words, { encoding: 'utf8' })) as Answered;
}

function give(folder: string, uid: number): void {
  chmodSync(folder, 0o755);
  execFileSync('chown', ['-R', `${uid}:${uid}`, folder]);
  chownSync(folder, uid, uid);
}

type Shell = (command: string, cwd: string, env: Record<string, string>) => ChildProcess;

/** A shell of that user; where the list of users has to differ, in a mount of its own. */
function shellOf(user: Case['user'], hasPostgresUser: boolean, folder: string): Shell {
  const options: SpawnOptions = { stdio: ['ignore', 'pipe', 'pipe'], detached: true };
  if (user === 'root' && hasPostgresUser) {
    return (command, cwd, env) => spawn('sh', ['-c', command], { ...options, cwd, env });
  }
  const users = readFileSync('/etc/passwd', 'utf8');
  const changed =
    user === 'ordinary'
      ? `${users}stranger:x:${STRANGER}:${STRANGER}::${folder}:/bin/sh\n`
      : users.replace(/^postgres:.*\n/m, '');
  const passwd = join(folder, 'passwd');
  writeFileSync(passwd, changed, { mode: 0o644 });
  const become = user === 'ordinary' ? `setpriv --reuid ${STRANGER} --regid ${STRANGER} --clear-groups ` : '';
  const script = `mount --bind ${passwd} /etc/passwd && exec ${become}sh -c "$0"`;
  return (command, cwd, env) =>
    spawn('unshare', ['-m', 'sh', '-c', script, command], { ...options, cwd, env });
}

/** Seconds until the printed address answers with the page and with earnings; then an orderly end. */
async function firstStart(
  child: ChildProcess,
  isCut?: boolean,
): Promise<{ seconds: number; stateFolder: string }> {
  const began = Date.now();
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  try {
    const address = await until(
      () => /OpenRebate: (http:\/\/localhost:\d+)/.exec(text)?.[1],
      () => child.exitCode !== null || Date.now() - began > WAIT_MS,
    );
    if (address === undefined) throw new Error(`no address:\n${text.slice(-2000)}`);
    const seconds = (Date.now() - began) / 1000;
    const page = askIn(child.pid as number, isCut, `${address}/`);
    const earnings = askIn(child.pid as number, isCut, `${address}/api/v1/earnings`);
    if (page.status !== 200 || !(earnings.total > 0)) throw new Error('the server answers nothing');
    return { seconds, stateFolder: /State folder: (.+)/.exec(text)?.[1] ?? '' };
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await until(
      () => (child.exitCode === null && child.signalCode === null ? undefined : true),
      () => Date.now() - began > WAIT_MS + 20_000,
    );
  }
}

async function until<T>(find: () => T | undefined, isHopeless: () => boolean): Promise<T | undefined> {
  for (;;) {
    const found = find();
    if (found !== undefined || isHopeless()) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const wanted = process.argv.slice(2);
const results: Result[] = [];
for (const one of CASES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const result = await tryCase(one);
  results.push(result);
  const figures = result.why ?? result.seconds.map((seconds) => `${seconds.toFixed(1)} s`).join(', again ');
  process.stdout.write(`${result.name}: ${figures}\n`);
}
const failed = results.filter(({ why }) => why !== undefined).length;
process.exitCode = failed > 0 ? 1 : 0;
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
