import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPerson } from '../../app/access/createPerson.ts';
import { type Actor, systemActor } from '../../app/actor.ts';
import { confirmApprovalRules, proposeApprovalRules } from '../../app/agreements/approvalRules.ts';
import { approveProposal } from '../../app/agreements/approveProposal.ts';
import { draftAgreement } from '../../app/agreements/draftAgreement.ts';
import { submitProposal } from '../../app/agreements/submitProposal.ts';
import { setCalendar } from '../../app/companies/calendars.ts';
import { saveMapping } from '../../app/intake/saveMapping.ts';
import { setAccountRules } from '../../app/ledger/setAccountRules.ts';
import { proposePaymentRules } from '../../app/payments/paymentRules.ts';
import { CARRIED_PARTS } from '../../app/transport/carriedParts.ts';
import { exportTransport } from '../../app/transport/exportTransport.ts';
import { compareTransport, importTransport } from '../../app/transport/importTransport.ts';
import { decodeTransport, type Transport, transportJson } from '../../app/transport/transport.ts';
import { APPROVAL_FORMAT } from '../../core/lifecycle/approvalRules.ts';
import { PAYMENT_RULES } from '../support/payments.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';
import { agreementText, decimalOf } from '../support/trade.ts';

// What was tried in one tenant is carried to another as a file: it is looked at first, agreements and rules wait there for another
// person, and a file that is taken over twice changes nothing.

const ANN: Actor = { kind: 'person', id: 'ann' };
const BEN: Actor = { kind: 'person', id: 'ben' };
const CLI = systemActor('cli');
const VALUE = { of: 'expected', amount: decimalOf('1000') } as const;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const tiers = (percent: string) => ({ tiers: { boundary: 'atLeast', rows: [{ from: '1', percent }] } });

let test: Scenario;
let real: Scenario;
beforeAll(async () => {
  test = await openScenario('EU');
  real = await openScenario('EU');
  for (const story of [test, real]) {
    story.on('2026-01-02');
    await story.master([
      { kind: 'partner', code: 'P1', name: 'One', attributes: {} },
      { kind: 'product', code: 'X', name: 'X', attributes: {} },
    ]);
  }
  await fill(test);
});
afterAll(async () => {
  await test.close();
  await real.close();
});

async function fill({ ports, tenant, agreement }: Scenario): Promise<void> {
  // Before there are rules: a text that somebody took over.
  await agreement(agreementText(tiers('2'), { id: 'BONUS' }));
  const boss = taken(await createPerson(ports, tenant, { login: 'boss', name: 'Berta Real' }, CLI));
  const calendar = { fiscal: { firstMonth: 4 } };
  const named = { code: 'FISCAL', name: { en: 'Fiscal', 'zh-CN': '财年' }, calendar, isOffered: true };
  taken(await setCalendar(ports, tenant, { ...named, seen: '0' }, ANN));
  const rules = {
    format: APPROVAL_FORMAT,
    levels: [{ id: 'boss', name: { en: 'Boss', 'zh-CN': '主管' }, approvers: [boss.id] }],
    rules: [
      { id: 'all', directions: 'any', programmes: 'any', partners: 'any', amount: 'any', levels: ['boss'] },
    ],
  };
  const { version } = taken(await proposeApprovalRules(ports, tenant, { actor: ANN, parsed: rules }));
  taken(await confirmApprovalRules(ports, tenant, { actor: BEN, version }));
  taken(await proposePaymentRules(ports, tenant, { actor: ANN, parsed: PAYMENT_RULES }));
  taken(
    await setAccountRules(ports, tenant, { rules: [{ role: 'rebateExpense', account: '4711' }], actor: ANN }),
  );
  const description = { format: 'openrebate-source/v1', columns: { Umsatz: 'netValue' } };
  taken(await saveMapping(ports, tenant, { name: 'erp', description, columns: ['Umsatz'], actor: ANN }));
  taken(
    await draftAgreement(ports, tenant, { actor: ANN, parsed: agreementText(tiers('3'), { id: 'DRAFT' }) }),
  );
}

const whole = (transport: Transport) => ({ transport, parts: CARRIED_PARTS });
const told = async (transport: Transport) =>
  (await compareTransport(real.ports, real.tenant, whole(transport))).map(({ part, name, change }) =>
    [part, name, change].join(' '),
  );
const carried = async (): Promise<Transport> => {
  const written = JSON.parse(
    JSON.stringify(transportJson(await exportTransport(test.ports, test.tenant), sha256)),
  );
  return taken(decodeTransport(written, sha256));
};

describe('a file from one tenant to another', () => {
  it('says first what differs, and writes nothing', async () => {
    const transport = await carried();
    const differences = [
      'calendar FISCAL new',
      'mapping erp new',
      'accountRules accounts new',
      'approvalRules rules new',
      'agreement BONUS new',
      'agreement DRAFT new',
    ];
    expect(await told(transport)).toEqual(differences);
    expect(await told(transport)).toEqual(differences);
  });

  it('is refused by name where an approver is nobody there; the rest is taken over, once', async () => {
    const transport = await carried();
    const said = await importTransport(real.ports, real.tenant, whole(transport), ANN);
    expect(said).toMatchObject({
      refusals: [{ code: 'person-not-found', at: 'approvalRules rules: levels', facts: { id: 'boss' } }],
    });
    expect(await told(transport)).toEqual([
      'calendar FISCAL same',
      'mapping erp same',
      'accountRules accounts same',
      'approvalRules rules new',
      'agreement BONUS waits',
      'agreement DRAFT waits',
    ]);
    taken(await createPerson(real.ports, real.tenant, { login: 'boss', name: 'The real boss' }, CLI));
    taken(await importTransport(real.ports, real.tenant, whole(transport), ANN));
    const before = await told(transport);
    expect(before.filter((one) => !/ (same|waits)$/.test(one))).toEqual([]);
    taken(await importTransport(real.ports, real.tenant, whole(transport), BEN));
    expect(await told(transport)).toEqual(before);
  });

  it('puts no agreement in force: another person approves it there', async () => {
    const { store } = real.ports;
    const inForce = () =>
      store.inTenant(real.tenant, async (tx) =>
        (await tx.agreements.allKnownAt(await tx.batches.last())).map(({ code }) => code),
      );
    expect(await inForce()).toEqual([]);
    const [draft] = await store.inTenant(real.tenant, (tx) => tx.proposals.list({ codes: ['BONUS'] }));
    const proposal = draft?.id ?? '';
    taken(await submitProposal(real.ports, real.tenant, { actor: ANN, proposal, seen: 1, value: VALUE }));
    const own = await approveProposal(real.ports, real.tenant, { actor: ANN, proposal, seen: 1 });
    expect(own.ok).toBe(false);
    expect(await inForce()).toEqual([]);
  });

  it('holds no persons but the logins of approvers, no facts, no secrets', async () => {
    const text = JSON.stringify(await exportTransport(test.ports, test.tenant));
    expect(text).toContain('login:boss');
    expect(text).not.toMatch(/Berta|ork_|sealed|sha256/);
  });
});

it('a program takes nothing over, and parts that are not meant are left out', async () => {
  const transport = await carried();
  const service: Actor = { kind: 'service', id: 'erp' };
  const said = await importTransport(real.ports, real.tenant, whole(transport), service);
  expect(said).toMatchObject({ refusals: [{ code: 'person-needed' }] });
  const calendars = await compareTransport(real.ports, real.tenant, { transport, parts: ['calendar'] });
  expect(calendars.map(({ part }) => part)).toEqual(['calendar']);
});

it.each<[string, (file: Record<string, unknown>) => unknown, string]>([
  ['nothing', () => undefined, 'transport-invalid'],
  ['a list', () => [], 'transport-invalid'],
  ['another format', (file) => ({ ...file, format: 'x' }), 'transport-invalid'],
  ['without parts', ({ parts: _, ...file }) => file, 'transport-invalid'],
  [
    'a changed part',
    (file) => ({ ...file, parts: { ...(file.parts as object), mappings: [] } }),
    'transport-changed',
  ],
  ['another sum', (file) => ({ ...file, sha256: '0'.repeat(64) }), 'transport-changed'],
])('%s is refused', async (_, harmed, code) => {
  const file = transportJson(await carried(), sha256) as Record<string, unknown>;
  expect(decodeTransport(harmed(file), sha256)).toMatchObject({ refusals: [{ code }] });
});
