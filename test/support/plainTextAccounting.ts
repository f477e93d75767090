import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Journals read by the programs that they are written for: Debian's packages hledger and beancount, which `.ci/run` installs. */

const NEEDED = ['hledger', 'bean-check', 'bean-query'];

/** Whether they are here. In the pipeline they have to be: there a missing one is a fault of its own. */
export const HAS_ACCOUNTING =
  process.env.CI === 'true' || NEEDED.every((program) => spawnSync('which', [program]).status === 0);

export type Books = {
  /** What the program finds wrong; empty: nothing. */
  readonly faults: string;
  /** Account, amount and currency of what holds something, in order. */
  readonly balances: readonly string[];
};

/** Each amount as it is, or at what it cost: then an account has one currency. */
type Shown = 'held' | 'cost';

export function inHledger(journal: string, shown: Shown = 'held'): Books {
  return inFolder(journal, (folder) => {
    const asked = (...args: string[]) => run(folder, 'hledger', ['-f', 'books', ...args]);
    const how = shown === 'cost' ? ['-B'] : [];
    const balances = asked('balance', ...how, '--flat', '--no-total', '-O', 'csv', '--layout', 'bare');
    const rows = rowsOf(balances).map(([account, currency, amount]) => `${account} ${amount} ${currency}`);
    return { faults: asked('check', '--strict'), balances: rows.sort() };
  });
}

export function inBeancount(journal: string, shown: Shown = 'held'): Books {
  return inFolder(journal, (folder) => {
    // A number as a text is exact; shown as a number it is cut to the places that most others have.
    const [number, currency] =
      shown === 'cost' ? ['number(weight)', 'currency(weight)'] : ['number', 'currency'];
    const query = `SELECT account, ${currency}, str(sum(${number})) GROUP BY account, ${currency}`;
    const balances = run(folder, 'bean-query', ['-f', 'csv', '-q', 'books', query]);
    const rows = rowsOf(balances)
      .map(([account, of, text]) => [account, /[-\d.]+/.exec(text ?? '')?.[0] ?? '', of] as const)
      .filter(([, amount]) => /[1-9]/.test(amount))
      // A cost is kept for one unit: what it comes to for all of them has more places than the currency.
      .map(([account, amount, of]) =>
        [account, shown === 'cost' ? Number(amount).toFixed(2) : amount, of].join(' '),
      );
    return { faults: run(folder, 'bean-check', ['books']), balances: rows.sort() };
  });
}

function inFolder<T>(journal: string, work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'openrebate-books-'));
  try {
    writeFileSync(join(folder, 'books'), journal);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(cwd: string, program: string, args: readonly string[]): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { stdout, stderr, status, error } = spawnSync(program, args, { cwd, encoding: 'utf8', env });
  if (error !== undefined) throw error;
  return `${stdout}${stderr}`.trim() || (status === 0 ? '' : `${program} ended with ${status}`);
}

/** Below the header; no cell of these holds a comma. */
function rowsOf(csv: string): string[][] {
  const lines = csv.split(/\r?\n/).slice(1);
  return lines.map((line) => line.split(',').map((cell) => cell.trim().replaceAll('"', '')));
}
