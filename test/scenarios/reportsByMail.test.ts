import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { setRoles } from '../../app/access/setRoles.ts';
import { systemActor } from '../../app/actor.ts';
import { setMailing } from '../../app/mails/setMailing.ts';
import type { Mail, MailDesk } from '../../app/ports/mails.ts';
import { FILE_BYTES_MAX, sendReportsJob } from '../../app/reports/sendReports.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { reportFile } from '../../main/reportFile.ts';
import { atBrowser, personWith, signedIn } from '../support/api/apiServer.ts';
import { servedDatabase } from '../support/api/servedDatabase.ts';
import { makeWorld } from '../support/api/world.ts';
import { taken } from '../support/scenario.ts';

// Reports that people have sent to them: made when they are sent, with what their person may see then, once each time.

const { database, api } = await servedDatabase();
const world = await makeWorld(database, api, 'ACME');
const { tenant } = world;
const { id: person } = await personWith(api, tenant, { scopes: [] });
await signedIn(api, tenant, person, { roles: ['analyst'] });
const session = atBrowser(tenant, person);
const URL = '/api/v1/reports/subscriptions';
const post = (payload: object) => api.call(session, { method: 'POST', url: URL, payload });
const list = async () => (await api.call(session, { url: URL })).body.rows;

async function send(
  deliver: (mail: Mail) => Promise<void> = async () => undefined,
  how: MailDesk['reportFile'] = reportFile,
): Promise<readonly Mail[]> {
  const sent: Mail[] = [];
  const desk: MailDesk = {
    send: async (mail) => {
      sent.push(mail);
      await deliver(mail);
    },
    emailOf: async (account) => (await api.ports.accounts.of({ account }, (tx) => tx.account()))?.email,
    random: randomBytes,
    origin: 'https://rebates.example.com',
    addresses: () => [],
    reportFile: how,
  };
  const attempt = { isStopping: () => false, progress: async () => undefined, desk };
  await sendReportsJob(api.ports, tenant, attempt as never).catch((error: Error) => {
    if (error.message !== 'killed') throw error;
  });
  return sent;
}

it('a report is sent on its morning with its filters, once, and under one name where the worker dies', async () => {
  const wanted = {
    report: 'earnedByPartner',
    filter: { partner: 'ACME-P1' },
    format: 'csv',
    rhythm: 'weekly',
  };
  const made = await post({ ...wanted, timeZone: 'Europe/Berlin' });
  // The second of October 2026 is a Friday.
  expect([made.status, made.body.nextAt]).toEqual([201, '2026-10-05T05:00:00.000Z']);
  expect(await send()).toEqual([]);
  api.time.now = new Date('2026-10-05T05:00:00Z');
  const killed = await send(async () => Promise.reject(new Error('killed')));
  const [mail] = await send();
  expect([killed[0]?.id, await send()]).toEqual([mail?.id, []]);
  expect([mail?.to, mail?.file?.name]).toEqual([`${person}@example.com`, 'earnedByPartner.csv']);
  const text = Buffer.from(mail?.file?.content ?? []).toString();
  expect([text.includes('ACME-P1'), text.includes('ACME-P2')]).toEqual([true, false]);
  expect(mail?.letter.way?.address).toBe(
    'https://rebates.example.com/reports/earnedByPartner?partner=ACME-P1',
  );
  const [shown] = await list();
  expect([shown.nextAt, shown.last.outcome]).toEqual(['2026-10-12T05:00:00.000Z', 'sent']);
});

it('no spreadsheet finds a formula in what is mailed', async () => {
  const filter = { partner: 'ACME-P1' };
  const asked = { name: 'earnedByPartner', filter, format: 'csv', language: 'en' } as const;
  await world.one(
    `UPDATE master_version SET name = '=1+1' WHERE tenant_id = TENANT AND code = 'ACME-P1' RETURNING 1`,
  );
  const file = taken(await reportFile(api.ports, tenant, asked));
  expect(Buffer.from(file.content).toString()).not.toMatch(/(^|,|")=1\+1/m);
});

it('who may read no reports any more gets nothing, and who ends it gets none', async () => {
  api.time.now = new Date('2026-10-12T05:00:00Z');
  taken(await setRoles(api.ports, tenant, { person, roles: [] }, systemActor('cli')));
  expect(await send()).toEqual([]);
  taken(await setRoles(api.ports, tenant, { person, roles: [{ role: 'analyst' }] }, systemActor('cli')));
  const [shown] = await list();
  expect(shown.last.outcome).toBe('notAllowed');
  expect((await api.call(session, { method: 'DELETE', url: `${URL}/${shown.id}` })).status).toBe(204);
  api.time.now = new Date('2026-10-19T05:00:00Z');
  expect([await list(), await send()]).toEqual([[], []]);
});

it('a zone that no clock knows and a report that cannot be made are refused', async () => {
  const wanted = { report: 'liability', filter: {}, format: 'xlsx', rhythm: 'monthly' };
  expect((await post({ ...wanted, timeZone: 'Mars/North' })).body.code).toBe('time-zone-unknown');
  expect((await post({ ...wanted, timeZone: '+02:00' })).body.code).toBe('time-zone-unknown');
  expect((await post({ ...wanted, report: 'recognisedByProduct' })).body.code).toBe(
    'report-agreement-missing',
  );
});

it('one that no server takes keeps no other from being sent, and is sent with the next try', async () => {
  api.time.now = new Date('2026-10-20T05:00:00Z');
  const wanted = { filter: {}, format: 'csv', rhythm: 'weekly', timeZone: 'UTC' };
  for (const report of ['liability', 'earnedByPartner', 'ageing']) await post({ ...wanted, report });
  api.time.now = new Date('2026-10-26T07:00:00Z');
  const isOpen = ({ letter }: Mail) => letter.way?.address.endsWith('/liability') === true;
  const tried = await send(async (mail) => {
    if (isOpen(mail)) throw new Error('killed');
  });
  expect([tried.length, tried.filter(isOpen).length]).toEqual([3, 1]);
  const again = await send();
  expect([again.map(isOpen), again[0]?.id]).toEqual([[true], tried.find(isOpen)?.id]);
  expect(await send()).toEqual([]);
});

it('while mails are paused it stays due, and goes out once they go on', async () => {
  api.time.now = new Date(api.time.now.getTime() + 7 * 24 * 60 * 60 * 1000);
  const pause = (isPaused: boolean) =>
    setMailing(api.ports, tenant, { isPaused }, systemActor('cli')).then(taken);
  const before = await list();
  expect((await pause(true)).isPaused).toBe(true);
  expect(await send()).toEqual([]);
  expect(await list()).toEqual(before);
  await pause(false);
  expect(await send()).toHaveLength(before.length);
});

it.each([
  [FILE_BYTES_MAX, 'sent', true],
  [FILE_BYTES_MAX + 1, 'tooLarge', false],
])('a report of %i bytes: %s', async (bytes, outcome, isAttached) => {
  api.time.now = new Date(api.time.now.getTime() + 7 * 24 * 60 * 60 * 1000);
  const content = new Uint8Array(bytes);
  const mails = await send(undefined, async () =>
    accept({ name: 'large.csv', mediaType: 'text/csv', content }),
  );
  expect(mails.length).toBeGreaterThan(0);
  expect(mails.every(({ file }) => (file !== undefined) === isAttached)).toBe(true);
  // What is left out can be found.
  const [mail] = mails;
  expect(mail?.letter.before.join(' ').includes('too large')).toBe(!isAttached);
  expect(mail?.letter.way?.address).toContain('/reports/');
  expect((await list()).map(({ last }: { last: { outcome: string } }) => last.outcome)).toEqual(
    mails.map(() => outcome),
  );
});
