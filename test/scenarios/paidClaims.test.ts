import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCamt } from '../../adapters/files/statements/readCamt.ts';
import { openDispute, resolveDispute } from '../../app/claims/disputeClaim.ts';
import { lockedClaim, writeClaimDeed } from '../../app/claims/lockedClaim.ts';
import { returnMoney } from '../../app/claims/receiveMoney.ts';
import { claimHistory, showClaim } from '../../app/claims/showClaims.ts';
import { endDeductionPart } from '../../app/deductions/endDeduction.ts';
import { importStatement } from '../../app/payments/importStatement.ts';
import { approveSettlement } from '../../app/settlement/approveSettlement.ts';
import { issueSettlement } from '../../app/settlement/issueSettlement.ts';
import { proposeSettlement } from '../../app/settlement/proposeSettlement.ts';
import { receiptReference } from '../../core/claim/receiptReference.ts';
import { moneyText } from '../../core/money/money.ts';
import { inFile } from '../crash/money/inFile.ts';
import { type MoneyGround, moneyGround } from '../crash/money/moneyGround.ts';
import {
  ANNA,
  accountOf,
  BERT,
  claimOfPartner,
  DORA,
  type MoneyWorld,
  moneyPorts,
  runIn,
} from '../crash/money/moneyWorld.ts';
import { type CamtEntry, camtText } from '../support/camtText.ts';
import { code } from '../support/paymentStory.ts';
import { dayOf, taken } from '../support/scenario.ts';
import { decimalOf } from '../support/trade.ts';

// A partner claims 100.00, of which 90.00 are granted: with 20 % tax on top, 108.00 are paid. What the bank has
// confirmed is received, and what comes back is open again; the amounts of the claim sum to it all the while.

let ground: MoneyGround;
let ports: ReturnType<typeof moneyPorts>;
let world: MoneyWorld;
let claim: string;
beforeAll(async () => {
  ground = await moneyGround();
  // The account of the partner has cooled off.
  ports = moneyPorts(ground.database.store, '2026-04-26T12:00:00Z');
});
afterAll(() => ground.close());
beforeEach(async () => {
  world = await ground.fresh();
  await accountOf(ground.ports, world.tenant, 'P5', 'FR1420041010050500013M02606');
  await disputed(world.partnersClaim, '60.00');
  await resolved(world.partnersClaim, 'agreed', '60.00');
  // Within what was earned, so granted at once; 10.00 are in dispute.
  claim = await claimOfPartner(ports, world.tenant, 'R-2', '100.00');
  await disputed(claim, '10.00');
});

/** So much of a claim is in dispute, and what comes of it: the partner asks no more, or we grant it. */
const disputed = async (id: string, amount: string) => {
  const part = { claim: id, reason: 'quantity' as const, amount: decimalOf(amount), actor: ANNA };
  taken(await openDispute(ports, world.tenant, part));
};
const resolved = async (id: string, outcome: 'conceded' | 'agreed', amount: string) => {
  const part = { claim: id, outcome, amount: decimalOf(amount), actor: BERT };
  taken(await resolveDispute(ports, world.tenant, part));
};
const standing = async (id = claim) => {
  const { totals, standings } = taken(await showClaim(ports, world.tenant, { claim: id }));
  for (const { claimed, amounts } of standings) {
    expect(Object.values(amounts).reduce((sum, minor) => sum + minor, 0n)).toBe(claimed);
  }
  const held = Object.entries(totals).filter(([, minor]) => minor !== 0n);
  return Object.fromEntries(
    held.map(([position, minor]) => [position, moneyText({ minor, currency: 'EUR' })]),
  );
};
async function issued(): Promise<void> {
  const selection = { company: 'EU', partners: ['P5'], actor: ANNA };
  for (const { id } of taken(await proposeSettlement(ports, world.tenant, selection)).settlements) {
    taken(await approveSettlement(ports, world.tenant, { actor: BERT, id }));
    taken(await issueSettlement(ports, world.tenant, { actor: ANNA, id }));
  }
}
/** The payment to P5 of a new run that is sent. */
async function sent(): Promise<string> {
  const run = await runIn(ports, world.tenant, 'sent');
  const all = await ports.store.inTenant(world.tenant, (tx) => tx.payments.instructionsOf(run));
  return all.find(({ partner }) => partner === 'P5')?.id ?? '';
}
async function bank(payment: string, reference: string, cents: bigint): Promise<void> {
  const entry: CamtEntry = {
    ...{ reference, cents, on: '2026-04-28', endToEndId: payment.replaceAll('-', '') },
  };
  const statements = await inFile('s.xml', camtText('DE89370400440532013000', [entry]), async (path) =>
    taken(await readCamt(path, 's.xml')),
  );
  const sha256 = reference.padStart(64, '0');
  const file = { name: 's.xml', sha256, statements, actor: DORA };
  const [outcome] = taken(await importStatement(ports, world.tenant, file));
  expect(outcome?.matched).toBe(1);
}
/** A receipt by a payment that there was none of. */
async function receivedWithoutMoney(id: string, minor: bigint): Promise<void> {
  const [from, to] = [{ position: 'accepted' }, { position: 'received' }] as const;
  await ports.store.inTenant(world.tenant, async (tx) => {
    const locked = taken(await lockedClaim(tx, id));
    const moves = [{ line: 1, from, to, minor }];
    const reference = receiptReference('payment', 'nobody 1');
    const deed = { kind: 'received', actor: DORA, day: dayOf('2026-04-28'), moves, reference } as const;
    await writeClaimDeed(ports, tx, locked, deed);
  });
}
const sound = async () => expect(await ground.faults(world)).toEqual([]);

describe('a claim of a partner', () => {
  it('is received when the bank has paid it, open when it comes back, and received when it is paid again', async () => {
    await resolved(claim, 'agreed', '10.00');
    await issued();
    const payment = await sent();
    const open = { accepted: '90.00', refused: '10.00' };
    const received = { received: '90.00', refused: '10.00' };
    expect(await standing()).toEqual(open);
    await bank(payment, '1', -10_800n);
    expect(await standing()).toEqual(received);
    await bank(payment, '2', 10_800n);
    expect(await standing()).toEqual(open);
    await sound();
    await bank(await sent(), '3', -10_800n);
    expect(await standing()).toEqual(received);
    const { events } = taken(await claimHistory(ports, world.tenant, claim));
    expect(events.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
      ...['answered system:claims', 'disputed person:anna', 'agreed person:bert'],
      ...['received', 'returned', 'received'].map((kind) => `${kind} person:dora`),
    ]);
    const undone = { claim, reference: events.at(-1)?.reference ?? '', reason: 'by hand', actor: ANNA };
    expect(code(await returnMoney(ports, world.tenant, undone))).toBe('claim-receipt-not-found');
    await sound();
  });

  it('is open by what comes back, where that is a part: 18.00 of 108.00 are 15.00 of 90.00', async () => {
    await resolved(claim, 'agreed', '10.00');
    await issued();
    const payment = await sent();
    await bank(payment, '1', -10_800n);
    await bank(payment, '2', 1_800n);
    expect(await standing()).toEqual({ accepted: '15.00', received: '75.00', refused: '10.00' });
    await sound();
  });

  it('is not closed by a payment that is smaller', async () => {
    await issued();
    const payment = await sent();
    await resolved(claim, 'conceded', '10.00');
    await bank(payment, '1', -10_800n);
    expect(await standing()).toEqual({ accepted: '10.00', received: '90.00' });
    await issued();
    await bank(await sent(), '2', -1_200n);
    expect(await standing()).toEqual({ received: '100.00' });
    await sound();
  });

  it('is never received beyond what was paid: the audit of money would say so', async () => {
    await resolved(claim, 'agreed', '10.00');
    await issued();
    await bank(await sent(), '1', -10_800n);
    await sound();
    // As if the same payment had been received once more, of another claim on the account.
    const second = await claimOfPartner(ports, world.tenant, 'R-3', '40.00');
    await receivedWithoutMoney(second, 4_000n);
    expect(await ground.faults(world)).toEqual(['more is received of claims than was paid: 1']);
  });

  it('is received before the one that came after it, and open after it', async () => {
    const second = await claimOfPartner(ports, world.tenant, 'R-3', '40.00');
    await issued();
    const payment = await sent();
    await bank(payment, '1', -15_600n);
    await bank(payment, '2', 6_000n);
    expect([await standing(), await standing(second)]).toEqual([
      { accepted: '10.00', received: '80.00', disputed: '10.00' },
      { accepted: '40.00' },
    ]);
    await sound();
  });
});

describe('what a partner kept back of what it had earned', () => {
  const window = { from: dayOf('2026-03-01'), until: dayOf('2026-04-01') };
  const account = { agreement: 'BONUS', participant: 'P5', term: 'volume', window };
  const keep = () =>
    endDeductionPart(ports, world.tenant, {
      ...{ deduction: world.deduction, end: 'matched', actor: ANNA, account },
      amount: decimalOf('50.00'),
    });

  it('is received of what was granted on it', async () => {
    taken(await keep());
    expect(await standing()).toEqual({ accepted: '40.00', received: '50.00', disputed: '10.00' });
    await sound();
  });

  it('is received at once of what is granted after it', async () => {
    await disputed(claim, '90.00');
    taken(await keep());
    expect(await standing()).toEqual({ disputed: '100.00' });
    await resolved(claim, 'conceded', '30.00');
    expect(await standing()).toEqual({ received: '30.00', disputed: '70.00' });
    const next = await claimOfPartner(ports, world.tenant, 'R-3', '40.00');
    expect(await standing(next)).toEqual({ accepted: '20.00', received: '20.00' });
    await sound();
  });
});
