import { Client } from 'pg';
import type { KeyPorts } from '../../../app/ports/keyRing.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { quickCommits } from '../books.ts';
import type { MoneyCase } from './moneyCases.ts';
import { moneyFaults } from './moneyFaults.ts';
import { type MoneyWorld, moneyPorts, moneyWorld } from './moneyWorld.ts';
import { copiesOf } from './tenantCopies.ts';
import { type Effects, effectsReader } from './tenantEffects.ts';

/** A case in a tenant of its own, with all done that has to come before. */
export type Prepared = { readonly world: MoneyWorld; readonly found: Readonly<Record<string, string>> };

/** A database with a world of money, and as many copies of it as are asked for. */
export type MoneyGround = {
  readonly database: TestDatabase;
  readonly admin: Client;
  readonly ports: KeyPorts;
  /** A copy of the world. */
  readonly fresh: () => Promise<MoneyWorld>;
  /** Does what comes before the cases, once, and gives copies of how things stand then. */
  readonly before: (...cases: readonly MoneyCase[]) => Promise<() => Promise<readonly Prepared[]>>;
  readonly effects: (world: MoneyWorld) => Promise<Effects>;
  readonly faults: (world: MoneyWorld) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

export async function moneyGround(): Promise<MoneyGround> {
  const database = await testDatabase();
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await quickCommits(admin);
  const ports = moneyPorts(database.store);
  const first = await moneyWorld(database.ownerUrl, database.store);
  const copies = await copiesOf(admin, first.tenant);
  const effects = await effectsReader(admin);
  const fresh = async () => ({ ...first, tenant: await copies.next() });
  return {
    database,
    admin,
    ports,
    fresh,
    before: async (...cases) => {
      const world = await fresh();
      const found: Prepared['found'][] = [];
      for (const { before } of cases) found.push((await before?.(ports, world)) ?? {});
      const prepared = await copiesOf(admin, world.tenant);
      return async () => {
        const copy = { ...world, tenant: await prepared.next() };
        return found.map((own) => ({ world: copy, found: own }));
      };
    },
    effects: ({ tenant }) => effects(tenant),
    faults: ({ tenant }) => moneyFaults(admin, ports, tenant),
    close: async () => {
      await admin.end();
      await database.drop();
    },
  };
}
