import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { agreementHistory } from '../../app/agreements/agreementHistory.ts';
import { approveProposal } from '../../app/agreements/approveProposal.ts';
import { renewAgreement } from '../../app/agreements/renewAgreement.ts';
import { submitProposal } from '../../app/agreements/submitProposal.ts';
import type { Tx } from '../../app/ports.ts';
import { approveBulk, showBulk } from '../../app/yearEnd/approveBulk.ts';
import { listBulks } from '../../app/yearEnd/listBulks.ts';
import { previewBulk } from '../../app/yearEnd/previewBulk.ts';
import { submitBulk } from '../../app/yearEnd/submitBulk.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { termsInShort } from '../../core/wording/terms/termsInShort.ts';
import { asRole } from '../support/asRole.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// At the end of the year Mia renews what there is and makes new agreements like a template, all from one
// spreadsheet. Sven approves them at once.
const MIA: Actor = { kind: 'person', id: 'mia' };
const SVEN: Actor = { kind: 'person', id: 'sven' };

type Row = Readonly<Record<string, string>>;
const renewal = (agreement: string, renews: string, differs: Row = {}): Row => ({
  agreement,
  like: '',
  renews,
  firstDay: '',
  lastDay: '',
  partner: '',
  value: '10000',
  ...differs,
});
const likeTemplate = (agreement: string, partner: string, differs: Row = {}): Row => ({
  ...renewal(agreement, ''),
  like: 'TEMPLATE',
  firstDay: '2027-01-01',
  lastDay: '2027-12-31',
  partner,
  ...differs,
});

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-11-29');
  for (const id of ['TEMPLATE', 'A-2026', 'B-2026']) await story.agreement(agreementText({}, { id }));
});
afterAll(() => story.close());

const numbered = (rows: readonly Row[]) => rows.map((texts, index) => ({ row: index + 1, texts }));
const preview = async (...rows: readonly Row[]) =>
  taken(await previewBulk(story.ports, story.tenant, numbered(rows)));
const submit = (rows: readonly Row[], actor = MIA) =>
  submitBulk(story.ports, story.tenant, {
    name: '2027.csv',
    sha256: '0'.repeat(64),
    rows: numbered(rows),
    actor,
  });
const approve = (id: string, actor = SVEN) => approveBulk(story.ports, story.tenant, { id, actor });
const codesOf = (result: Result<unknown>) =>
  result.ok ? [] : result.refusals.map(({ code, at }) => `${code} ${at}`);

describe('a preview', () => {
  it('says of each row what would become of it, and what its terms say', async () => {
    const [renewed, created] = await preview(
      renewal('A-2027', 'A-2026', { 'threshold.1': '1500', 'percent.1': '2.75' }),
      likeTemplate('C-2027', 'P1;P2', { 'name.en': 'Bonus of C' }),
    );
    expect([renewed?.outcome, created?.outcome]).toEqual(['renewed', 'created']);
    const short =
      renewed !== undefined && renewed.outcome !== 'refused' ? termsInShort(renewed.agreement, 'en') : '';
    expect(short).toContain('2.75%');
    expect(short).toContain('1,500');
    expect(short).toContain('1 Jan 2027');
    const terms =
      created !== undefined && created.outcome !== 'refused' ? termsInShort(created.agreement, 'en') : '';
    expect(terms).toContain('P1');
  });

  it.each<[string, Row, string[]]>([
    ['without id', likeTemplate('', 'P1'), ['bulk-field-missing row 1, agreement']],
    ['made from nothing', renewal('X', ''), ['bulk-origin-needed row 1, like']],
    [
      'made from two',
      renewal('X', 'A-2026', { like: 'TEMPLATE' }),
      [
        'bulk-origin-needed row 1, like',
        'bulk-field-missing row 1, firstDay',
        'bulk-field-missing row 1, lastDay',
      ],
    ],
    ['made from what is not there', renewal('X', 'NONE'), ['agreement-not-found row 1']],
    [
      'with half a period',
      renewal('X', 'A-2026', { firstDay: '2027-01-01' }),
      ['bulk-field-missing row 1, lastDay'],
    ],
    [
      'with a day that there is not',
      likeTemplate('X', 'P1', { lastDay: '2027-02-30' }),
      ['bulk-field-invalid row 1, lastDay'],
    ],
    ['worth no number', renewal('X', 'A-2026', { value: 'much' }), ['bulk-field-invalid row 1, value']],
    ['worth nobody knows what', renewal('X', 'A-2026', { value: '' }), ['proposal-not-capped row 1, value']],
    [
      'with a tier too many',
      renewal('X', 'A-2026', { 'percent.2': '3' }),
      ['agreement-path-unknown row 1, terms[0].tiers.rows[1].percent'],
    ],
    [
      'with a rate that is none',
      renewal('X', 'A-2026', { 'percent.1': 'x' }),
      ['agreement-field-type row 1, terms[0].tiers.rows[0].percent'],
    ],
    ['under the id of another one', renewal('B-2026', 'A-2026'), ['agreement-id-taken row 1']],
  ])('refuses a row %s', async (_, row, expected) => {
    const [entry] = await preview(row);
    const refusals = entry?.outcome === 'refused' ? entry.refusals : [];
    expect(refusals.map(({ code, at }) => `${code} ${at}`)).toEqual(expected);
  });

  it('refuses the second of two rows for one agreement, and writes nothing', async () => {
    const [, second] = await preview(renewal('A-2027', 'A-2026'), renewal('A-2027', 'B-2026'));
    expect(second?.outcome).toBe('refused');
    const proposals = await story.ports.store.inTenant(story.tenant, (tx) => tx.proposals.list({}));
    expect(proposals).toEqual([]);
  });
});

describe('a spreadsheet', () => {
  const rows = [renewal('A-2027', 'A-2026'), renewal('B-2027', 'B-2026'), likeTemplate('C-2027', 'P1')];
  let id = '';

  it('is handed in by a person, whole or not at all', async () => {
    expect(codesOf(await submit(rows, { kind: 'service', id: 'erp' }))).toEqual(['person-needed actor']);
    expect(codesOf(await submit([...rows, renewal('D-2027', 'NONE')]))).toEqual([
      'agreement-not-found row 4',
    ]);
    expect(codesOf(await submit([]))).toEqual(['bulk-empty 2027.csv']);
    ({ id } = taken(await submit(rows)));
    expect(codesOf(await submit(rows))).toEqual([
      'bulk-in-review row 1',
      'bulk-in-review row 2',
      'bulk-in-review row 3',
    ]);
  });

  it('is approved at once by another person, known from one batch, each with its history', async () => {
    expect(codesOf(await approve(id, MIA))).toEqual(['approver-is-author actor']);
    expect(codesOf(await approve('00000000-0000-4000-8000-000000000000'))).toEqual(['bulk-not-found id']);
    expect(taken(await approve(id))).toEqual({ id, approved: 3, versions: 3 });
    expect(codesOf(await approve(id))).toEqual(['bulk-not-in-review id']);
    const { entries } = taken(await showBulk(story.ports, story.tenant, id));
    expect(entries.map(({ code, state, version }) => `${code} ${state} ${version}`)).toEqual([
      'A-2027 approved 1',
      'B-2027 approved 1',
      'C-2027 approved 1',
    ]);
    const known = await story.ports.store.inTenant(story.tenant, async (tx) =>
      tx.agreements.allKnownAt(await tx.batches.last()),
    );
    const made = known.filter(({ code }) => code.endsWith('2027'));
    expect(made).toHaveLength(3);
    expect(new Set(made.map(({ batch }) => batch)).size).toBe(1);
    const history = taken(await agreementHistory(story.ports, story.tenant, 'B-2027'));
    expect(JSON.stringify(history)).toContain('2027.csv, 2');
  });

  it('that says what is there already changes nothing', async () => {
    const [first] = await preview(rows[0] as Row);
    expect(first?.outcome).toBe('unchanged');
    expect(codesOf(await submit(rows))).toEqual(['bulk-unchanged 2027.csv']);
  });

  it('that another person half undid is approved in what is left, or not at all', async () => {
    const more = [renewal('A-2028', 'A-2027'), renewal('B-2028', 'B-2027')];
    const handed = taken(await submit(more));
    const { entries } = taken(await showBulk(story.ports, story.tenant, handed.id));
    const first = entries[0]?.proposal ?? '';
    await story.ports.store.inTenant(story.tenant, (tx) => tx.proposals.move(first, 'withdrawn'));
    expect(taken(await approve(handed.id))).toMatchObject({ approved: 1, versions: 1 });
  });

  it('is found again, the latest first, with where its agreements stand, a page at a time', async () => {
    const page = (limit: number, before?: string) =>
      listBulks(story.ports, story.tenant, { limit, ...(before !== undefined && { before }) });
    const all = taken(await page(10));
    expect(all.find((bulk) => bulk.id === id)).toMatchObject({
      rows: 3,
      name: '2027.csv',
      states: { approved: 3 },
    });
    expect(all.map(({ states }) => states)).toContainEqual({ approved: 1, withdrawn: 1 });
    // The clock of a story stands still: both have the same instant.
    const ids = all.map((bulk) => bulk.id);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(taken(await page(1)).map((bulk) => bulk.id)).toEqual([ids[0]]);
    expect(taken(await page(1, ids[0])).map((bulk) => bulk.id)).toEqual([ids[1]]);
    expect(taken(await page(1, ids[1]))).toEqual([]);
    expect(codesOf(await page(1, 'x'))).toEqual(['bulk-not-found before']);
  });

  it('leaves for each agreement what deeds on it alone leave', async () => {
    const handed = taken(await submit([renewal('A-2029', 'A-2027')]));
    taken(await approve(handed.id));
    const { ports, tenant, database } = story;
    const begun = taken(
      await renewAgreement(ports, tenant, { actor: MIA, agreement: 'B-2027', id: 'B-2029', edits: [] }),
    );
    const value = { of: 'expected' as const, amount: decimalOf('10000') };
    const { proposal, revision: seen } = begun;
    const { submission } = taken(await submitProposal(ports, tenant, { actor: MIA, proposal, seen, value }));
    taken(await approveProposal(ports, tenant, { actor: SVEN, proposal, seen: submission }));
    const traceOf = (code: string) =>
      asRole<{ text: string }>(
        database.appUrl,
        tenant,
        `SELECT to_jsonb(x) - 'code' - 'proposal_id' - 'done_at' - 'batch' - 'reason' AS text FROM agreement_deed x WHERE code = '${code}'
         UNION ALL SELECT to_jsonb(x) - 'code' - 'id' - 'made_from' FROM proposal x WHERE code = '${code}'
         UNION ALL SELECT to_jsonb(y) - 'proposal_id' - 'taken_at' FROM proposal x JOIN proposal_part y ON y.proposal_id = x.id WHERE code = '${code}'
         UNION ALL SELECT to_jsonb(y) - 'proposal_id' - 'submitted_at' FROM proposal x JOIN proposal_submission y ON y.proposal_id = x.id WHERE code = '${code}'
         UNION ALL SELECT to_jsonb(y) - 'proposal_id' - 'saved_at' - 'sha256' - 'text' FROM proposal x JOIN proposal_revision y ON y.proposal_id = x.id WHERE code = '${code}'
         UNION ALL SELECT to_jsonb(y) - 'agreement_id' - 'batch' - 'sha256' - 'text' FROM agreement x JOIN agreement_version y ON y.agreement_id = x.id WHERE code = '${code}'
         UNION ALL SELECT to_jsonb(y) - 'agreement_id' FROM agreement x JOIN run_state y ON y.agreement_id = x.id WHERE code = '${code}'
         UNION ALL SELECT to_jsonb(x) - 'id' - 'recorded_at' - 'object' - 'batch' - 'body' - 'salt' FROM audit x WHERE object = '${code}'
         ORDER BY 1`,
      );
    expect(await traceOf('A-2029')).toEqual(await traceOf('B-2029'));
    expect(await traceOf('A-2029')).toHaveLength(13);
  });

  it('asks the database as often for many rows as for two, and takes the batch after all was read', async () => {
    const calls: string[] = [];
    const inTenant: Scenario['ports']['store']['inTenant'] = (tenant, work) =>
      story.ports.store.inTenant(tenant, (tx) => work(spied(tx, calls)));
    const ports = { ...story.ports, store: { ...story.ports.store, inTenant } };
    const callsFor = async (year: number, count: number) => {
      calls.splice(0);
      const file = { name: 'x', sha256: '0'.repeat(64), actor: MIA };
      const made = Array.from({ length: count }, (_, index) => likeTemplate(`M${index}-${year}`, 'P1'));
      const { id: bulk } = taken(await submitBulk(ports, story.tenant, { ...file, rows: numbered(made) }));
      const handed = calls.splice(0);
      taken(await approveBulk(ports, story.tenant, { id: bulk, actor: SVEN }));
      return [handed, [...calls]];
    };
    const few = await callsFor(2031, 2);
    expect(await callsFor(2032, 9)).toEqual(few);
    expect(few[1]).toEqual([
      'bulks.lock',
      'bulks.entries',
      'bulks.lockAll',
      'batches.last',
      'approvalRules.knownAt',
      'company.all',
      'batches.take',
      'bulks.writeAll',
      'jobs.add',
      'batches.last',
      'audit.write',
    ]);
  });
});

/** A transaction that notes which of its tables is asked for what. */
function spied(tx: Tx, calls: string[]): Tx {
  const noting = (table: string, store: object) =>
    new Proxy(store, {
      get: (target, name) => {
        const found = Reflect.get(target, name);
        if (typeof found !== 'function') return found;
        return (...given: unknown[]) => {
          calls.push(`${table}.${String(name)}`);
          return found.apply(target, given);
        };
      },
    });
  return Object.fromEntries(Object.entries(tx).map(([table, store]) => [table, noting(table, store)])) as Tx;
}
