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
import type { StoredAdjustment } from '../ports/adjustmentStore.ts';
import type { BankAccountChange } from '../ports/bankAccountStore.ts';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { StoredSettlement } from '../ports/settlementStore.ts';
import type { PastPayment, SettledPlace } from '../ports/trustPast.ts';
import type { MasterRow, Ports } from '../ports.ts';
import { historyAgreement, type Standing } from './historyAgreements.ts';
import { historyApprovals } from './historyApprovals.ts';
import { historyEarnings } from './historyEarnings.ts';
import { millionths, minorNumber, whole } from './historyNumbers.ts';
import { historyStock } from './historyStock.ts';
import { bankChangeId } from './holdsOn.ts';
import { allPages, PAGE, type Reading } from './reading.ts';

/** `partner`: of that one alone, with products of these codes and agreements under which it earned or claimed. */
type Narrowed = { readonly partner: string; readonly products: readonly string[] };

/**
 * What detectors read of a tenant, of everybody or of one partner, but for its lines (`eachHistoryLine`): partners, products, stock,
 * agreements (those of one plain ladder with it, composed ones for what they cover and when), earnings, claims, settlements, payments, bank
 * accounts, adjustments, and who approved what. Each table is read in short looks; master data and agreements as known at one batch.
 * Accounts stay sealed: one is told from another by when it was said.
 */
export async function tenantHistory(ports: Ports, read: Reading, narrowed?: Narrowed): Promise<History> {
  const partner = narrowed?.partner;
  const { today, batch } = await read(async (tx) => ({
    today: await businessDay(tx, ports.clock),
    batch: await tx.batches.last(),
  }));
  const claims = await claimsOf(read, partner);
  const earnings = await historyEarnings(read, partner);
  const codes = new Set([...claims, ...earnings].flatMap(({ agreement }) => agreement ?? []));
  const standing = await standingMaster(read, { effective: today, batch }, narrowed);
  const known = await read((tx) =>
    partner === undefined ? tx.agreements.allKnownAt(batch) : tx.agreements.someKnownAt([...codes], batch),
  );
  const agreements = known.flatMap(
    ({ code, agreement }) => historyAgreement(code, agreement, { standing, today }) ?? [],
  );
  const bankChanges = await bankChangesOf(read, partner);
  const adjustments = await adjustmentsOf(read, partner);
  return {
    ...{ today, agreements, claims, bankChanges, adjustments, earnings },
    stock: await historyStock(read, { today, batch, ...(partner !== undefined && { partner }) }),
    partners: partnersOf(standing.partner, suppliersOf(agreements, claims)),
    products: standing.product.map(productOf),
    settlements: await settlementsOf(read, partner),
    payments: await paymentsOf(read, partner),
    approvals: [
      ...bankChanges.flatMap(approvalOfChange),
      ...adjustments.flatMap(approvalOfAdjustment),
      ...(await historyApprovals(read, partner)),
    ],
  };
}

/** Partners and products as they stand today. */
async function standingMaster(
  read: Reading,
  as: { readonly effective: LocalDate; readonly batch: number },
  narrowed: Narrowed | undefined,
): Promise<Standing> {
  const of = (kind: 'partner' | 'product', codes: readonly string[] | undefined) =>
    codes?.length === 0
      ? []
      : allPages<MasterRow>(read, (tx, last) =>
          tx.master.page({
            ...{ ...as, kind, limit: PAGE },
            ...(codes && { codes }),
            ...(last && { after: { kind: last.kind, code: last.code } }),
          }),
        );
  return {
    partner: await of('partner', narrowed && [narrowed.partner]),
    product: await of('product', narrowed?.products),
    companies: (await read((tx) => tx.company.all())).map(({ code }) => code),
  };
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

async function claimsOf(read: Reading, partner: string | undefined): Promise<HistoryClaim[]> {
  const found: HistoryClaim[] = [];
  await allPages<StoredClaim>(read, async (tx, last) => {
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

async function settlementsOf(read: Reading, partner: string | undefined): Promise<HistorySettlement[]> {
  const narrowed = partner === undefined ? {} : { partner };
  const found: HistorySettlement[] = [];
  await allPages<StoredSettlement>(read, async (tx, last) => {
    const before = last && { before: { at: last.at, id: last.id } };
    const rows = await tx.settlements.list({ ...narrowed, limit: PAGE, ...before });
    const places = await tx.trust.pastPlaces(rows.map(({ id }) => id));
    found.push(...rows.map((row) => settlementOf(row, places.get(row.id) ?? {})));
    return rows;
  });
  return found;
}

function settlementOf(row: StoredSettlement, { agreement, window }: SettledPlace): HistorySettlement {
  const { id, beneficiary, at, issue, grossMinor, currency, state } = row;
  return {
    ...{ settlement: id, partner: beneficiary, day: issue?.issuedOn ?? dayOf(at) },
    ...{ minor: whole(grossMinor), currency, state: SETTLED[state] },
    ...(agreement !== undefined && { agreement }),
    ...window,
  };
}

async function paymentsOf(read: Reading, partner: string | undefined): Promise<HistoryPayment[]> {
  const rows = await allPages<PastPayment>(read, (tx, last) =>
    tx.trust.pastPayments({
      limit: PAGE,
      ...(partner !== undefined && { partner }),
      ...(last && { after: last.id }),
    }),
  );
  return rows.map(paymentOf);
}

function paymentOf(one: PastPayment): HistoryPayment {
  const stateOf = () => {
    if (one.state === 'confirmed') return 'paid';
    if (one.state === 'returned' || one.state === 'partlyReturned' || one.state === 'rejected')
      return 'returned';
    return one.state === 'sent' || one.state === 'unknown' ? 'sent' : 'planned';
  };
  return {
    ...{ payment: one.id, partner: one.partner, day: one.executionDay, currency: one.currency },
    ...{ minor: whole(one.minor), state: stateOf() },
    bankAccount: bankChangeId(one.partner, one.accountBatch),
    ...(one.settlement !== undefined && { settlement: one.settlement }),
  };
}

async function bankChangesOf(read: Reading, partner: string | undefined): Promise<BankChange[]> {
  const narrowed = { waiting: false, limit: PAGE, ...(partner !== undefined && { partner }) };
  const rows = await allPages<BankAccountChange>(read, (tx, last) =>
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

async function adjustmentsOf(read: Reading, partner: string | undefined): Promise<HistoryAdjustment[]> {
  const narrowed = { state: 'approved', ...(partner !== undefined && { partner }) } as const;
  const rows = await allPages<StoredAdjustment>(read, (tx, last) =>
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
