import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { isOutage } from '../../adapters/http/outage.ts';
import { systemActor } from '../../app/actor.ts';
import { testDatabase } from '../../test/support/database.ts';
import { openAside } from './openAside.ts';

const database = await testDatabase();
const tenant = await database.tenant();
const aside = openAside(database.appUrl, 50);
afterAll(async () => {
  await aside.close();
  await database.drop();
});

const asked = { company: 'NW' };

it('answers what it is asked as it would be answered here, also after it has rested', async () => {
  const [first, refused] = await Promise.all([
    aside.ask('previewSettlement', tenant, asked),
    aside.ask('previewSettlement', tenant, { company: 'NO' }),
  ]);
  expect(first).toMatchObject({ ok: true, value: { company: 'NW', parties: [], notDue: [] } });
  expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'company-not-found' }] });
  await new Promise((resolve) => setTimeout(resolve, 200));
  const report = await aside.ask('makeReport', tenant, { name: 'liability', filter: {} });
  expect(report).toMatchObject({ ok: true, value: { name: 'liability', rows: [] } });
});

it('does a write once, with its key, and says so again', async () => {
  const caller = { tenant, actor: systemActor('cli'), scopes: new Set(['settlements:write'] as const) };
  const body = { company: 'NW' };
  const said = { path: {}, query: {}, seenVersion: '', language: 'en', upload: undefined as never } as const;
  const from = { device: '', origin: 'http://localhost' };
  const keyed = { caller, key: 'one', requestHash: 'a', at: new Date('2026-07-15T08:00:00Z') };
  const once = (requestHash: string) =>
    aside.ask('proposeSettlementOnce', tenant, {
      asked: { ...said, from, caller, body },
      keyed: { ...keyed, requestHash },
    });
  const first = await once('a');
  expect(first).toMatchObject({ ok: true, value: { value: { run: null, settlements: [] } } });
  expect(await once('a')).toEqual(first);
  expect(await once('b')).toMatchObject({ ok: false, refusals: [{ code: 'idempotency-key-reused' }] });
});

it('says that the database is away as it would be said here', async () => {
  const nowhere = openAside('postgres://nobody@127.0.0.1:1/nothing');
  const error = await nowhere.ask('previewSettlement', tenant, asked).catch((one: unknown) => one);
  expect(isOutage(error)).toBe(true);
  await nowhere.close();
});

it('fails what waits when it is closed, and begins anew', async () => {
  const closing = openAside(database.appUrl);
  const lost = closing.ask('previewSettlement', tenant, asked);
  const told = expect(lost).rejects.toThrow('closing');
  await closing.close();
  await told;
  expect(await closing.ask('previewSettlement', tenant, asked)).toMatchObject({ ok: true });
  await closing.close();
});

it('fails a question with the fault that it meets, and answers the next one', async () => {
  const fault = aside.ask('previewSettlement', randomUUID() as typeof tenant, undefined as never);
  await expect(fault).rejects.toThrow();
  expect(await aside.ask('previewSettlement', tenant, asked)).toMatchObject({ ok: true });
});
