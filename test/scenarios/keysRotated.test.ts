import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { SEALED_PLACES } from '../../adapters/db/sealedStore.ts';
import { setSsoProvider, ssoBound } from '../../app/access/setSsoProvider.ts';
import { totpBound } from '../../app/accounts/timedCode.ts';
import { sealAccountsAnew } from '../../app/keys/sealAccountsAnew.ts';
import { sealAnew } from '../../app/keys/sealAnew.ts';
import type { CourierPorts } from '../../app/ports/courier.ts';
import type { Sealed } from '../../app/ports/keyRing.ts';
import type { TenantId } from '../../app/ports.ts';
import { createWebhook, endWebhook, rotateSecret, webhookBound } from '../../app/webhooks/changeWebhook.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { AT, accepted } from '../support/facts.ts';
import { testCourier } from '../support/testCourier.ts';
import { testKeys } from '../support/testKeys.ts';

// Keys are changed: whatever is sealed anywhere is sealed anew, and the old key can go. Bank accounts have a file of their own.

const ACTOR = { kind: 'person', id: 'anna' } as const;
const WANTED = { name: 'ERP', url: 'http://127.0.0.1:9/hooks', kinds: ['claim.sent'] as const };
const PROVIDER = {
  ...{ isOn: true, issuer: 'https://id.example.com', clientId: 'or', domains: [] },
  ...{ seen: '0', clientSecret: 'of the client' },
};

let database: TestDatabase;
let tenant: TenantId;
const ports = (...keys: readonly number[]): CourierPorts => ({
  store: database.store,
  // Secrets that sign for a day more do so by the real clock.
  clock: { now: () => new Date() },
  ids: { next: randomUUID },
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  keys: testKeys(...keys),
  courier: testCourier(),
});
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  tenant = await database.tenant();
});

const secretsOf = (webhook: string) =>
  database.store.inTenant(tenant, (tx) => tx.webhooks.secrets(webhook, new Date()));
const opened = async (sealed: Sealed | undefined, bound: string, ...keys: readonly number[]) => {
  const text = sealed && (await testKeys(...keys).open(sealed, bound));
  return text?.ok ? text.value : text?.refusals[0]?.code;
};

it('the secrets of webhooks, the old one that signs beside the new one too', async () => {
  const { webhook, secret } = accepted(await createWebhook(ports(1), tenant, WANTED, ACTOR));
  const second = accepted(await rotateSecret(ports(1), tenant, webhook.id, ACTOR));
  expect(accepted(await sealAnew(ports(2, 1), tenant, ACTOR))).toBe(2);
  expect(accepted(await sealAnew(ports(2, 1), tenant, ACTOR))).toBe(0);
  const found = await secretsOf(webhook.id);
  const texts = found.map(({ number, sealed }) =>
    opened(sealed, webhookBound(tenant, webhook.id, number), 2),
  );
  expect(await Promise.all(texts)).toEqual([second.secret, secret]);
  const counts = await database.store.inTenant(tenant, (tx) => tx.sealed.countByKey());
  expect([...counts.values()]).toEqual([2]);
});

it('the secret of sign-on', async () => {
  accepted(await setSsoProvider(ports(1), tenant, PROVIDER, ACTOR));
  expect(accepted(await sealAnew(ports(2, 1), tenant, ACTOR))).toBe(1);
  const provider = await database.store.inTenant(tenant, (tx) => tx.sso.provider());
  expect(await opened(provider?.secret, ssoBound(tenant), 2)).toBe('of the client');
});

it('the keys of codes by time, which belong to no tenant', async () => {
  const { accounts } = database.store;
  const account = randomUUID();
  await accounts.of({ account }, (tx) => tx.addAccount({ id: account, email: `${account}@example.com` }, AT));
  const sealed = accepted(await testKeys(1).seal('KEY OF CODES', totpBound(account)));
  await accounts.of({ account }, (tx) => tx.setTotp(sealed, AT));
  expect(accepted(await sealAccountsAnew({ accounts, keys: testKeys(2, 1) }))).toBe(1);
  expect(accepted(await sealAccountsAnew({ accounts, keys: testKeys(2, 1) }))).toBe(0);
  const row = await accounts.of({ account }, (tx) => tx.totp());
  expect(await opened(row?.sealed, totpBound(account), 2)).toBe('KEY OF CODES');
  const lost = await sealAccountsAnew({ accounts, keys: testKeys(3) });
  expect(lost.ok ? 'ok' : lost.refusals[0]?.code).toBe('key-not-in-ring');
});

it('what nobody can open is told when the rest is done, and what has ended is asked of nobody', async () => {
  const lost = accepted(await createWebhook(ports(3), tenant, WANTED, ACTOR));
  const kept = accepted(await createWebhook(ports(1), tenant, WANTED, ACTOR));
  const told = await sealAnew(ports(2, 1), tenant, ACTOR);
  expect(told.ok ? 'ok' : told.refusals[0]?.code).toBe('key-not-in-ring');
  const [{ sealed } = {}] = await secretsOf(kept.webhook.id);
  expect(await opened(sealed, webhookBound(tenant, kept.webhook.id, 1), 2)).toBe(kept.secret);
  accepted(await endWebhook(ports(2), tenant, lost.webhook.id, ACTOR));
  expect(accepted(await sealAnew(ports(2, 1), tenant, ACTOR))).toBe(0);
});

it('every table that holds something sealed is among them', async () => {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'sealed' ORDER BY 1`,
  );
  await client.end();
  const known = Object.values(SEALED_PLACES).map(({ table }) => table);
  expect(rows.map(({ name }) => name)).toEqual(['account_totp', ...known].sort());
});
