import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCamt } from '../../adapters/files/statements/readCamt.ts';
import { setClaimRule } from '../../app/claims/claimRules.ts';
import { endDeductionPart, type MatchedAccount } from '../../app/deductions/endDeduction.ts';
import { registerDeduction } from '../../app/deductions/registerDeduction.ts';
import { openFund } from '../../app/funds/openFund.ts';
import { setAccountRules } from '../../app/ledger/setAccountRules.ts';
import { importStatement } from '../../app/payments/importStatement.ts';
import { resolvePayment } from '../../app/payments/resolvePayment.ts';
import type { KeyPorts } from '../../app/ports/keyRing.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { inFile } from '../crash/money/inFile.ts';
import { type MoneyGround, moneyGround } from '../crash/money/moneyGround.ts';
import {
  ANNA,
  BERT,
  CARLA,
  claimOfPartner,
  DORA,
  type MoneyWorld,
  runIn,
} from '../crash/money/moneyWorld.ts';
import { differing } from '../crash/money/tenantEffects.ts';
import { camtText } from '../support/camtText.ts';
import { code } from '../support/paymentStory.ts';
import { dayOf, taken } from '../support/scenario.ts';
import { decimalOf } from '../support/trade.ts';

// What is owed is settled once, by whichever way comes first: a document, or what a partner keeps back. And
// what is refused leaves nothing behind, whatever had been written before.

let ground: MoneyGround;
let ports: KeyPorts;
let world: MoneyWorld;
beforeAll(async () => {
  ground = await moneyGround();
  ({ ports } = ground);
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await ground.fresh();
});

const window = { from: dayOf('2026-03-01'), until: dayOf('2026-04-01') };
const accountOf = (agreement: string, participant: string): MatchedAccount => ({
  ...{ agreement, participant, term: 'volume', window },
});
const match = (
  how: { claim: string } | { account: MatchedAccount },
  amount: string,
  deduction = world.deduction,
) =>
  endDeductionPart(ports, world.tenant, {
    deduction,
    end: 'matched',
    amount: decimalOf(amount),
    actor: ANNA,
    ...how,
  });

/** Net amounts of what a run proposes to a partner. */
async function proposed(partner: string): Promise<{ id: string; netMinor: bigint }[]> {
  const selection = { company: 'EU', partners: [partner], actor: ANNA };
  return [...taken(await proposeSettlement(ports, world.tenant, selection)).settlements];
}
async function issued(partner: string): Promise<void> {
  for (const { id } of await proposed(partner)) {
    taken(await approveSettlement(ports, world.tenant, { actor: BERT, id }));
    taken(await issueSettlement(ports, world.tenant, { actor: ANNA, id }));
  }
}
const keptBack = async (reference: string, amount: string, partner = 'P1') => {
  const place = { company: 'EU', currency: 'EUR', partner, reference };
  const kept = { ...place, amount: decimalOf(amount), actor: ANNA };
  return taken(await registerDeduction(ports, world.tenant, kept)).deduction.id;
};
const sound = async () => expect(await ground.faults(world)).toEqual([]);

describe('what a partner kept back', () => {
  it('of what it claimed is not on the next document', async () => {
    taken(await match({ claim: world.partnersClaim }, '45.00'));
    expect((await proposed('P5')).map(({ netMinor }) => netMinor)).toEqual([1_500n]);
    await sound();
  });

  it('of what it has earned is not on the next document', async () => {
    taken(await match({ account: accountOf('CUST', 'P1') }, '50.00', await keptBack('K-2', '50.00')));
    expect((await proposed('P1')).map(({ netMinor }) => netMinor)).toEqual([15_000n]);
    await issued('P1');
    await sound();
  });

  it('is not matched to what is about to be settled, proposed or issued', async () => {
    const deduction = await keptBack('K-2', '50.00', 'P2');
    const account = accountOf('CUST', 'P2');
    expect(code(await match({ account }, '50.00', deduction))).toBe('deduction-beyond-earning');
    expect(
      code(await match({ account: accountOf('CUST', 'P4') }, '50.00', await keptBack('K-3', '50.00', 'P4'))),
    ).toBe('deduction-beyond-earning');
    await sound();
  });

  it('is not matched to what another partner has earned', async () => {
    expect(code(await match({ account: accountOf('CUST', 'P1') }, '50.00'))).toBe(
      'deduction-account-differs',
    );
    await sound();
  });
});

/** Tries what is refused by this code, and expects all to be as before. */
async function leavesNothing(
  refusedBy: string,
  work: () => Promise<Parameters<typeof code>[0]>,
): Promise<void> {
  const before = await ground.effects(world);
  expect(code(await work())).toBe(refusedBy);
  expect(differing(before, await ground.effects(world))).toEqual([]);
}

describe('a refusal leaves nothing behind', () => {
  it('of a deduction that is matched to a claim beyond what was earned', async () => {
    const claim = await claimOfPartner(ports, world.tenant, 'R-2', '250.00');
    const deduction = await keptBack('K-2', '250.00', 'P5');
    await leavesNothing('deduction-beyond-earning', () => match({ claim }, '250.00', deduction));
  });

  it('of a file whose second statement is of an account of nobody', async () => {
    const entries = [{ reference: 'R1', on: '2026-04-21', cents: 100n }];
    const read = (iban: string) =>
      inFile('s.xml', camtText(iban, entries), async (path) => taken(await readCamt(path, 's.xml')));
    const statements = [...(await read('DE89370400440532013000')), ...(await read('GB29NWBK60161331926819'))];
    const file = { name: 's.xml', sha256: '0'.repeat(64), statements, actor: DORA };
    await leavesNothing('statement-account-unknown', () => importStatement(ports, world.tenant, file));
  });

  it('of a payment that a person resolves twice', async () => {
    const run = await runIn(ports, world.tenant, 'sent');
    const [payment] = await ports.store.inTenant(world.tenant, (tx) => tx.payments.instructionsOf(run));
    const said = { id: payment?.id ?? '', reason: 'asked', actor: DORA };
    taken(await resolvePayment(ports, world.tenant, { ...said, is: 'confirm' }));
    await leavesNothing('payment-news-out-of-place', () =>
      resolvePayment(ports, world.tenant, { ...said, is: 'reject' }),
    );
    await sound();
  });
});

describe('two at once', () => {
  it('who register the same deduction have one', async () => {
    const both = await Promise.all([
      keptBack('K-7', '5.00'),
      keptBack('K-7', '5.00'),
      keptBack('K-7', '5.00'),
    ]);
    expect(new Set(both).size).toBe(1);
  });

  it('who open the same fund, set rules of claims or rules of accounts are not told of a fault', async () => {
    const days = { firstDay: window.from, lastDay: window.until, claimDays: 5 };
    const place = { company: 'EU', currency: 'EUR' };
    const terms = { ...place, ...days, code: 'NEW', percent: decimalOf('50'), budget: decimalOf('10.00') };
    const fund = () => openFund(ports, world.tenant, terms, ANNA);
    expect((await Promise.all([fund(), fund()])).map(code).sort()).toEqual(['fund-exists', 'ok']);
    const none = { amount: decimalOf('0'), percent: decimalOf('0') };
    const limits = ['1.00', '2.00', '3.00'].map((limit) => {
      const rule = { ...place, tolerance: none, writeOffLimit: decimalOf(limit), remindAfterDays: [] };
      return setClaimRule(ports, world.tenant, rule, ANNA);
    });
    expect((await Promise.all(limits)).map((done) => taken(done).version).sort()).toEqual([2, 3, 4]);
    const accounts = ['1', '2', '3'].map((account) =>
      setAccountRules(ports, world.tenant, { rules: [{ role: 'bank', account }], actor: CARLA }),
    );
    expect((await Promise.all(accounts)).map((done) => taken(done).version).sort()).toEqual([1, 2, 3]);
  });

  it('of whom a partner claims twice under one reference take in one claim', async () => {
    const both = await Promise.all(
      ['R-5', 'R-5'].map((reference) => claimOfPartner(ports, world.tenant, reference, '1.00')),
    );
    expect(both.filter((id) => id !== '')).toHaveLength(1);
  });

  it('of whom one settles and one matches what was kept back settle it once', async () => {
    const deduction = await keptBack('K-2', '150.00');
    await Promise.all([proposed('P1'), match({ account: accountOf('CUST', 'P1') }, '150.00', deduction)]);
    await issued('P1');
    await sound();
  });
});
