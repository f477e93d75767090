import type { LocalDate } from '../../core/calendar/localDate.ts';
import { claimTotals, type Move, standingOf } from '../../core/claim/standing.ts';
import type {
  BankChange,
  History,
  HistoryAdjustment,
  HistoryAgreement,
  HistoryApproval,
  HistoryClaim,
  HistoryClaimLine,
  HistoryPartner,
  HistoryPayment,
  HistoryProduct,
  HistorySettlement,
} from '../../core/trust/history.ts';
import { businessDay } from '../businessDay.ts';
import type { BankAccountChange } from '../ports/bankAccountStore.ts';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { StoredInstruction } from '../ports/paymentStore.ts';
import type { StoredSettlement } from '../ports/settlementStore.ts';
import type { MasterRow, Ports, Tx } from '../ports.ts';
import { historyAgreement, type Standing } from './historyAgreements.ts';
import { historyEarnings } from './historyEarnings.ts';
import { millionths, minorNumber, whole } from './historyNumbers.ts';
import { bankChangeId } from './holdsOn.ts';

/**
 * What detectors read of a tenant, of everybody or of one partner, but for its lines (`eachHistoryLine`): partners, products, agreements
 * of one plain ladder, earnings, claims, settlements, payments, bank accounts, adjustments, and who approved the last two. Stock and
 * other approvals are not read: whoever needs them finds nothing, and says so. Accounts stay sealed: one is told from another by when
 * it was said.
 */
export async function tenantHistory(ports: Ports, tx: Tx, partner?: string): Promise<History> {
  const today = await businessDay(tx, ports.clock);
  const standing = await standingMaster(tx, today, partner);
  const agreements = await agreementsOf(tx, standing, today);
  const claims = await claimsOf(tx, partner);
  const bankChanges = await bankChangesOf(tx, partner);
  const adjustments = await adjustmentsOf(tx, partner);
  const earnings = await historyEarnings(tx, partner);
  return {
    ...{ today, agreements, claims, bankChanges, adjustments, earnings, stock: [] },
    partners: partnersOf(standing.partner, suppliersOf(agreements, claims)),
    products: standing.product.map(productOf),
    settlements: await settlementsOf(tx, partner),
    payments: await paymentsOf(tx, partner),
    approvals: [...bankChanges.flatMap(approvalOfChange), ...adjustments.flatMap(approvalOfAdjustment)],
  };
}

const PAGE = 1000;

/** Reads page after page, each behind the last row of the one before. */
async function all<R>(page: (last: R | undefined) => Promise<readonly R[]>, limit = PAGE): Promise<R[]> {
  const rows: R[] = [];
  for (let last: R | undefined; ; ) {
    const found = await page(last);
    rows.push(...found);
    last = found.at(-1);
    if (found.length < limit) return rows;
  }
}

/** Partners, or the one that is asked for, and products, as they stand today. */
async function standingMaster(tx: Tx, effective: LocalDate, partner: string | undefined): Promise<Standing> {
  const batch = await tx.batches.last();
  const of = (kind: 'partner' | 'product', codes?: readonly string[]) =>
    all<Awaited<ReturnType<Tx['master']['page']>>[number]>((last) =>
      tx.master.page({
        ...{ effective, batch, kind, limit: PAGE },
        ...(codes && { codes }),
        ...(last && { after: { kind: last.kind, code: last.code } }),
      }),
    );
  return {
    partner: await of('partner', partner === undefined ? undefined : [partner]),
    product: await of('product'),
    companies: (await tx.company.all()).map(({ code }) => code),
  };
}

async function agreementsOf(tx: Tx, standing: Standing, today: LocalDate): Promise<HistoryAgreement[]> {
  const known = await tx.agreements.allKnownAt(await tx.batches.last());
  return known.flatMap(({ code, agreement }) => historyAgreement(code, agreement, { standing, today }) ?? []);
}

/** Whom we claim from, or who owes us a rebate by name. */
function suppliersOf(agreements: readonly HistoryAgreement[], claims: readonly HistoryClaim[]): Set<string> {
  return new Set([
    ...claims.flatMap((claim) => (claim.claimant === 'us' ? claim.partner : [])),
    ...agreements.flatMap(({ side, partners }) => (side === 'supplier' ? partners : [])),
  ]);
}

function partnersOf(rows: readonly MasterRow[], suppliers: ReadonlySet<string>): HistoryPartner[] {
  return rows.map(({ code, name, attributes }) => {
    const { country, address, phone, email, taxId, segment, parent } = attributes;
    return {
      ...{ partner: code, name, bankAccounts: [] },
      kind: suppliers.has(code) ? ('supplier' as const) : ('customer' as const),
      ...(country && { country }),
      ...(address && { address }),
      ...(phone && { phone }),
      ...(email && { email }),
      ...(taxId && { taxId }),
      ...(segment && { segment }),
      ...(parent && { parent }),
    };
  });
}

function productOf({ code, name, attributes }: MasterRow): HistoryProduct {
  const { category, unit } = attributes;
  return { product: code, name, ...(category && { category }), ...(unit && { unit }) };
}

async function claimsOf(tx: Tx, partner: string | undefined): Promise<HistoryClaim[]> {
  const found: HistoryClaim[] = [];
  await all<StoredClaim>(async (last) => {
    const narrowed = partner === undefined ? {} : { partner };
    const claims = await tx.claims.page({ ...narrowed, limit: PAGE, ...(last && { after: last.id }) });
    const moves = await tx.claims.moves(claims.map(({ id }) => id));
    for (const claim of claims) found.push(claimOf(claim, moves.get(claim.id) ?? []));
    return claims;
  });
  return found;
}

function claimOf(claim: StoredClaim, moves: readonly Move[]): HistoryClaim {
  const { id, claimant, partner, agreement, reference, sentOn, currency, lines } = claim;
  const minor = lines.reduce((sum, line) => sum + line.minor, 0n);
  const totals = claimTotals(standingOf(lines, moves));
  const stateOf = () => {
    if (totals.undecided !== 0n || totals.disputed !== 0n) return 'open';
    if (totals.accepted !== 0n) return 'accepted';
    return totals.received !== 0n ? 'paid' : 'refused';
  };
  return {
    ...{ claim: id, claimant, partner, agreement, sentOn, currency, state: stateOf(), minor: whole(minor) },
    ...(reference !== '' && { reference }),
    lines: lines.map((line) => claimLineOf(line, currency)),
  };
}

function claimLineOf(line: StoredClaim['lines'][number], currency: string): HistoryClaimLine {
  const { number, minor, transaction, product, customer, day, quantity, unit, unitAmount } = line;
  return {
    ...{ number, minor: whole(minor) },
    ...(transaction && { document: transaction.document, line: transaction.line }),
    ...(product !== undefined && { product }),
    ...(customer !== undefined && { endCustomer: customer }),
    ...(day !== undefined && { day }),
    ...(quantity !== undefined && { quantity: millionths(quantity) }),
    ...(unit !== undefined && { unit }),
    ...(unitAmount !== undefined && { unitMinor: minorNumber(unitAmount, currency) }),
  };
}

const SETTLED = {
  proposed: 'proposed',
  approved: 'approved',
  awaitingNumber: 'approved',
  issued: 'approved',
  cancelled: 'cancelled',
  rejected: 'cancelled',
} as const satisfies Readonly<Record<StoredSettlement['state'], HistorySettlement['state']>>;

async function settlementsOf(tx: Tx, partner: string | undefined): Promise<HistorySettlement[]> {
  const narrowed = partner === undefined ? {} : { partner };
  const rows = await all<StoredSettlement>((last) =>
    tx.settlements.list({ ...narrowed, limit: PAGE, ...(last && { before: { at: last.at, id: last.id } }) }),
  );
  return rows.map(({ id, beneficiary, at, issue, grossMinor, currency, state }) => ({
    ...{ settlement: id, partner: beneficiary, day: issue?.issuedOn ?? dayOf(at) },
    ...{ minor: whole(grossMinor), currency, state: SETTLED[state] },
  }));
}

async function paymentsOf(tx: Tx, partner: string | undefined): Promise<HistoryPayment[]> {
  const runs = await all<Awaited<ReturnType<Tx['payments']['runs']>>[number]>((last) =>
    tx.payments.runs({ limit: PAGE, ...(last && { before: last.id }) }),
  );
  const found: HistoryPayment[] = [];
  for (const { id, executionDay: day } of runs) {
    for (const one of await tx.payments.instructionsOf(id)) {
      if (partner === undefined || one.partner === partner) found.push(paymentOf(one, day));
    }
  }
  return found;
}

function paymentOf(one: StoredInstruction, day: LocalDate): HistoryPayment {
  const stateOf = () => {
    if (one.state === 'confirmed') return 'paid';
    if (one.state === 'returned' || one.state === 'partlyReturned' || one.state === 'rejected')
      return 'returned';
    return one.state === 'sent' || one.state === 'unknown' ? 'sent' : 'planned';
  };
  return {
    ...{ payment: one.id, partner: one.partner, day, minor: whole(one.minor), currency: one.currency },
    ...{ bankAccount: bankChangeId(one.partner, one.accountBatch), state: stateOf() },
  };
}

async function bankChangesOf(tx: Tx, partner: string | undefined): Promise<BankChange[]> {
  const narrowed = { waiting: false, limit: PAGE, ...(partner !== undefined && { partner }) };
  const rows = await all<BankAccountChange>((last) =>
    tx.bankAccounts.changes({ ...narrowed, ...(last && { before: last.batch }) }),
  );
  const before = new Map<string, string>();
  return rows.toReversed().flatMap(({ partner: of, batch, said, decision, decided, sealed }) => {
    const change = bankChangeId(of, batch);
    const earlier = before.get(of);
    if (sealed !== undefined && decision.is !== 'rejected') before.set(of, change);
    // What was said before changes were controlled has nobody who said it.
    if (said === undefined || sealed === undefined || decision.is === 'rejected') return [];
    return [
      {
        ...{ change, partner: of, after: change, day: dayOf(said.at), by: said.by },
        ...(earlier !== undefined && { before: earlier }),
        ...(decided && { confirmedBy: decided.by }),
      },
    ];
  });
}

async function adjustmentsOf(tx: Tx, partner: string | undefined): Promise<HistoryAdjustment[]> {
  const narrowed = { state: 'approved', ...(partner !== undefined && { partner }) } as const;
  const rows = await all<Awaited<ReturnType<Tx['adjustments']['list']>>[number]>((last) =>
    tx.adjustments.list({ ...narrowed, limit: PAGE, ...(last && { after: last.id }) }),
  );
  return rows.map(({ id, agreement, partner: of, at, parts, currency, author, decision, reason }) => ({
    ...{ adjustment: id, agreement, partner: of, day: dayOf(at), currency, by: author, reason },
    minor: whole(parts.reduce((sum, part) => sum + part.minor, 0n)),
    ...(decision && { approvedBy: decision.by }),
  }));
}

function approvalOfChange({ change, partner, day, by, confirmedBy }: BankChange): HistoryApproval[] {
  if (confirmedBy === undefined) return [];
  return [
    {
      approval: `bankChange/${change}`,
      of: 'bankChange',
      object: change,
      partner,
      day,
      proposedBy: by,
      decidedBy: confirmedBy,
    },
  ];
}

function approvalOfAdjustment(one: HistoryAdjustment): HistoryApproval[] {
  const { adjustment, partner, day, by, approvedBy, minor, currency } = one;
  if (approvedBy === undefined) return [];
  const approval = `adjustment/${adjustment}`;
  return [
    {
      approval,
      of: 'adjustment',
      object: adjustment,
      partner,
      day,
      minor,
      currency,
      proposedBy: by,
      decidedBy: approvedBy,
    },
  ];
}

const DAY_MS = 86_400_000;

/** The day of an instant, as UTC has it. */
function dayOf(at: Date): LocalDate {
  return Math.floor(at.getTime() / DAY_MS);
}
