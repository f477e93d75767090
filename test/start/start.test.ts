import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedProgram, startProgram } from './startedProgram.ts';

// The main job as the README promises it: one command, real data, exact amounts; killed in the
// middle it goes on, and a second start finds the data.
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openrebate-start-'));
  // As root the embedded server runs as another user, which has to get here.
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const start = () =>
  startProgram(['start', '--lang', 'en'], {
    OPENREBATE_HOME: join(folder, 'state'),
    PORT: '0',
    LOG_LEVEL: 'warn',
  });

async function addressOf(program: StartedProgram): Promise<string> {
  const [, address = ''] = await program.seen(/OpenRebate: (http:\/\/localhost:\d+)/);
  return address;
}

type Earnings = {
  readonly totals: readonly {
    readonly direction: string;
    readonly currency: string;
    readonly amount: string;
  }[];
  readonly rows: readonly { readonly id: string; readonly amount: string }[];
};

async function earningsAt(address: string): Promise<Earnings> {
  return (await (await fetch(`${address}/api/v1/earnings?limit=500`)).json()) as Earnings;
}

/** Without how many there are: on a later day windows have begun in which nothing is earned yet. */
const amountsOf = ({ totals, rows }: Earnings) => ({
  totals: totals.map(({ direction, currency, amount }) => [direction, currency, amount]),
  rows: rows.map(({ id, amount }) => [id, amount]),
});

const TOTALS = [
  { direction: 'customerRebate', currency: 'USD' },
  { direction: 'supplierRebate', currency: 'USD' },
];

describe('openrebate start', () => {
  let first: unknown;

  it('goes on after a kill in the middle of the first load, and gives the address', async () => {
    const killed = start();
    await killed.seen(/rows/);
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');
    const program = start();
    const address = await addressOf(program);
    expect(program.printed()).toMatch(/accepted +60855 +80450596\.9823\n/);
    expect(program.printed()).toMatch(/quarantined +0 +0\n/);
    const page = await fetch(`${address}/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const earnings = await earningsAt(address);
    expect(earnings).toMatchObject({ totals: TOTALS });
    first = amountsOf(earnings);
    const id = earnings.rows[0]?.id;
    const explained = await fetch(`${address}/api/v1/earnings/${id}/explanation?lang=zh-CN`);
    expect(await explained.json()).toMatchObject({ explanation: { text: expect.stringMatching(/返利/) } });
    program.child.kill('SIGTERM');
    // A terminal's Ctrl-C reaches the program twice: from the terminal and from the launcher.
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
  }, 120_000);

  it('finds the data again, books nothing and answers the same', async () => {
    const program = start();
    const address = await addressOf(program);
    expect(program.printed()).toMatch(/The demo data is there/);
    // The day has moved on: what the worker of before had not come to is calculated now, and comes to the same.
    expect(program.printed()).toMatch(/\d agreements calculated, 0 differences booked/);
    const earnings = await earningsAt(address);
    expect(amountsOf(earnings)).toEqual(first);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  }, 60_000);
});
