import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import type { DocumentSeries } from '../../app/ports/settlementStore.ts';
import { approveDocumentSetting, rejectDocumentSetting } from '../../app/settlement/decideDocumentSetting.ts';
import {
  documentSettings,
  setCompanyParty,
  setDocumentSeries,
} from '../../app/settlement/documentSettings.ts';
import { code } from '../support/paymentStory.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';

// How documents are numbered and whose tax number stands on them: the first word of a company counts, since nothing stands
// on it yet; every other one once another person has approved it.

const [ANNA, BERT] = ['anna', 'bert'].map((id) => ({ kind: 'person', id })) as [Actor, Actor];
const PROGRAM: Actor = { kind: 'service', id: 'erp' };
const PARTY = { name: 'EU GmbH', addressLines: ['Ring 1'], country: 'AT', taxId: 'ATU12345678' };

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
});
afterAll(() => story.close());

const says = (party: typeof PARTY, actor = ANNA) =>
  setCompanyParty(story.ports, story.tenant, { actor, company: 'EU', party });
const numbered = (differs: Partial<DocumentSeries>, actor = ANNA) =>
  setDocumentSeries(story.ports, story.tenant, {
    ...{ actor, company: 'EU', kind: 'creditNote', series: 'CN', numberedBy: 'here' },
    ...differs,
  });
const approve = (id: string, actor: Actor) =>
  approveDocumentSetting(story.ports, story.tenant, { id, actor });
const stands = async () => taken(await documentSettings(story.ports, story.tenant, 'EU'));

/** The id of what was only proposed. */
function waits(said: Awaited<ReturnType<typeof says>>): string {
  const value = taken(said);
  expect(value.state).toBe('proposed');
  return 'id' in value ? value.id : '';
}

it('count at once where nothing stands, and again without a change', async () => {
  for (const _ of [1, 2]) {
    expect(taken(await says(PARTY))).toEqual({ state: 'inForce' });
    expect(taken(await numbered({}))).toEqual({ state: 'inForce' });
  }
  expect(await stands()).toMatchObject({ party: PARTY, series: [{ series: 'CN' }], waiting: [] });
});

it('count once a second person has approved another word; one waits at a time', async () => {
  const id = waits(await says({ ...PARTY, taxId: 'ATU87654321' }));
  expect((await stands()).party).toEqual(PARTY);
  expect(code(await says({ ...PARTY, taxId: 'ATU11111111' }, BERT))).toBe('document-setting-waits');
  expect(code(await approve(id, ANNA))).toBe('approver-is-author');
  expect(code(await approve(id, PROGRAM))).toBe('person-needed');
  expect(code(await approve('no', BERT))).toBe('document-setting-not-found');
  expect((await stands()).waiting.map((change) => change.id)).toEqual([id]);
  taken(await approve(id, BERT));
  expect(await stands()).toMatchObject({ party: { taxId: 'ATU87654321' }, waiting: [] });
  expect(code(await approve(id, BERT))).toBe('document-setting-decided');
});

it('stay as they are where somebody says no, with a reason', async () => {
  const id = waits(await numbered({ series: 'GS' }, PROGRAM));
  const reject = (reason: string) =>
    rejectDocumentSetting(story.ports, story.tenant, { id, actor: ANNA, reason });
  expect(code(await reject(' '))).toBe('reason-missing');
  taken(await reject('The auditor knows CN'));
  expect(code(await reject('again'))).toBe('document-setting-decided');
  expect((await stands()).series).toMatchObject([{ series: 'CN' }]);
});

it('do not count where another kind has got the series since', async () => {
  const id = waits(await numbered({ series: 'X' }));
  taken(await numbered({ kind: 'debitNote', series: 'X' }));
  expect(code(await approve(id, BERT))).toBe('document-series-invalid');
  taken(await rejectDocumentSetting(story.ports, story.tenant, { id, actor: BERT, reason: 'taken' }));
});

it('are held by the database: nothing takes the place of another word by one person', async () => {
  const id = waits(await numbered({ numberedBy: 'elsewhere' }));
  const admin = new Client({ connectionString: story.database.adminUrl });
  await admin.connect();
  const told = (sql: string) =>
    admin.query(sql, [story.tenant]).then(
      () => 'done',
      (error: { constraint?: string }) => error.constraint,
    );
  expect(
    await told(
      `UPDATE document_setting_change SET decision = 'approved', decided_by = author, decided_at = now()
       WHERE tenant_id = $1 AND decision IS NULL`,
    ),
  ).toBe('document_setting_change_by_another');
  expect(
    await told(`UPDATE document_series SET version = version + 1, approver = author WHERE tenant_id = $1`),
  ).toBe('document_series_changed_by_two');
  expect(
    await told(
      `INSERT INTO company_party (tenant_id, company, version, party, actor, recorded_at)
       SELECT tenant_id, company, 100, party, actor, now() FROM company_party WHERE tenant_id = $1 LIMIT 1`,
    ),
  ).toBe('company_party_changed_by_two');
  await admin.end();
  taken(await approve(id, BERT));
  expect((await stands()).series.find(({ kind }) => kind === 'creditNote')?.numberedBy).toBe('elsewhere');
});
