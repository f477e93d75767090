import { createHash, randomUUID } from 'node:crypto';
import { createTenant } from '../../../adapters/db/createTenant.ts';
import { readLines } from '../../../adapters/files/readLines.ts';
import { type Actor, systemActor } from '../../../app/actor.ts';
import { recordAgreement } from '../../../app/agreements/recordAgreement.ts';
import { decideBankAccount } from '../../../app/bank/decideBankAccount.ts';
import { setBankAccount } from '../../../app/bank/setBankAccount.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import { setClaimRule } from '../../../app/claims/claimRules.ts';
import { raiseClaims } from '../../../app/claims/raiseClaims.ts';
import { submitClaims } from '../../../app/claims/submitClaims.ts';
import { registerDeduction } from '../../../app/deductions/registerDeduction.ts';
import { openFund } from '../../../app/funds/openFund.ts';
import { requestActivity } from '../../../app/funds/useFund.ts';
import { importLines } from '../../../app/intake/importLines.ts';
import { closeMonth } from '../../../app/ledger/closeMonth.ts';
import { approveRun } from '../../../app/payments/decideRun.ts';
import { setPayingAccount } from '../../../app/payments/payingAccounts.ts';
import { confirmPaymentRules, proposePaymentRules } from '../../../app/payments/paymentRules.ts';
import { proposeRun } from '../../../app/payments/proposeRun.ts';
import { sendRun } from '../../../app/payments/sendRun.ts';
import type { KeyPorts, KeyRing } from '../../../app/ports/keyRing.ts';
import type { Store, TenantId } from '../../../app/ports.ts';
import { approveSettlement } from '../../../app/settlement/approveSettlement.ts';
import { setCompanyParty, setDocumentSeries } from '../../../app/settlement/documentSettings.ts';
import { issueSettlement } from '../../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../../app/settlement/proposeSettlement.ts';
import { importMaster } from '../../support/importMaster.ts';
import { PAYMENT_RULES, payingAccountText } from '../../support/payments.ts';
import { dayOf, taken } from '../../support/scenario.ts';
import { testKeys } from '../../support/testKeys.ts';
import { agreementText, decimalOf } from '../../support/trade.ts';
import { inFile } from './inFile.ts';

const person = (id: string): Actor => ({ kind: 'person', id });
export const [ANNA, BERT, CARLA, DORA] = ['anna', 'bert', 'carla', 'dora'].map(person) as [
  Actor,
  Actor,
  Actor,
  Actor,
];

/** The day on which the world stands still. */
export const TODAY = '2026-04-20';

/** Ports of all use cases of money; `now` moves their clock. Sealed texts can be opened in a copy of the tenant. */
export function moneyPorts(store: Store, now = `${TODAY}T12:00:00Z`, keys: KeyRing = ringOf(1)): KeyPorts {
  return {
    store,
    clock: { now: () => new Date(now) },
    ids: { next: randomUUID },
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
    keys,
  };
}

/** Keys made of single bytes, the current one first, that do not mind whose text it is. */
export function ringOf(...bytes: readonly number[]): KeyRing {
  return ofAnyTenant(testKeys(...bytes));
}

function ofAnyTenant(keys: KeyRing): KeyRing {
  const bare = (bound: string) => bound.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '');
  return {
    ...keys,
    seal: (text, bound) => keys.seal(text, bare(bound)),
    open: (sealed, bound) => keys.open(sealed, bare(bound)),
  };
}

const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,taxRate,knownOn';
const CUSTOMERS = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
const monthly = {
  ...{ payout: 'month', qualifier: 'payoutWindow', pays: 'own', cut: 'fullThreshold', targets: 'same' },
};
const claimBy = (rule: string) => ({
  ...{ rule, deadlineDays: 'none', afterDeadline: 'staysOpen', silence: 'rejects' },
});

/** A customers' agreement that settles by itself, one that customers claim on, and two of a supplier. */
const AGREEMENTS = [
  agreed('CUST', ['P1', 'P2', 'P3', 'P4'], {}, { frequency: 'month', finalDays: 10 }),
  agreed('BONUS', ['P5'], {}, { frequency: 'month', finalDays: 10, claim: claimBy('partnerClaims') }),
  ...['SUPPLY', 'SUPPLY-2'].map((id) =>
    agreed(
      id,
      ['S1'],
      { direction: 'supplierRebate' },
      { frequency: 'month', finalDays: 10, claim: claimBy('weClaim'), method: 'debitNote' },
    ),
  ),
];

function agreed(id: string, partners: readonly string[], differs: object, settlement: object) {
  const isOurs = 'direction' in differs;
  const text = agreementText(
    { windows: monthly, ...(isOurs && { transactions: 'purchase' }) },
    { id, participants: [{ attribute: 'partner.code', in: [...partners] }], ...differs },
  );
  return { ...text, settlement: { ...(text.settlement as object), ...settlement } };
}

/** What a world has in it, by what the use cases need to be told. */
export type MoneyWorld = {
  readonly tenant: TenantId;
  /** Settlements of March: of P2 proposed, of P3 approved, of P4 issued and due. */
  readonly proposed: string;
  readonly approved: string;
  readonly issued: string;
  /** Claims that nobody has answered: ours of 200.00, and of P5 over 60.00. */
  readonly claim: string;
  readonly partnersClaim: string;
  /** P5 has kept 50.00 back. */
  readonly deduction: string;
  /** P1 asks for 100.00 of the fund MDF. */
  readonly activity: string;
};

/**
 * A tenant with money in every state that use cases begin from. EU does business; in NA February is closed,
 * and what became known later stands in March.
 */
export async function moneyWorld(owner: string, store: Store, keys?: KeyRing): Promise<MoneyWorld> {
  const companies = ['EU', 'NA'].map((code) => ({ code, name: code, timeZone: 'UTC' }));
  const tenant = await createTenant(owner, {
    id: randomUUID(),
    code: `m-${randomUUID()}`,
    name: 'M',
    companies,
  });
  const early = moneyPorts(store, '2026-01-02T12:00:00Z', keys);
  await mastered(early, tenant);
  await settings(early, tenant);
  await traded(moneyPorts(store, '2026-03-31T12:00:00Z'), tenant);
  const ports = moneyPorts(store, undefined, keys);
  taken(await closeMonth(ports, tenant, closing('NA', '2026-02-01')));
  const settlements = await settled(ports, tenant);
  const [sent] = taken(await raiseClaims(ports, tenant, { agreement: 'SUPPLY', actor: ANNA })).claims;
  const partnersClaim = await claimOfPartner(ports, tenant, 'R-1', '60.00');
  const others = await keptBackAndFunded(ports, tenant);
  // Documents of ours became known as master data.
  await calculateDue(ports, tenant);
  return { tenant, ...settlements, claim: sent?.id ?? '', partnersClaim, ...others };
}

async function mastered(ports: KeyPorts, tenant: TenantId): Promise<void> {
  const actor = systemActor('demo');
  const partners = [...CUSTOMERS, 'S1'].map((code) => ({
    ...{ kind: 'partner' as const, code, name: code, attributes: { country: 'AT' } },
  }));
  const product = { kind: 'product' as const, code: 'X', name: 'X', attributes: {} };
  taken(await importMaster(ports, tenant, [...partners, product], actor));
  for (const text of AGREEMENTS) {
    taken(await recordAgreement(ports, tenant, text, { actor, asNewVersion: false }));
  }
}

/** Sales and purchases of March: each of the partners earns 200.00, and we do from the supplier. */
async function traded(ports: KeyPorts, tenant: TenantId): Promise<void> {
  await deliver(ports, tenant, 'first', [
    ...CUSTOMERS.map((partner) => saleOf(partner, '2026-03-10', '10000.00')),
    saleOf('S1', '2026-03-11', '10000.00', 'purchase'),
  ]);
  await calculateDue(ports, tenant);
}

/** A company closes a month. */
export function closing(company: string, month: string, actor = ANNA) {
  return { company, month: dayOf(month), waivers: {}, actor };
}

export function saleOf(
  partner: string,
  day: string,
  net: string,
  side = 'sale',
  document = `D-${partner}-${day}`,
) {
  return ['erp', document, '1', side, 'EU', partner, 'X', day, '1', 'EA', net, 'EUR', '20', ''].join(',');
}

/** Brings lines in under a key. */
export async function deliver(
  ports: KeyPorts,
  tenant: TenantId,
  key: string,
  rows: readonly string[],
): Promise<void> {
  await inFile(`${key}.csv`, `${[HEADER, ...rows].join('\n')}\n`, async (path) => {
    const input = { source: 'erp', open: () => readLines(path), key, actor: systemActor('demo') };
    taken(await importLines(ports, tenant, input));
  });
}

async function settings(ports: KeyPorts, tenant: TenantId): Promise<void> {
  const party = { name: 'EU GmbH', addressLines: ['Ring 1'], country: 'AT', taxId: 'ATU12345678' };
  taken(await setCompanyParty(ports, tenant, { actor: ANNA, company: 'EU', party }));
  for (const [kind, series] of [
    ['creditNote', 'CN'],
    ['debitNote', 'DN'],
  ] as const) {
    const numbered = { actor: ANNA, company: 'EU', kind, series, numberedBy: 'here' } as const;
    taken(await setDocumentSeries(ports, tenant, numbered));
  }
  taken(await proposePaymentRules(ports, tenant, { actor: ANNA, parsed: PAYMENT_RULES }));
  taken(await confirmPaymentRules(ports, tenant, { actor: BERT, version: 1 }));
  taken(
    await setPayingAccount(ports, tenant, { actor: CARLA, parsed: payingAccountText({ company: 'EU' }) }),
  );
  const rule = {
    ...{ company: 'EU', currency: 'EUR', remindAfterDays: [1], answerDays: 5 },
    tolerance: { amount: decimalOf('0'), percent: decimalOf('0') },
    writeOffLimit: decimalOf('100.00'),
  };
  taken(await setClaimRule(ports, tenant, rule, ANNA));
  await accountOf(ports, tenant, 'P4');
}

/** An account of a partner, approved, and cooled off by the day of the world. */
export async function accountOf(
  ports: KeyPorts,
  tenant: TenantId,
  partner: string,
  iban = 'GB29NWBK60161331926819',
): Promise<void> {
  const entry = {
    ...{ partner, validFrom: dayOf('2026-01-01'), actor: ANNA },
    account: { holder: partner, iban },
  };
  const { batch = 0 } = taken(await setBankAccount(ports, tenant, entry));
  const verdict = { partner, batch, is: 'approved', reason: 'called', actor: BERT } as const;
  taken(await decideBankAccount(ports, tenant, verdict));
}

async function settled(ports: KeyPorts, tenant: TenantId) {
  const propose = async (partner: string) => {
    const selection = { company: 'EU', agreements: ['CUST'], partners: [partner], actor: ANNA };
    return taken(await proposeSettlement(ports, tenant, selection)).settlements[0]?.id ?? '';
  };
  const [proposed, approved, issued] = [await propose('P2'), await propose('P3'), await propose('P4')];
  for (const id of [approved, issued]) taken(await approveSettlement(ports, tenant, { actor: BERT, id }));
  taken(await issueSettlement(ports, tenant, { actor: ANNA, id: issued }));
  return { proposed, approved, issued };
}

/** A claim of P5 on March; without a rule that fits, it waits for a person. */
export async function claimOfPartner(
  ports: KeyPorts,
  tenant: TenantId,
  reference: string,
  amount: string,
): Promise<string> {
  const place = { reference, partner: 'P5', agreement: 'BONUS', currency: 'EUR', term: 'volume' };
  const texts = { ...place, firstDay: '2026-03-01', lastDay: '2026-03-31', amount };
  const submission = { rows: [{ row: 1, texts }], actor: ANNA, isPreview: false };
  return taken(await submitClaims(ports, tenant, submission)).claims[0]?.claim.id ?? '';
}

async function keptBackAndFunded(ports: KeyPorts, tenant: TenantId) {
  const place = { company: 'EU', partner: 'P5', currency: 'EUR' };
  const kept = { ...place, reference: 'K-1', amount: decimalOf('50.00'), actor: ANNA };
  const deduction = taken(await registerDeduction(ports, tenant, kept)).deduction.id;
  const days = { firstDay: dayOf('2026-01-01'), lastDay: dayOf('2026-12-31') };
  const fund = {
    ...{ code: 'MDF', company: 'EU', currency: 'EUR', claimDays: 5, percent: decimalOf('50') },
    ...{ ...days, budget: decimalOf('150.00') },
  };
  taken(await openFund(ports, tenant, fund, ANNA));
  return { deduction, activity: await askedOf(ports, tenant, 'FAIR') };
}

/** Somebody asks for 100.00 of the fund. */
export async function askedOf(ports: KeyPorts, tenant: TenantId, reference: string): Promise<string> {
  const days = { firstDay: dayOf('2026-04-01'), lastDay: dayOf('2026-04-10') };
  const asked = { fund: 'MDF', partner: 'P1', reference, title: 'A fair', ...days };
  const done = await requestActivity(ports, tenant, { ...asked, amount: decimalOf('100.00'), actor: ANNA });
  return taken(done).activity.id;
}

export const RUN = {
  ...({ account: 'EUR-1', methods: ['creditNote'] } as const),
  ...{ dueUntil: dayOf('2026-12-31'), executionDay: dayOf('2026-04-27') },
};

/** A run of payments that is as far; by three persons. */
export async function runIn(
  ports: KeyPorts,
  tenant: TenantId,
  state: 'proposed' | 'approved' | 'sent',
): Promise<string> {
  const { run } = taken(await proposeRun(ports, tenant, { ...RUN, actor: ANNA }));
  if (state !== 'proposed') taken(await approveRun(ports, tenant, { id: run.id, actor: BERT }));
  if (state === 'sent') taken(await sendRun(ports, tenant, { id: run.id, actor: CARLA }));
  return run.id;
}
