import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { approveAdjustment, rejectAdjustment } from '../../app/adjustments/decideAdjustment.ts';
import { previewAdjustment } from '../../app/adjustments/previewAdjustment.ts';
import {
  type ProposingAdjustment,
  proposeAdjustment,
  withdrawAdjustment,
} from '../../app/adjustments/proposeAdjustment.ts';
import { approvedAdjustments, listAdjustments } from '../../app/adjustments/showAdjustments.ts';
import { attachDocument } from '../../app/agreements/attachDocument.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { explainEarning } from '../../app/earnings/explainEarning.ts';
import { listEarnings } from '../../app/earnings/listEarnings.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { partnerStatement } from '../../app/statements/partnerStatement.ts';
import { statementProofs } from '../../app/statements/statementProofs.ts';
import type { Step } from '../../core/explanation/explanation.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { renderStep } from '../../core/wording/renderStep.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { dayOf, openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// earned = F(lines, terms) + approved adjustments: 2 % of 5,000.00 by the month is 100.00, and what two
// persons agree on beside it stays, whatever is calculated.

const ANNA: Actor = { kind: 'person', id: 'anna' };
const BERT: Actor = { kind: 'person', id: 'bert' };
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,knownOn';
const MONTHLY = {
  windows: { payout: 'month', qualifier: 'payoutWindow', pays: 'own', cut: 'fullThreshold', targets: 'same' },
};

let story: Scenario;
let document: string;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-03-02');
  await onDocuments(story, { creditNote: 'CN' });
  await story.master([
    ...['P1', 'P2', 'P3'].map((code) => ({
      ...{ kind: 'partner' as const, code, name: code, attributes: { country: 'AT' } },
    })),
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  const text = agreementText(MONTHLY, { id: 'A' });
  const settlement = {
    ...(text.settlement as object),
    frequency: 'month',
    finalDays: 10,
    tax: 'none',
  };
  await story.agreement({ ...text, settlement });
  const open = async () =>
    accept({
      content: new TextEncoder().encode('Agreed'),
      mediaType: 'text/plain; charset=utf-8' as const,
    });
  const entry = { actor: ANNA, agreement: 'A', name: 'agreed.txt', open };
  document = taken(await attachDocument(story.ports, story.tenant, entry)).id;
  await sold('P1', '2026-01-20', '5000.00');
});
afterAll(() => story.close());

async function sold(partner: string, date: string, net: string, number = `D-${partner}-${date}`) {
  const row = ['erp', number, '1', 'sale', 'EU', partner, 'X', date, '1', 'EA', net, 'EUR', '2026-03-02'];
  await story.lines(HEADER, row.join(','));
  return story.calculate();
}

type Differs = Partial<Omit<ProposingAdjustment, 'parts'>> & { readonly parts?: readonly string[][] };

function asked({ parts = [['2026-01-01', '2026-03-02', '25.00']], ...differs }: Differs = {}) {
  return {
    ...{ agreement: 'A', term: 'volume', partner: 'P1', kind: 'goodwill' as const, document },
    parts: parts.map(([firstDay = '', countsFrom = '', amount = '']) => ({
      firstDay: dayOf(firstDay),
      countsFrom: dayOf(countsFrom),
      amount: decimalOf(amount),
    })),
    ...{ reason: 'Our own note', actor: ANNA },
    ...differs,
  };
}

const propose = (differs: Differs = {}) => proposeAdjustment(story.ports, story.tenant, asked(differs));
const approve = (id: string, actor = BERT) => approveAdjustment(story.ports, story.tenant, { id, actor });

async function approved(differs: Differs = {}): Promise<string> {
  const { id } = taken(await propose(differs));
  taken(await approve(id));
  return id;
}

async function rowOf(partner: string, month = '2026-01-01') {
  const { rows } = await listEarnings(story.ports, story.tenant, { partner, limit: 50 });
  const row = rows.find(({ account }) => account.window.from === dayOf(month));
  if (row === undefined) throw new Error(`no earning of ${partner}`);
  return row;
}

function flat(step: ReturnType<typeof renderStep>): string[] {
  return [step.text, ...step.steps.flatMap(flat)];
}

function refusalsOf(result: Result<unknown>) {
  return result.ok ? [] : result.refusals;
}

function codeOf(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : result.refusals[0]?.code;
}

describe('an amount beside the terms', () => {
  it('changes nothing until a second person approves it', async () => {
    const { id } = taken(await propose());
    expect(await story.calculate()).toEqual([]);
    expect(codeOf(await approve(id, ANNA))).toBe('approver-is-author');
    expect(codeOf(await approve(id, { kind: 'service', id: 's' }))).toBe('person-needed');
    taken(await approve(id));
    expect(codeOf(await approve(id))).toBe('adjustment-decided');
    expect(await story.calculate()).toEqual([
      { partner: 'P1', delta: 2500n, causes: { adjustments: 2500n } },
    ]);
    expect(await story.calculate()).toEqual([]);
  });

  it('stands apart from what the terms give, with its wording and without our reason', async () => {
    const { id, earnedMinor, adjustedMinor, adjustments } = await rowOf('P1');
    expect([earnedMinor, adjustedMinor]).toEqual([12_500n, 2500n]);
    expect(adjustments).toEqual([
      { kind: 'goodwill', countsFrom: '2026-03-02', amount: '25.00', isWithdrawal: false },
    ]);
    const { explanation, lines } = taken(await explainEarning(story.ports, story.tenant, id));
    const text = flat(renderStep(explanation as Step, 'en'))
      .join('\n')
      .replaceAll('\u00a0', ' ');
    expect(text).toContain('The terms give EUR 100.00; agreed beside them EUR 25.00; together EUR 125.00.');
    expect(text).not.toContain('Our own note');
    expect(lines.map(({ shareMinor }) => shareMinor)).toEqual([10_000n]);
  });

  it('is not taken back by a calculation: a late line books its own cause alone', async () => {
    expect(await sold('P1', '2026-01-25', '1000.00')).toEqual([
      { partner: 'P1', delta: 2000n, causes: { lateLines: 2000n } },
    ]);
    expect((await rowOf('P1')).earnedMinor).toBe(14_500n);
  });

  it('is previewed to the cent, and a preview writes nothing', async () => {
    const preview = taken(await previewAdjustment(story.ports, story.tenant, asked({ partner: 'P2' })));
    expect(preview.accounts.map(({ earned, recognised }) => [earned, recognised])).toEqual([
      [
        { before: 0n, after: 2500n },
        { before: 0n, after: 2500n },
      ],
    ]);
    const { rows } = await listAdjustments(story.ports, story.tenant, { partner: 'P2', limit: 10 });
    expect(rows).toEqual([]);
  });

  it('is taken back by a mirrored one, once, which needs a second person as well', async () => {
    const [first] = (await listAdjustments(story.ports, story.tenant, { state: 'approved', limit: 10 })).rows;
    const id = first?.id ?? '';
    const entry = { id, reason: 'It was given twice', actor: ANNA };
    const mirror = taken(await withdrawAdjustment(story.ports, story.tenant, entry));
    const second = taken(await withdrawAdjustment(story.ports, story.tenant, entry));
    expect(await story.calculate()).toEqual([]);
    taken(await approve(mirror.id));
    expect(codeOf(await approve(second.id))).toBe('adjustment-withdrawn');
    expect(codeOf(await withdrawAdjustment(story.ports, story.tenant, entry))).toBe('adjustment-withdrawn');
    expect(await story.calculate()).toEqual([
      { partner: 'P1', delta: -2500n, causes: { adjustments: -2500n } },
    ]);
  });

  it('comes in phases, each from its own day on, for a partner that has bought nothing', async () => {
    await approved({
      ...{ partner: 'P2', kind: 'lumpSum' },
      parts: [
        ['2026-02-01', '2026-02-28', '10.00'],
        ['2026-03-01', '2026-03-31', '10.00'],
      ],
    });
    expect(await story.calculate()).toEqual([
      { partner: 'P2', delta: 1000n, causes: { adjustments: 1000n } },
    ]);
    story.on('2026-03-31');
    expect(await story.calculate()).toEqual([
      { partner: 'P2', delta: 1000n, causes: { adjustments: 1000n } },
    ]);
  });

  it('is settled with the rest; what expires before is on no document and lapses', async () => {
    await approved({
      partner: 'P3',
      parts: [['2026-01-01', '2026-03-02', '7.00']],
      expiresOn: dayOf('2026-04-01'),
    });
    await approved({ partner: 'P3', parts: [['2026-02-01', '2026-03-02', '9.00']] });
    await story.calculate();
    story.on('2026-04-15');
    await story.calculate();
    const selection = { company: 'EU', agreements: ['A'], partners: ['P2', 'P3'], actor: ANNA };
    const run = taken(await proposeSettlement(story.ports, story.tenant, selection));
    const told = run.settlements.map(({ beneficiary, kind, netMinor }) => [beneficiary, kind, netMinor]);
    expect(told).toEqual([
      ['P2', 'creditNote', 2000n],
      ['P3', 'creditNote', 900n],
      ['P3', 'lapse', 700n],
    ]);
    for (const { id } of run.settlements) {
      taken(await approveSettlement(story.ports, story.tenant, { actor: BERT, id }));
      taken(await issueSettlement(story.ports, story.tenant, { actor: ANNA, id }));
    }
    const again = taken(await proposeSettlement(story.ports, story.tenant, selection));
    expect(again.settlements).toEqual([]);
    const balances = await story.ports.store.inTenant(story.tenant, (tx) => tx.bookings.balances('A'));
    const sums = new Map<string, bigint>();
    for (const { account, minor } of balances.filter((entry) => entry.account.partner === 'P3')) {
      sums.set(account.kind, (sums.get(account.kind) ?? 0n) + minor);
    }
    expect(Object.fromEntries(sums)).toEqual({ earned: 1600n, recognised: 1600n, settled: 1600n });
  });

  it.each<[string, Differs]>([
    ['reason-missing', { reason: ' ' }],
    ['agreement-not-found', { agreement: 'NO' }],
    ['partner-not-found', { partner: 'NO' }],
    ['document-not-found', { document: randomUUID() }],
    ['adjustment-parts-missing', { parts: [] }],
    ['adjustment-place-unknown', { parts: [['2026-01-02', '2026-03-02', '1.00']] }],
    ['adjustment-place-unknown', { term: 'no' }],
    ['adjustment-amount-invalid', { parts: [['2026-01-01', '2026-03-02', '0.00']] }],
    ['adjustment-amount-invalid', { parts: [['2026-01-01', '2026-03-02', '0.001']] }],
    ['adjustment-expiry-invalid', { expiresOn: dayOf('2026-03-01') }],
    [
      'adjustment-expiry-invalid',
      { expiresOn: dayOf('2026-12-01'), parts: [['2026-01-01', '2026-03-02', '-1.00']] },
    ],
  ])('is refused: %s', async (code, differs) => {
    expect(codeOf(await propose(differs))).toBe(code);
  });

  it('is rejected with a reason, also by whoever has proposed it, and decided once', async () => {
    const { id } = taken(await propose());
    const reject = (reason: string) =>
      rejectAdjustment(story.ports, story.tenant, { id, reason, actor: ANNA });
    expect(codeOf(await reject(' '))).toBe('reason-missing');
    taken(await reject('A slip'));
    expect(codeOf(await approve(id))).toBe('adjustment-decided');
    const withdraw = { id, reason: 'x', actor: ANNA };
    expect(codeOf(await withdrawAdjustment(story.ports, story.tenant, withdraw))).toBe(
      'adjustment-not-approved',
    );
    expect(codeOf(await approve(randomUUID()))).toBe('adjustment-not-found');
  });

  it("is in the proof beside a statement, its own partner's alone, without our reason", async () => {
    const days = { firstDay: dayOf('2026-01-01'), lastDay: dayOf('2026-12-31') };
    const question = { company: 'EU', partner: 'P3', ...days };
    const statement = taken(await partnerStatement(story.ports, story.tenant, question));
    const [stated] = await statementProofs(story.ports, story.tenant, statement);
    const { adjustments = [] } = stated?.proof ?? {};
    expect(adjustments.length).toBeGreaterThan(0);
    expect(new Set(adjustments.map(({ partner }) => partner))).toEqual(new Set(['P3']));
    expect(JSON.stringify(stated?.proof)).not.toContain('Our own note');
    const exported = taken(await approvedAdjustments(story.ports, story.tenant, 'A'));
    expect(exported.filter(({ partner }) => partner === 'P3')).toEqual(adjustments);
  });

  it('keeps its term from going until it is taken back, and comes to no term that went', async () => {
    story.on('2026-06-01');
    const one = agreementText(MONTHLY, { id: 'GONE' });
    const [volume] = one.terms as readonly [object];
    const both = { ...one, terms: [volume, { ...volume, id: 'extra' }] };
    await story.agreement(both);
    const open = async () => {
      const content = new TextEncoder().encode('Agreed for GONE');
      return accept({ content, mediaType: 'text/plain; charset=utf-8' as const });
    };
    const entry = { actor: ANNA, agreement: 'GONE', name: 'agreed.txt', open };
    const { id: letter } = taken(await attachDocument(story.ports, story.tenant, entry));
    const beside = { agreement: 'GONE', term: 'extra', document: letter };
    const id = await approved(beside);
    await story.calculate();
    const recorded = (text: unknown) =>
      recordAgreement(story.ports, story.tenant, text, { actor: ANNA, asNewVersion: true });
    const { settlement } = one as { readonly settlement: object };
    const inDollars = { ...both, currency: 'USD', settlement: { ...settlement, currency: 'USD' } };
    for (const text of [one, inDollars]) {
      const [refusal] = refusalsOf(await recorded(text));
      expect([refusal?.code, refusal?.at, refusal?.facts]).toEqual([
        ...['agreement-term-adjusted', 'terms.extra'],
        { term: 'extra', partner: 'P1', amount: '25.00', currency: 'EUR' },
      ]);
    }
    const back = { id, reason: 'Agreed anew', actor: ANNA };
    const { id: mirror } = taken(await withdrawAdjustment(story.ports, story.tenant, back));
    const { id: late } = taken(await propose(beside));
    taken(await approve(mirror));
    taken(await recorded(one));
    expect(codeOf(await approve(late))).toBe('adjustment-place-unknown');
    await story.calculate();
    const { rows } = await listEarnings(story.ports, story.tenant, { partner: 'P1', limit: 50 });
    expect(rows.filter(({ account }) => account.term === 'extra')).toEqual([]);
  });

  it('is not approved by its author in the database either', async () => {
    const { id, author } = taken(await propose());
    const client = new Client({ connectionString: story.database.adminUrl });
    await client.connect();
    const decide = (name: string, by: string) =>
      client.query(
        `INSERT INTO adjustment_decision (tenant_id, partner_id, adjustment_id, author, decision, decided_by,
           decided_at, reason, batch)
         VALUES ($1, 'P1', $2, $3, 'approved', $4, now(), '', 1)`,
        [story.tenant, id, name, by],
      );
    await expect(decide(author, author)).rejects.toThrow('adjustment_decision_four_eyes');
    await expect(decide('person:nobody', author)).rejects.toThrow('adjustment_decision_of');
    await client.end();
  });
});
