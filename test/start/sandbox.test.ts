import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { runHere, type Said } from '../support/listedProgram.ts';

// A sandbox at the terminal: made, its day seen and moved, and the real day of a company left alone.
vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);

const database = await testDatabase();
afterAll(() => database.drop());
const code = `t-${randomUUID().slice(0, 8)}`;
await database.tenant(code);
process.env.DATABASE_URL = database.appUrl;

function sandbox(tenant: string, key: string | undefined, ...args: readonly string[]): Promise<Said> {
  process.env.OPENREBATE_TENANT = tenant;
  if (key === undefined) delete process.env.OPENREBATE_KEY;
  else process.env.OPENREBATE_KEY = key;
  return runHere(['--json', 'sandbox', ...args]);
}

const PLACE = ['--company', 'EU', '--time-zone', 'Europe/Berlin', '--day', '2026-06-30'];

describe('openrebate sandbox', () => {
  it('makes one, whose owner moves its day, and whose approver does not', async () => {
    const made = await sandbox(code, undefined, 'create', 'Try out', ...PLACE);
    expect([made.code, made.err]).toEqual([0, '']);
    const { tenant, secret, approverSecret } = JSON.parse(made.out);
    const days = async () => JSON.parse((await sandbox(tenant, secret, 'show')).out);
    const eu = { company: 'EU', timeZone: 'Europe/Berlin', isSandbox: true };
    expect(await days()).toEqual([{ ...eu, today: '2026-06-30' }]);
    const moved = await sandbox(tenant, secret, 'move', 'EU', '2026-12-31');
    expect(JSON.parse(moved.out)).toEqual({ company: 'EU', from: '2026-06-30', to: '2026-12-31' });
    expect((await sandbox(tenant, approverSecret, 'move', 'EU', '2027-01-31')).out).toContain(
      'scope-missing',
    );
    expect(await days()).toEqual([{ ...eu, today: '2026-12-31' }]);
  });

  it.each([
    ['company-day-real', ['move', 'AW', '2026-12-31']],
    ['company-not-found', ['move', 'XX', '2026-12-31']],
    ['argument-invalid', ['move', 'AW', '2026-02-30']],
    ['argument-invalid', ['create', 'Try out', ...PLACE.with(5, 'yesterday')]],
    ['argument-invalid', ['create', 'Try out', ...PLACE.with(3, 'Nowhere/Else')]],
    ['argument-invalid', ['create', 'Try out', ...PLACE.with(1, 'a b')]],
    ['argument-invalid', ['create', 'Try out', ...PLACE, '--days', 'many']],
    ['key-expiry-invalid', ['create', 'Try out', ...PLACE, '--days', '999']],
  ])('refuses by %s: %j', async (refusal, args) => {
    const { code: ended, out } = await sandbox(code, undefined, ...args);
    expect([ended > 0, JSON.parse(out).refusals.map((one: { code: string }) => one.code)]).toEqual([
      true,
      [refusal],
    ]);
  });
});
