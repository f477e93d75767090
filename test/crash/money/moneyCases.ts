import { randomUUID } from 'node:crypto';
import { readCamt } from '../../../adapters/files/statements/readCamt.ts';
import { systemActor } from '../../../app/actor.ts';
import { approveAdjustment, rejectAdjustment } from '../../../app/adjustments/decideAdjustment.ts';
import { proposeAdjustment, withdrawAdjustment } from '../../../app/adjustments/proposeAdjustment.ts';
import { attachDocument } from '../../../app/agreements/attachDocument.ts';
import { decideBankAccount } from '../../../app/bank/decideBankAccount.ts';
import { setBankAccount } from '../../../app/bank/setBankAccount.ts';
import { calculateNext } from '../../../app/calculation/calculateDue.ts';
import { LineSnapshots } from '../../../app/calculation/lineSnapshots.ts';
import { answerClaim } from '../../../app/claims/answerClaim.ts';
import { passDeadlines } from '../../../app/claims/claimDeadlines.ts';
import { setClaimRule } from '../../../app/claims/claimRules.ts';
import { commentClaim } from '../../../app/claims/commentClaim.ts';
import { answerConfirmation, sendConfirmation } from '../../../app/claims/confirmBalance.ts';
import { openDispute, resolveDispute } from '../../../app/claims/disputeClaim.ts';
import { followDispute } from '../../../app/claims/followDispute.ts';
import { proveClaim } from '../../../app/claims/proveClaim.ts';
import { raiseClaims } from '../../../app/claims/raiseClaims.ts';
import { receiveMoney, returnMoney } from '../../../app/claims/receiveMoney.ts';
import { sendMessage } from '../../../app/claims/sendMessage.ts';
import { submitClaims } from '../../../app/claims/submitClaims.ts';
import { recordAcceptance } from '../../../app/claims/supplierIncome.ts';
import { takeMessage } from '../../../app/claims/takeMessages.ts';
import { askWriteOff, decideWriteOff } from '../../../app/claims/writeOffClaim.ts';
import { endDeductionPart, writeOffDeduction } from '../../../app/deductions/endDeduction.ts';
import { registerDeduction } from '../../../app/deductions/registerDeduction.ts';
import { openFund } from '../../../app/funds/openFund.ts';
import {
  closeActivity,
  expireActivities,
  requestActivity,
  settleActivity,
} from '../../../app/funds/useFund.ts';
import { sweep } from '../../../app/jobs/sweep.ts';
import { sealAnew } from '../../../app/keys/sealAnew.ts';
import { closeMonth } from '../../../app/ledger/closeMonth.ts';
import { postTransfers } from '../../../app/ledger/postTransfers.ts';
import { approveReopening, proposeReopening } from '../../../app/ledger/reopenMonth.ts';
import { setAccountRules } from '../../../app/ledger/setAccountRules.ts';
import { setBooksPolicy } from '../../../app/ledger/setBooksPolicy.ts';
import { valueBooks } from '../../../app/ledger/valueBooks.ts';
import {
  assignEntry,
  decideEntry,
  dismissEntry,
  proposeTakeBack,
} from '../../../app/payments/assignEntry.ts';
import { approveRun, withdrawRun } from '../../../app/payments/decideRun.ts';
import { hearStatus } from '../../../app/payments/hearStatus.ts';
import { importStatement } from '../../../app/payments/importStatement.ts';
import { listEntries } from '../../../app/payments/listEntries.ts';
import { setPayingAccount } from '../../../app/payments/payingAccounts.ts';
import { confirmPaymentRules, proposePaymentRules } from '../../../app/payments/paymentRules.ts';
import { proposeRun } from '../../../app/payments/proposeRun.ts';
import { resolvePayment } from '../../../app/payments/resolvePayment.ts';
import { sendRun } from '../../../app/payments/sendRun.ts';
import type { KeyPorts } from '../../../app/ports/keyRing.ts';
import { approveSettlement, rejectSettlement } from '../../../app/settlement/approveSettlement.ts';
import { cancelSettlement } from '../../../app/settlement/cancelSettlement.ts';
import {
  approveDocumentSetting,
  rejectDocumentSetting,
} from '../../../app/settlement/decideDocumentSetting.ts';
import { setCompanyParty, setDocumentSeries } from '../../../app/settlement/documentSettings.ts';
import { issueSettlement, numberSettlement } from '../../../app/settlement/issueSettlement.ts';
import { proposeAdvance } from '../../../app/settlement/proposeAdvance.ts';
import { proposeSettlement } from '../../../app/settlement/proposeSettlement.ts';
import type { Transfer } from '../../../core/ledger/transfer.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { camtText } from '../../support/camtText.ts';
import { importMaster } from '../../support/importMaster.ts';
import { PAYMENT_RULES, payingAccountText } from '../../support/payments.ts';
import { dayOf, taken } from '../../support/scenario.ts';
import { decimalOf } from '../../support/trade.ts';
import { approvedActivity, claimedActivity, paper } from './activityDeeds.ts';
import { inFile } from './inFile.ts';
import {
  ANNA,
  BERT,
  CARLA,
  claimOfPartner,
  closing,
  DORA,
  deliver,
  type MoneyWorld,
  moneyPorts,
  RUN,
  ringOf,
  runIn,
  saleOf,
} from './moneyWorld.ts';

/** What the steps before a deed have found, beside the world. */
type Found = Readonly<Record<string, string>>;
type Done = Promise<Result<unknown>>;

/** A use case that moves money, as it is asked for once; `before` makes what it needs and the world has not. */
export type MoneyCase = {
  /** The function of a use case in app/. */
  readonly does: string;
  readonly before?: (ports: KeyPorts, world: MoneyWorld) => Promise<Found>;
  readonly ask: (ports: KeyPorts, world: MoneyWorld, found: Found) => Done;
  /** When it is asked; noon of the day of the world where nothing is said. */
  readonly now?: string;
};

const NOTHING: Found = {};
const EU = { company: 'EU' };
const PLACE = { company: 'EU', currency: 'EUR' };

const MARCH = dayOf('2026-03-01');
const LATER = '2026-05-20T12:00:00Z';
const noted = async (work: Promise<Result<unknown>>): Promise<Found> => {
  taken(await work);
  return NOTHING;
};

const disputed = (ports: KeyPorts, { tenant, claim }: MoneyWorld) =>
  openDispute(ports, tenant, { claim, reason: 'price', amount: decimalOf('30.00'), actor: ANNA });
const received = (ports: KeyPorts, { tenant, claim }: MoneyWorld) =>
  receiveMoney(ports, tenant, { claim, amount: decimalOf('80.00'), reference: 'E-1', actor: ANNA });
const writeOffAsked = (ports: KeyPorts, { tenant, claim }: MoneyWorld) =>
  askWriteOff(ports, tenant, { claim, amount: decimalOf('10.00'), reason: 'small', actor: ANNA });
const reopeningProposed = (ports: KeyPorts, { tenant }: MoneyWorld) =>
  proposeReopening(ports, tenant, reopening(ANNA));
const reopening = (actor: typeof ANNA) => ({
  company: 'NA',
  month: dayOf('2026-02-01'),
  reason: 'late',
  actor,
});
const givenElsewhere = (ports: KeyPorts, { tenant }: MoneyWorld) =>
  setDocumentSeries(ports, tenant, {
    ...{ ...EU, actor: ANNA, kind: 'creditNote', series: 'CN', numberedBy: 'elsewhere' },
  });
const settingWaits = async (ports: KeyPorts, world: MoneyWorld): Promise<Found> => {
  const said = taken(await givenElsewhere(ports, world));
  return { setting: 'id' in said ? said.id : '' };
};
const settingApproved = (ports: KeyPorts, { tenant }: MoneyWorld, { setting: id = '' }: Found) =>
  approveDocumentSetting(ports, tenant, { id, actor: BERT });
const accountSaid = (ports: KeyPorts, { tenant }: MoneyWorld) => {
  const account = { holder: 'P1', iban: 'FR1420041010050500013M02606' };
  return setBankAccount(ports, tenant, {
    partner: 'P1',
    validFrom: dayOf('2026-04-01'),
    account,
    actor: ANNA,
  });
};
const balanceSent = (ports: KeyPorts, { tenant }: MoneyWorld) =>
  sendConfirmation(ports, tenant, { partner: 'P1', company: 'EU', actor: ANNA });

/** An amount beside the terms, with the document that shows it. */
const adjustmentProposed = async (ports: KeyPorts, { tenant }: MoneyWorld, { document = '' }: Found) => {
  const part = { firstDay: MARCH, countsFrom: MARCH, amount: decimalOf('10.00') };
  const place = { agreement: 'CUST', term: 'volume', partner: 'P1', kind: 'goodwill', document } as const;
  return proposeAdjustment(ports, tenant, { ...place, parts: [part], reason: 'goodwill', actor: ANNA });
};
const documented = async (ports: KeyPorts, { tenant }: MoneyWorld): Promise<Found> => {
  const entry = { actor: ANNA, agreement: 'CUST', ...paper('letter') };
  return { document: taken(await attachDocument(ports, tenant, entry)).id };
};
const adjustmentWaits = async (ports: KeyPorts, world: MoneyWorld): Promise<Found> => ({
  id: taken(await adjustmentProposed(ports, world, await documented(ports, world))).id,
});

const ADJUSTMENT_CASES: readonly MoneyCase[] = [
  { does: 'proposeAdjustment', before: documented, ask: adjustmentProposed },
  {
    does: 'approveAdjustment',
    before: adjustmentWaits,
    ask: (ports, { tenant }, { id = '' }) => approveAdjustment(ports, tenant, { id, actor: BERT }),
  },
  {
    does: 'rejectAdjustment',
    before: adjustmentWaits,
    ask: (ports, { tenant }, { id = '' }) =>
      rejectAdjustment(ports, tenant, { id, actor: BERT, reason: 'no' }),
  },
  {
    does: 'withdrawAdjustment',
    before: async (ports, world) => {
      const found = await adjustmentWaits(ports, world);
      taken(await approveAdjustment(ports, world.tenant, { id: found.id ?? '', actor: BERT }));
      return found;
    },
    ask: (ports, { tenant }, { id = '' }) =>
      withdrawAdjustment(ports, tenant, { id, actor: ANNA, reason: 'error' }),
  },
];

const SETTLEMENT_CASES: readonly MoneyCase[] = [
  {
    does: 'proposeAdvance',
    ask: (ports, { tenant }) => {
      const place = { agreement: 'CUST', term: 'volume', participant: 'P1', amount: decimalOf('30.00') };
      return proposeAdvance(ports, tenant, { ...place, reason: 'season', actor: ANNA });
    },
  },
  { does: 'setDocumentSeries', ask: givenElsewhere },
  {
    does: 'setCompanyParty',
    ask: (ports, { tenant }) => {
      const party = { name: 'EU AG', addressLines: [], country: 'AT', taxId: 'ATU87654321' };
      return setCompanyParty(ports, tenant, { ...EU, actor: ANNA, party });
    },
  },
  { does: 'approveDocumentSetting', before: settingWaits, ask: settingApproved },
  {
    does: 'rejectDocumentSetting',
    before: settingWaits,
    ask: (ports, { tenant }, { setting: id = '' }) =>
      rejectDocumentSetting(ports, tenant, { id, actor: BERT, reason: 'no' }),
  },
  {
    does: 'proposeSettlement',
    ask: (ports, { tenant }) => proposeSettlement(ports, tenant, { ...EU, actor: ANNA }),
  },
  {
    does: 'approveSettlement',
    ask: (ports, { tenant, proposed: id }) => approveSettlement(ports, tenant, { actor: BERT, id }),
  },
  {
    does: 'rejectSettlement',
    ask: (ports, { tenant, proposed: id }) =>
      rejectSettlement(ports, tenant, { actor: BERT, id, reason: 'no' }),
  },
  {
    does: 'issueSettlement',
    ask: (ports, { tenant, approved: id }) => issueSettlement(ports, tenant, { actor: ANNA, id }),
  },
  {
    does: 'numberSettlement',
    before: async (ports, world) => {
      taken(await settingApproved(ports, world, await settingWaits(ports, world)));
      return noted(issueSettlement(ports, world.tenant, { actor: ANNA, id: world.approved }));
    },
    ask: (ports, { tenant, approved: id }) =>
      numberSettlement(ports, tenant, { actor: ANNA, id, number: '9001' }),
  },
  {
    does: 'cancelSettlement',
    ask: (ports, { tenant, issued: id }) =>
      cancelSettlement(ports, tenant, { actor: ANNA, id, reason: 'wrong' }),
  },
];

const CLAIM_CASES: readonly MoneyCase[] = [
  {
    does: 'setClaimRule',
    ask: (ports, { tenant }) =>
      setClaimRule(
        ports,
        tenant,
        {
          ...{ ...PLACE, remindAfterDays: [2], writeOffLimit: decimalOf('9.00') },
          tolerance: { amount: decimalOf('0'), percent: decimalOf('0') },
        },
        ANNA,
      ),
  },
  {
    does: 'raiseClaims',
    ask: (ports, { tenant }) => raiseClaims(ports, tenant, { agreement: 'SUPPLY-2', actor: ANNA }),
  },
  {
    does: 'submitClaims',
    ask: (ports, { tenant }) => {
      const place = { reference: 'R-9', partner: 'P5', agreement: 'BONUS', currency: 'EUR', term: 'volume' };
      const texts = { ...place, firstDay: '2026-03-01', lastDay: '2026-03-31', amount: '10.00' };
      return submitClaims(ports, tenant, { rows: [{ row: 1, texts }], actor: ANNA, isPreview: false });
    },
  },
  {
    // Of more than was earned, so that it waits for a person.
    does: 'answerClaim',
    before: async (ports, { tenant }) => ({ claim: await claimOfPartner(ports, tenant, 'R-2', '250.00') }),
    ask: (ports, { tenant }, { claim = '' }) => {
      const objected = [{ reason: 'price' as const, amount: decimalOf('110.00') }];
      const lines = [{ line: 1, accepted: decimalOf('140.00'), objected }];
      return answerClaim(ports, tenant, { claim, actor: ANNA, lines });
    },
  },
  { does: 'openDispute', ask: disputed },
  {
    does: 'resolveDispute',
    before: (ports, world) => noted(disputed(ports, world)),
    ask: (ports, { tenant, claim }) =>
      resolveDispute(ports, tenant, { claim, outcome: 'agreed', actor: ANNA }),
  },
  {
    does: 'followDispute',
    before: (ports, world) => noted(disputed(ports, world)),
    ask: (ports, { tenant, claim }) =>
      followDispute(ports, tenant, { claim, step: 'replied', note: 'see invoice', actor: ANNA }),
  },
  { does: 'receiveMoney', ask: received },
  {
    does: 'returnMoney',
    before: (ports, world) => noted(received(ports, world)),
    ask: (ports, { tenant, claim }) =>
      returnMoney(ports, tenant, { claim, reference: 'E-1', reason: 'recalled', actor: ANNA }),
  },
  { does: 'askWriteOff', ask: writeOffAsked },
  {
    does: 'decideWriteOff',
    before: (ports, world) => noted(writeOffAsked(ports, world)),
    ask: (ports, { tenant, claim }) =>
      decideWriteOff(ports, tenant, { claim, outcome: 'approved', actor: BERT }),
  },
  {
    does: 'passDeadlines',
    now: '2026-06-20T12:00:00Z',
    ask: async (ports, { tenant }) =>
      accept(await passDeadlines(ports, tenant, { isRecorded: true, actor: ANNA })),
  },
  {
    does: 'proveClaim',
    ask: (ports, { tenant, claim }) => proveClaim(ports, tenant, { claim, actor: ANNA, ...paper('proof') }),
  },
  {
    does: 'commentClaim',
    ask: (ports, { tenant, claim }) => commentClaim(ports, tenant, { claim, text: 'called', actor: ANNA }),
  },
  {
    does: 'recordAcceptance',
    before: async (ports, { tenant }) => {
      const entry = { actor: ANNA, agreement: 'SUPPLY', ...paper('signed') };
      return { document: taken(await attachDocument(ports, tenant, entry)).id };
    },
    ask: (ports, { tenant }, { document = '' }) => {
      const said = { acceptedOn: dayOf('2026-02-01'), acceptedBy: 'Ms Keller', document };
      return recordAcceptance(ports, tenant, { agreement: 'SUPPLY', ...said, actor: ANNA });
    },
  },
  {
    does: 'takeMessage',
    before: async (ports, { tenant, partnersClaim: claim }) => {
      const said = { kind: 'comment', claim, text: 'see letter' } as const;
      return {
        message: taken(await sendMessage(ports, tenant, { ...said, actor: ANNA, asksToTake: false })).id,
      };
    },
    ask: async (ports, { tenant }, { message = '' }) => accept(await takeMessage(ports, tenant, message)),
  },
  { does: 'sendConfirmation', ask: balanceSent },
  {
    does: 'answerConfirmation',
    before: async (ports, world) => {
      const [sent] = taken(await balanceSent(ports, world));
      return { confirmation: sent?.confirmation.id ?? '' };
    },
    ask: (ports, { tenant }, { confirmation = '' }) =>
      answerConfirmation(ports, tenant, {
        confirmation,
        kind: 'contested',
        amount: decimalOf('1.00'),
        actor: ANNA,
      }),
  },
];

const KEPT_BACK_CASES: readonly MoneyCase[] = [
  {
    does: 'registerDeduction',
    ask: (ports, { tenant }) => {
      const kept = { ...PLACE, partner: 'P5', reference: 'K-9', amount: decimalOf('7.00') };
      return registerDeduction(ports, tenant, { ...kept, actor: ANNA });
    },
  },
  {
    does: 'endDeductionPart',
    ask: (ports, { tenant, deduction, partnersClaim: claim }) =>
      endDeductionPart(ports, tenant, {
        deduction,
        end: 'matched',
        claim,
        amount: decimalOf('45.00'),
        actor: ANNA,
      }),
  },
  {
    // What P4 is owed by a document already, with its tax.
    does: 'endDeductionPart',
    before: async (ports, { tenant }) => {
      const kept = { ...PLACE, partner: 'P4', reference: 'K-4', amount: decimalOf('240.00'), actor: ANNA };
      return { deduction: taken(await registerDeduction(ports, tenant, kept)).deduction.id };
    },
    ask: (ports, { tenant, issued: settlement }, { deduction = '' }) =>
      endDeductionPart(ports, tenant, {
        ...{ deduction, end: 'matched', settlement, amount: decimalOf('240.00'), actor: ANNA },
      }),
  },
  {
    does: 'writeOffDeduction',
    before: (ports, { tenant, deduction }) =>
      noted(
        writeOffDeduction(ports, tenant, { deduction, step: 'ask', amount: decimalOf('4.00'), actor: ANNA }),
      ),
    ask: (ports, { tenant, deduction }) =>
      writeOffDeduction(ports, tenant, { deduction, step: 'approved', actor: BERT }),
  },
];

const FUND_CASES: readonly MoneyCase[] = [
  {
    does: 'openFund',
    ask: (ports, { tenant }) => {
      const days = { firstDay: dayOf('2026-01-01'), lastDay: dayOf('2026-12-31'), claimDays: 5 };
      const terms = {
        ...PLACE,
        ...days,
        code: 'FUND-9',
        percent: decimalOf('50'),
        budget: decimalOf('10.00'),
      };
      return openFund(ports, tenant, terms, ANNA);
    },
  },
  {
    does: 'requestActivity',
    ask: (ports, { tenant }) => {
      const days = { firstDay: dayOf('2026-04-01'), lastDay: dayOf('2026-04-10') };
      const asked = { fund: 'MDF', partner: 'P2', reference: 'NINE', title: 'A fair', ...days };
      return requestActivity(ports, tenant, { ...asked, amount: decimalOf('9.00'), actor: ANNA });
    },
  },
  { does: 'decideActivity', ask: approvedActivity },
  {
    does: 'claimActivity',
    before: (ports, world) => noted(approvedActivity(ports, world)),
    ask: claimedActivity,
    now: '2026-04-12T12:00:00Z',
  },
  {
    does: 'settleActivity',
    before: async (ports, world) => {
      taken(await approvedActivity(ports, world));
      return noted(claimedActivity(moneyPorts(ports.store, '2026-04-12T12:00:00Z'), world));
    },
    ask: (ports, { tenant, activity }) =>
      settleActivity(ports, tenant, { activity, amount: decimalOf('25.00'), reference: 'CN-9', actor: ANNA }),
  },
  {
    does: 'closeActivity',
    before: (ports, world) => noted(approvedActivity(ports, world)),
    ask: (ports, { tenant, activity }) => closeActivity(ports, tenant, { activity, actor: ANNA }),
  },
  {
    does: 'expireActivities',
    before: (ports, world) => noted(approvedActivity(ports, world)),
    now: LATER,
    ask: async (ports, { tenant }) => accept(await expireActivities(ports, tenant, {})),
  },
];

/** Books in dollars hold 100.00 euros that nobody could value; now the rate is known. */
async function foreignAmountWithoutRate(ports: KeyPorts, { tenant }: MoneyWorld): Promise<typeof NOTHING> {
  const policy = { currency: 'USD', rateOn: 'effective', rateType: 'closing', path: 'direct' } as const;
  const books = { company: 'NA', policy: { ...policy, fallback: 'blocked' as const }, actor: ANNA };
  taken(await setBooksPolicy(ports, tenant, books));
  const day = dayOf('2026-03-31');
  const transfer: Transfer = {
    ...{
      company: 'NA',
      event: 'withhold',
      debit: 'opening',
      credit: 'withholding',
      minor: 10_000n,
      currency: 'EUR',
    },
    ...{
      partner: 'P1',
      effectiveOn: day,
      origin: { kind: 'settlement', id: randomUUID() },
      leg: 'withholding',
    },
  };
  await ports.store.inTenant(tenant, async (tx) =>
    postTransfers(tx, [transfer], { day, at: ports.clock.now(), batch: await tx.batches.last() }),
  );
  const rate = { kind: 'rate' as const, code: 'EUR/USD', name: 'EUR/USD', validFrom: dayOf('2026-03-01') };
  taken(
    await importMaster(ports, tenant, [{ ...rate, attributes: { closing: '1.10' } }], systemActor('demo')),
  );
  return NOTHING;
}

const BOOK_CASES: readonly MoneyCase[] = [
  {
    does: 'calculateNext',
    before: async (ports, { tenant }) => {
      await deliver(ports, tenant, 'late', [saleOf('P1', '2026-03-20', '5000.00')]);
      return NOTHING;
    },
    ask: async (ports, { tenant }) =>
      accept((await calculateNext(ports, tenant, new LineSnapshots()))?.agreement ?? ''),
  },
  { does: 'closeMonth', ask: (ports, { tenant }) => closeMonth(ports, tenant, closing('EU', '2026-03-01')) },
  {
    does: 'valueBooks',
    before: foreignAmountWithoutRate,
    ask: (ports, { tenant }) => valueBooks(ports, tenant, { company: 'NA', actor: ANNA }),
  },
  { does: 'proposeReopening', ask: reopeningProposed },
  {
    does: 'approveReopening',
    before: (ports, world) => noted(reopeningProposed(ports, world)),
    ask: (ports, { tenant }) => approveReopening(ports, tenant, reopening(BERT)),
  },
  {
    does: 'setAccountRules',
    ask: (ports, { tenant }) =>
      setAccountRules(ports, tenant, { rules: [{ role: 'bank', account: '1800' }], actor: ANNA }),
  },
];

/** A payment that was sent; where two deeds need one, it is the same. */
const sentRun = async (ports: KeyPorts, { tenant }: MoneyWorld): Promise<Found> => {
  const [sent] = await ports.store.inTenant(tenant, (tx) => tx.payments.runs({ state: 'sent', limit: 1 }));
  const run = sent?.id ?? (await runIn(ports, tenant, 'sent'));
  const [payment] = await ports.store.inTenant(tenant, (tx) => tx.payments.instructionsOf(run));
  return {
    run,
    payment: payment?.id ?? '',
    endToEndId: payment?.endToEndId ?? '',
    minor: String(payment?.minor),
  };
};

/** What a bank says of the payment that was sent, as a file. */
export async function statementOf(
  ports: KeyPorts,
  { tenant }: Pick<MoneyWorld, 'tenant'>,
  { endToEndId = '', minor = '0' }: Found,
  { reference = 'R1', isReturn = false } = {},
): Promise<Result<unknown>> {
  const cents = BigInt(minor) * (isReturn ? 1n : -1n);
  const text = camtText('DE89370400440532013000', [
    { reference, on: '2026-04-21', cents, ...(endToEndId !== '' && { endToEndId }) },
  ]);
  const statements = taken(await inFile('s.xml', text, (path) => readCamt(path, 's.xml')));
  const file = { name: `${reference}.xml`, sha256: '0'.repeat(64), statements, actor: DORA };
  return importStatement(ports, tenant, file);
}

/** A payment that was sent, and an entry of its amount that names nobody. */
const entryWaits = async (ports: KeyPorts, world: MoneyWorld): Promise<Found> => {
  const found = await sentRun(ports, world);
  if ((await listEntries(ports, world.tenant, { is: 'waiting', limit: 1 })).length === 0)
    taken(await statementOf(ports, world, { ...found, endToEndId: '' }, { reference: 'W1' }));
  const [entry] = await listEntries(ports, world.tenant, { is: 'waiting', limit: 1 });
  return { ...found, entry: entry?.id ?? '' };
};
const assigned = (ports: KeyPorts, { tenant }: MoneyWorld, { entry = '', payment = '' }: Found) =>
  assignEntry(ports, tenant, { entry, payments: [payment], reason: 'by amount', actor: DORA });

/** Money that came in and names nobody, laid by two persons against a claim of ours. */
const entryLaid = async (ports: KeyPorts, world: MoneyWorld): Promise<Found> => {
  await sentRun(ports, world);
  const { tenant, claim } = world;
  const came = { endToEndId: '', minor: '8000' };
  taken(await statementOf(ports, world, came, { reference: 'C1', isReturn: true }));
  const waiting = await listEntries(ports, tenant, { is: 'waiting', limit: 10 });
  const entry = waiting.find(({ minor }) => minor === 8000n)?.id ?? '';
  taken(await assignEntry(ports, tenant, { entry, claim, reason: 'by amount', actor: DORA }));
  taken(await decideEntry(ports, tenant, { entry, is: 'approved', reason: '', actor: BERT }));
  return { entry };
};
const takenBack = (ports: KeyPorts, { tenant }: MoneyWorld, { entry = '' }: Found) =>
  proposeTakeBack(ports, tenant, { entry, reason: 'of another claim', actor: DORA });

const ENTRY_CASES: readonly MoneyCase[] = [
  { does: 'assignEntry', before: entryWaits, ask: assigned },
  {
    does: 'decideEntry',
    before: async (ports, world) => {
      const found = await entryWaits(ports, world);
      taken(await assigned(ports, world, found));
      return found;
    },
    ask: (ports, { tenant }, { entry = '' }) =>
      decideEntry(ports, tenant, { entry, is: 'approved', reason: '', actor: BERT }),
  },
  {
    does: 'dismissEntry',
    before: entryWaits,
    ask: (ports, { tenant }, { entry = '' }) =>
      dismissEntry(ports, tenant, { entry, reason: 'interest', actor: DORA }),
  },
  {
    does: 'hearStatus',
    before: sentRun,
    ask: (ports, { tenant }, { endToEndId = '' }) => {
      const statuses = [{ of: { endToEndId }, news: 'reject', reason: 'AC04' } as const];
      return hearStatus(ports, tenant, { name: 's.xml', sha256: '0'.repeat(64), statuses, actor: DORA });
    },
  },
  { does: 'proposeTakeBack', before: entryLaid, ask: takenBack },
  {
    does: 'decideEntry',
    before: async (ports, world) => {
      const found = await entryLaid(ports, world);
      taken(await takenBack(ports, world, found));
      return found;
    },
    ask: (ports, { tenant }, { entry = '' }) =>
      decideEntry(ports, tenant, { entry, is: 'approved', reason: '', actor: BERT }),
  },
];

const PAYMENT_CASES: readonly MoneyCase[] = [
  {
    does: 'sealAnew',
    ask: (ports, { tenant }) => sealAnew({ ...ports, keys: ringOf(2, 1) }, tenant, ANNA),
  },
  { does: 'setBankAccount', ask: accountSaid },
  {
    does: 'decideBankAccount',
    before: async (ports, world) => ({ batch: String(taken(await accountSaid(ports, world)).batch) }),
    ask: (ports, { tenant }, { batch = '' }) => {
      const verdict = {
        partner: 'P1',
        batch: Number(batch),
        is: 'approved',
        reason: '',
        actor: BERT,
      } as const;
      return decideBankAccount(ports, tenant, verdict);
    },
  },
  {
    does: 'setPayingAccount',
    ask: (ports, { tenant }) =>
      setPayingAccount(ports, tenant, {
        actor: CARLA,
        parsed: payingAccountText({ company: 'EU' }, { charges: 'SHAR', scheme: 'other' }),
      }),
  },
  {
    does: 'proposePaymentRules',
    ask: (ports, { tenant }) =>
      proposePaymentRules(ports, tenant, { actor: ANNA, parsed: { ...PAYMENT_RULES, coolingOffDays: 9 } }),
  },
  {
    does: 'confirmPaymentRules',
    before: (ports, { tenant }) =>
      noted(
        proposePaymentRules(ports, tenant, { actor: ANNA, parsed: { ...PAYMENT_RULES, coolingOffDays: 9 } }),
      ),
    ask: (ports, { tenant }) => confirmPaymentRules(ports, tenant, { actor: BERT, version: 2 }),
  },
  { does: 'proposeRun', ask: (ports, { tenant }) => proposeRun(ports, tenant, { ...RUN, actor: ANNA }) },
  {
    does: 'approveRun',
    before: async (ports, { tenant }) => ({ run: await runIn(ports, tenant, 'proposed') }),
    ask: (ports, { tenant }, { run = '' }) => approveRun(ports, tenant, { id: run, actor: BERT }),
  },
  {
    does: 'withdrawRun',
    before: async (ports, { tenant }) => ({ run: await runIn(ports, tenant, 'approved') }),
    ask: (ports, { tenant }, { run = '' }) =>
      withdrawRun(ports, tenant, { id: run, actor: ANNA, reason: 'wrong day' }),
  },
  {
    does: 'sendRun',
    before: async (ports, { tenant }) => ({ run: await runIn(ports, tenant, 'approved') }),
    ask: (ports, { tenant }, { run = '' }) => sendRun(ports, tenant, { id: run, actor: CARLA }),
  },
  {
    does: 'importStatement',
    before: sentRun,
    ask: (ports, world, found) => statementOf(ports, world, found),
  },
  {
    does: 'importStatement',
    before: async (ports, world) => {
      const found = await sentRun(ports, world);
      taken(await statementOf(ports, world, found));
      return found;
    },
    ask: (ports, world, found) => statementOf(ports, world, found, { reference: 'R2', isReturn: true }),
  },
  {
    does: 'resolvePayment',
    before: sentRun,
    ask: (ports, { tenant }, { payment = '' }) =>
      resolvePayment(ports, tenant, { id: payment, is: 'reject', reason: 'asked', actor: DORA }),
  },
  {
    does: 'sweep',
    before: sentRun,
    now: LATER,
    ask: async (ports, { tenant }) => accept(await sweep(ports, tenant)),
  },
];

export const MONEY_CASES: readonly MoneyCase[] = [
  ...ADJUSTMENT_CASES,
  ...ENTRY_CASES,
  ...SETTLEMENT_CASES,
  ...CLAIM_CASES,
  ...KEPT_BACK_CASES,
  ...FUND_CASES,
  ...BOOK_CASES,
  ...PAYMENT_CASES,
];
