import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { runWorker } from '../../adapters/jobs/runWorker.ts';
import { SCOPES } from '../../app/access/scope.ts';
import { takeMessage } from '../../app/claims/takeMessages.ts';
import { sweep } from '../../app/jobs/sweep.ts';
import { personWith } from '../support/api/apiServer.ts';
import { oneSupplier, partnersAgreement } from '../support/api/claimFixtures.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';
import { testOutside } from '../support/testCourier.ts';
import { testDesk } from '../support/testDesk.ts';

// A person of a partner sends claims, says something to them, objects and proves, with a key of their own. A
// worker takes it in; what is wrong waits, row by row, and they mend it.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');
const own = await personWith(api, world.tenant, {
  scopes: ['claims:read', 'claims:send'],
  partners: ['ACME-P1'],
});
const other = await personWith(api, world.tenant, {
  scopes: ['claims:read', 'claims:send'],
  partners: ['ACME-P2'],
});
const CLAIMS = '/api/v1/claim-messages/claims';
let agreement: string;
beforeAll(async () => {
  ({ id: agreement } = await partnersAgreement(world));
  await oneSupplier(world);
});

const row = (reference: string, amount: string, more: object = {}) => ({
  ...{ reference, agreement, currency: 'EUR', term: 'volume', amount },
  ...{ firstDay: '2026-01-01', lastDay: '2026-12-31' },
  ...more,
});
const post = (key: string, url: string, payload: object, idempotency?: string) =>
  api.call(key, {
    method: 'POST',
    url,
    payload,
    ...(idempotency && { headers: { 'idempotency-key': idempotency } }),
  });
const get = async (key: string, url: string) => (await api.call(key, { url })).body;

/** Works until nothing is left to do. */
async function work(): Promise<void> {
  const end = new AbortController();
  const failures: unknown[] = [];
  const running = runWorker(api.ports, end.signal, {
    calculated: () => undefined,
    failed: (error) => failures.push(error),
    desk: testDesk(),
    outside: testOutside(),
    errorOf: () => 'fault',
    pollMs: 10,
  });
  const isOpen = async () =>
    (await world.one(
      `SELECT count(*) FROM job WHERE tenant_id = TENANT AND state IN ('waiting', 'running')`,
    )) !== '0';
  while (await isOpen()) await new Promise((resolve) => setTimeout(resolve, 20));
  end.abort();
  await running;
  expect(failures).toEqual([]);
}

async function sent(key: string, url: string, payload: object) {
  const answer = await post(key, url, payload);
  expect([answer.status, answer.body.code]).toEqual([202, undefined]);
  await work();
  return get(key, `/api/v1/claim-messages/${answer.body.id}`);
}

describe('claims of a partner, by themselves', () => {
  let claim: string;

  it('become claims of theirs, and stand in the audit trail in their name', async () => {
    const message = await sent(own.key, CLAIMS, { partner: 'ACME-P1', rows: [row('R-1', '12.00')] });
    expect(message).toMatchObject({ state: 'taken', partner: 'ACME-P1', refusals: [], waiting: [] });
    [claim] = message.claims;
    expect(await get(own.key, `/api/v1/claims/${claim}`)).toMatchObject({
      ...{ reference: 'R-1', partner: 'ACME-P1', claimant: 'partner', claimed: '12.00' },
    });
    const audit = await get(world.admin.key, `/api/v1/audit?actor=person:${own.id}`);
    expect(audit.rows.map(({ action }: { action: string }) => action).sort()).toEqual([
      'claim.sent',
      'claimMessage.take',
    ]);
  });

  it('are taken in once, however often they are sent, taken or swept', async () => {
    const said = { partner: 'ACME-P1', rows: [row('R-2', '1.00')] };
    const answers = await Promise.all([1, 2, 3].map(() => post(own.key, CLAIMS, said, 'same')));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const id = answers[0]?.body.id;
    await Promise.all([1, 2].map(() => takeMessage(api.ports, world.tenant, id)));
    await work();
    expect((await get(own.key, `/api/v1/claim-messages/${id}`)).claims).toHaveLength(1);
    expect(await world.one(`SELECT count(*) FROM claim WHERE tenant_id = TENANT AND reference = 'R-2'`)).toBe(
      '1',
    );
    expect((await post(own.key, CLAIMS, { ...said, rows: [row('R-3', '1.00')] }, 'same')).body.code).toBe(
      'idempotency-key-reused',
    );
  });

  it('are found by the sweep where nobody was asked to take them in', async () => {
    const { body } = await post(own.key, CLAIMS, { partner: 'ACME-P1', rows: [row('R-4', '1.00')] });
    await world.one(
      `WITH gone AS (DELETE FROM job WHERE tenant_id = TENANT AND kind = 'takeMessages' RETURNING 1) SELECT count(*) FROM gone`,
    );
    await sweep(api.ports, world.tenant);
    await work();
    expect((await get(own.key, `/api/v1/claim-messages/${body.id}`)).state).toBe('taken');
  });

  it('wait where a row is wrong, and are mended by whoever sent them', async () => {
    const rows = [row('R-5', '3.00'), row('R-6', 'much'), row('R-6', '2.00')];
    const message = await sent(own.key, CLAIMS, { partner: 'ACME-P1', rows });
    expect(message).toMatchObject({ state: 'quarantined', waiting: [2, 3] });
    expect(message.claims).toHaveLength(1);
    expect(message.refusals).toMatchObject([
      { code: 'claim-field-invalid', facts: { row: '2', field: 'amount' } },
    ]);
    const repair = `/api/v1/claim-messages/${message.id}/repair`;
    const strange = await post(own.key, repair, { rows: [{ row: 1, set: { amount: '4.00' } }] });
    expect(strange.body.code).toBe('claim-row-not-waiting');
    expect((await post(other.key, repair, { rows: [] })).body.code).toBe('claim-message-not-found');
    const mended = await sent(own.key, repair, { rows: [{ row: 2, set: { amount: '4.00' } }] });
    expect(mended).toMatchObject({ state: 'taken', repairs: message.id });
    expect((await get(own.key, `/api/v1/claims/${mended.claims[0]}`)).claimed).toBe('6.00');
    expect(await get(own.key, `/api/v1/claim-messages/${message.id}`)).toMatchObject({
      ...{ state: 'repaired', repairedBy: mended.id },
    });
    expect((await post(own.key, repair, { rows: [] })).body.code).toBe('claim-message-not-waiting');
  });

  it.each([
    ['another partner', { partner: 'ACME-P2' }, 'partner-not-found'],
    ['an agreement that is none of theirs', { agreement: 'ACME-SUPPLIER' }, 'agreement-not-found'],
    ['an agreement that nobody has', { agreement: 'NOBODYS' }, 'agreement-not-found'],
    ['a reference that came before', { reference: 'R-1' }, 'claim-repeated'],
  ])('wait where a file names %s', async (_, more, code) => {
    const line = { partner: 'ACME-P1', ...row(`R-${code}`, '1.00'), ...more };
    const file = `${Object.keys(line).join(',')}\n${Object.values(line).join(',')}\n`;
    const answer = await api.call(own.key, {
      method: 'POST',
      url: `${CLAIMS}/file?partner=ACME-P1&name=claims.csv`,
      headers: { 'content-type': 'text/csv' },
      payload: file,
    });
    expect(answer.status).toBe(202);
    await work();
    const message = await get(own.key, `/api/v1/claim-messages/${answer.body.id}`);
    expect([message.state, message.refusals.map((refusal: { code: string }) => refusal.code)]).toEqual([
      'quarantined',
      [code],
    ]);
    expect(message.refusals[0].facts.row).toBe('1');
  });

  it('are not sent for another partner', async () => {
    const { status, body } = await post(own.key, CLAIMS, { partner: 'ACME-P2', rows: [row('R-9', '1.00')] });
    expect([status, body.code]).toEqual([404, 'partner-not-found']);
  });

  it('are commented, disputed and proven by them, and by nobody of another partner', async () => {
    const [comment, dispute] = ['comments', 'disputes'].map((what) => `/api/v1/claim-messages/${what}`) as [
      string,
      string,
    ];
    expect(await sent(own.key, comment, { claim, text: 'Where is it?' })).toMatchObject({
      state: 'taken',
      claim,
    });
    expect(await sent(own.key, dispute, { claim, reason: 'price', amount: '2.00' })).toMatchObject({
      ...{ state: 'taken', kind: 'dispute' },
    });
    expect(await sent(own.key, dispute, { claim, reason: 'price', amount: '99.00' })).toMatchObject({
      ...{ state: 'refused', refusals: [{ code: 'claim-amount-beyond' }] },
    });
    const content = 'Invoice 7 of 3 May';
    const answer = await api.call(own.key, {
      method: 'POST',
      url: `/api/v1/claim-messages/proofs?claim=${claim}&name=invoice.txt`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: content,
    });
    expect(answer.status).toBe(202);
    await work();
    const { proofs } = await get(world.admin.key, `/api/v1/claims/${claim}/proofs`);
    expect(proofs.map(({ sha256 }: { sha256: string }) => sha256)).toEqual([
      createHash('sha256').update(content).digest('hex'),
    ]);
    const { events } = await get(world.admin.key, `/api/v1/claims/${claim}/events`);
    expect(events.map(({ kind, actor }: { kind: string; actor: string }) => [kind, actor])).toEqual(
      ['commented', 'disputed', 'attached'].map((kind) => [kind, `person:${own.id}`]),
    );
    expect((await get(own.key, `/api/v1/claims/${claim}`)).disputes).toEqual({ price: '2.00' });
    for (const [url, said] of [
      [comment, { claim, text: 'x' }],
      [dispute, { claim, reason: 'price' }],
    ] as const)
      expect((await post(other.key, url, said)).body.code).toBe('claim-not-found');
  });

  it('are approved by nobody who holds a key of a partner, whatever else it is asked for', async () => {
    const wanted = SCOPES.filter((scope) => /:(approve|write)$/.test(scope));
    const url = '/api/v1/keys';
    const [scope] = wanted.filter((name) => name.startsWith('claims'));
    const expiresAt = new Date(api.time.now.getTime() + 1000).toISOString();
    const asked = await post(world.admin.key, url, {
      holder: { kind: 'person', id: own.id },
      label: 'x',
      scopes: [scope],
      expiresAt,
    });
    expect(asked.body.code).toBe('scope-not-for-holder');
    const answered = await post(own.key, `/api/v1/claims/${claim}/answer`, { lines: [] });
    expect([answered.status, answered.body.code]).toEqual([403, 'partner-not-allowed']);
  });
});
