import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmptyDatabase, emptyDatabase } from '../support/database.ts';
import { startProgram } from './startedProgram.ts';

// A server of one's own: DATABASE_URL for the application role, MIGRATION_DATABASE_URL for the owner.
let database: EmptyDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

const QUIET = { PORT: '0', LOG_LEVEL: 'warn' };

async function refused(env: Readonly<Record<string, string>>): Promise<string> {
  const program = startProgram(['serve', '--lang', 'en'], { ...QUIET, ...env });
  expect(await program.ended).toBe(1);
  return program.printed();
}

describe('openrebate on a server of one’s own', () => {
  it('refuses to serve from a database that is not migrated', async () => {
    expect(await refused({ DATABASE_URL: database.appUrl })).toMatch(/database-not-migrated/);
  });

  it('migrates, loads, calculates and serves', async () => {
    const program = startProgram(['start', '--lang', 'en'], {
      ...QUIET,
      DATABASE_URL: database.appUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
    });
    const [, address] = await program.seen(/OpenRebate: (http:\/\/localhost:\d+)/);
    expect(program.printed()).not.toMatch(/State folder/);
    const health = await fetch(`${address}/api/v1/health`);
    expect(await health.json()).toEqual({ database: 'up' });
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  }, 120_000);

  it.each([
    ['a superuser', () => database.adminUrl],
    ['the owner of the tables', () => database.ownerUrl],
  ])('refuses to serve as %s, who sees every tenant', async (_, url) => {
    expect(await refused({ DATABASE_URL: url() })).toMatch(/database-role-bypasses-walls/);
  });

  it('tells a database that does not answer from a fault', async () => {
    const nobody = Object.assign(new URL(database.appUrl), { port: '1' }).href;
    const program = startProgram(['serve', '--lang', 'en'], { ...QUIET, DATABASE_URL: nobody });
    expect(await program.ended).toBe(4);
    const { password } = new URL(database.appUrl);
    expect(program.printed()).not.toContain(password);
  });
});
