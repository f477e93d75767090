import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { fillTenant } from '../../test/support/fillTenant.ts';
import { grantsOf } from '../../test/support/walls/grants.ts';
import {
  addStrangers,
  holesInRights,
  holesInWalls,
  type Walled,
} from '../../test/support/walls/tableProbes.ts';
import { TENANT_TABLES } from '../../test/support/walls/tenantTables.ts';
import { grantMutants, policyMutants, type WallMutant } from '../../test/support/walls/wallMutants.ts';

// The test of the tests: on a real database each policy, each switch and each missing right is broken, one
// at a time, and the same attempts that find no hole in the whole wall must find one. `npm run deep` gives
// every right that is not given; CI takes every twentieth of these, and everything else.

const DEEP = process.env.OPENREBATE_DEEP === '1';

const TENANT_CONDITION = `(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)`;
/** What is broken opens nothing, because another wall stands behind it; and which. */
const BEHIND_ANOTHER: Readonly<Record<string, string>> = {
  [`agreement.partner_lookup: without ${TENANT_CONDITION}`]: 'it looks into earnings, behind their own wall',
  // It keeps the trail from being rewritten, and no tenant from another: test/scenarios/auditTrail.test.ts breaks it.
  'audit.erased_only: USING (true)': 'the wall of the tenant stands beside it',
  'audit.erased_only: WITH CHECK (true)': 'the wall of the tenant stands beside it',
  'audit.erased_only: dropped': 'the wall of the tenant stands beside it',
  [`booking_cause.partner_wall: without ${TENANT_CONDITION}`]:
    'it looks into bookings, behind their own wall',
  "booking_cause.partner_wall: without (partner_id = ANY ((NULLIF(current_setting('app.partners'::text, true), ''::text))::text[]))":
    'it looks into bookings, behind their own wall',
  [`run.partner_lookup: without ${TENANT_CONDITION}`]: 'it looks into earnings, behind their own wall',
};

let database: TestDatabase;
let walled: Walled;
let tables: readonly string[];

beforeAll(async () => {
  database = await testDatabase();
  const [a, b] = [await database.tenant('own'), await database.tenant('victim')];
  await fillTenant(database.store, a, 'OWN');
  await fillTenant(database.store, b, 'VICTIM');
  const session = async (url: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client;
  };
  const admin = await session(database.adminUrl);
  // The lists that schema.test.ts holds against the reviewed ones.
  const grants = {
    app: await grantsOf(admin, 'openrebate_app'),
    portal: await grantsOf(admin, 'openrebate_portal'),
  };
  walled = {
    ...{ a, b, admin, grants },
    app: await session(database.appUrl),
    owner: await session(database.ownerUrl),
    portal: await session(database.portalUrl),
  };
  await addStrangers(walled);
  const { rows } = await admin.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnum > 0
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f', 'm', 'v')
     ORDER BY c.relname COLLATE "C"`,
  );
  tables = rows.map(({ name }) => name);
});

afterAll(async () => {
  const { admin, app, owner, portal } = walled;
  await Promise.all([admin, app, owner, portal].map((client) => client.end()));
  await database.drop();
});

type Probe = (walled: Walled, table: string) => Promise<string[]>;

/** The mutants whose hole nobody found. */
async function survivors(mutants: readonly WallMutant[], probe: Probe): Promise<string[]> {
  const survived: string[] = [];
  for (const mutant of mutants) {
    await walled.admin.query(mutant.break);
    const holes = await probe(walled, mutant.table);
    await walled.admin.query(mutant.mend);
    if (holes.length === 0) survived.push(mutant.name);
  }
  return survived;
}

async function holes(): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    found.push(...(await holesInWalls(walled, table)), ...(await holesInRights(walled, table)));
  }
  return found;
}

describe('walls', () => {
  test('have no hole in any table', async () => {
    expect(tables).toEqual(TENANT_TABLES);
    expect(await holes()).toEqual([]);
  });

  test('miss no stone unnoticed: each policy and each switch', async () => {
    const mutants = await policyMutants(walled.admin);
    expect(mutants.length).toBeGreaterThan(tables.length * 5);
    expect(await survivors(mutants, holesInWalls)).toEqual(Object.keys(BEHIND_ANOTHER));
  }, 120_000);

  test('miss no right unnoticed that is given to the application or the portal', async () => {
    const all = await grantMutants(walled.admin, walled.grants);
    const mutants = DEEP ? all : all.filter((_, at) => at % 20 === 0);
    expect(all.length).toBeGreaterThan(tables.length * 10);
    expect(await survivors(mutants, holesInRights)).toEqual([]);
  }, 1_200_000);

  test('are whole again after all of this', async () => {
    expect(await holes()).toEqual([]);
  });
});
