import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../app/actor.ts';
import { confirmApprovalRules, proposeApprovalRules } from '../../app/agreements/approvalRules.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeAdvance } from '../../app/settlement/proposeAdvance.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { showSettlement } from '../../app/settlement/showSettlements.ts';
import { APPROVAL_FORMAT } from '../../core/lifecycle/approvalRules.ts';
import { onDocuments } from '../support/onDocuments.ts';
import { code } from '../support/paymentStory.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// Documents have limits of their own: from 150.00 on a second level approves what is settled, and each advance needs
// it, whatever its amount. What agreements need is another matter.

const [ANNA, BERT, CARLA]: Actor[] = ['anna', 'bert', 'carla'].map((id) => ({ kind: 'person', id }));
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const level = (id: string) => ({ id, name: { en: id, 'zh-CN': id }, approvers: 'anyone' });
const ANY = { directions: 'any', programmes: 'any', partners: 'any', amount: 'any' };
const RULES = {
  format: APPROVAL_FORMAT,
  levels: [level('first'), level('board'), level('finance')],
  rules: [
    { ...ANY, id: 'all', levels: ['first'] },
    { ...ANY, id: 'agreements', subjects: ['agreement'], levels: ['board'] },
    {
      ...{ ...ANY, id: 'large', subjects: ['settlement'], levels: ['finance'] },
      amount: { atLeast: '150.00', currency: 'EUR' },
    },
    { ...ANY, id: 'ahead', subjects: ['advance'], levels: ['finance'] },
  ],
};

let story: Scenario;
let admin: Client;
beforeAll(async () => {
  story = await openScenario('EU');
  admin = new Client({ connectionString: story.database.adminUrl });
  await admin.connect();
  story.on('2026-03-01');
  await onDocuments(story, { creditNote: 'CN' });
  const attributes = { country: 'AT', taxId: 'ATU87654321' };
  await story.master([
    ...['P1', 'P2'].map((name) => ({ kind: 'partner' as const, code: name, name, attributes })),
    { kind: 'product', code: 'X', name: 'X', attributes: {} },
  ]);
  const text = agreementText({}, { id: 'A' });
  const terms = { ...(text.settlement as object), frequency: 'month', tax: { percent: '20' } };
  await story.agreement({ ...text, settlement: terms });
  const { ports, tenant } = story;
  taken(await proposeApprovalRules(ports, tenant, { actor: ANNA as Actor, parsed: RULES }));
  taken(await confirmApprovalRules(ports, tenant, { actor: BERT as Actor, version: 1 }));
  // 2 %: 149.99 and 150.00; the tax does not count.
  await story.lines(
    HEADER,
    'erp,S1,1,sale,EU,P1,X,2026-03-10,1,EA,7499.50,EUR',
    'erp,S2,1,sale,EU,P2,X,2026-03-10,1,EA,7500.00,EUR',
  );
  story.on('2026-04-15');
  await story.calculate();
});
afterAll(async () => {
  await admin.end();
  await story.close();
});

const approve = (id: string, actor: Actor | undefined) =>
  approveSettlement(story.ports, story.tenant, { actor: actor as Actor, id });

async function levelsOf(id: string): Promise<string[]> {
  const { settlement } = taken(await showSettlement(story.ports, story.tenant, id));
  return settlement.levels.map((one) => one.id);
}

it('ask for the levels of documents by their net amount, and for each level another person', async () => {
  const asked = { company: 'EU', actor: ANNA as Actor };
  const { settlements } = taken(await proposeSettlement(story.ports, story.tenant, asked));
  const [small = '', large = ''] = settlements
    .toSorted((a, b) => Number(a.netMinor - b.netMinor))
    .map(({ id }) => id);
  expect(settlements.map(({ netMinor }) => netMinor).sort()).toEqual([14_999n, 15_000n]);
  expect([await levelsOf(small), await levelsOf(large)]).toEqual([['first'], ['first', 'finance']]);
  expect(code(await approve(large, ANNA))).toBe('approver-is-author');
  expect(taken(await approve(large, BERT)).missing).toEqual(['finance']);
  expect(code(await approve(large, BERT))).toBe('approver-repeated');
  const issue = () => issueSettlement(story.ports, story.tenant, { actor: ANNA as Actor, id: large });
  expect(code(await issue())).toBe('settlement-not-approved');
  taken(await approve(large, CARLA));
  expect(taken(await issue()).state).toBe('issued');
});

it('ask for those of advances whatever the amount', async () => {
  const place = { agreement: 'A', term: 'volume', participant: 'P1', amount: decimalOf('1.00') };
  const asked = { ...place, reason: 'shop', actor: ANNA as Actor };
  const { id } = taken(await proposeAdvance(story.ports, story.tenant, asked));
  expect(await levelsOf(id)).toEqual(['first', 'finance']);
});

it('are held by the database: nothing is issued by one person, nor by nobody', async () => {
  const says = (sql: string) =>
    admin.query(sql, [story.tenant]).then(
      () => 'done',
      (error: { constraint?: string }) => error.constraint,
    );
  const [where, first] = [`WHERE tenant_id = $1 AND state = 'proposed'`, 'settlement_approved_first'];
  expect(await says(`UPDATE settlement SET state = 'approved' ${where}`)).toBe(first);
  expect(await says(`UPDATE settlement SET state = 'issued' ${where}`)).toBe(first);
  // One of two levels is not enough, nor is the author one of them.
  const given = (approvers: string) =>
    `UPDATE settlement SET approver = 'bert', approvers = ${approvers}, state = 'approved' ${where}`;
  expect(await says(given(`'{"bert": "first"}'`))).toBe('settlement_every_level');
  const withAuthor = `jsonb_build_object('bert', 'first', author_id, 'finance')`;
  expect(await says(given(withAuthor))).toBe('settlement_approved_by_others');
  const own = `UPDATE settlement SET approver = author_id, state = 'approved' ${where}`;
  expect(await says(own)).toBe('settlement_approved_by_another');
});
