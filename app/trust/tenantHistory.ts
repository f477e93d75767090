import type { LocalDate } from '../../core/calendar/localDate.ts';
import { claimTotals, type Move, standingOf } from '../../core/claim/standing.ts';
import { minorOf } from '../../core/money/minorOf.ts';
import { type Decimal, decimalToRational } from '../../core/number/decimal.ts';
import { multiply, rational } from '../../core/number/rational.ts';
import { round } from '../../core/number/round.ts';
import type {
  BankChange,
  History,
  HistoryAdjustment,
  HistoryClaim,
  HistoryClaimLine,
  HistoryPartner,
  HistoryPayment,
  HistorySettlement,
} from '../../core/trust/history.ts';
import { businessDay } from '../businessDay.ts';
import type { BankAccountChange } from '../ports/bankAccountStore.ts';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { StoredInstruction } from '../ports/paymentStore.ts';
import type { StoredSettlement } from '../ports/settlementStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { bankChangeId } from './holdsOn.ts';

/**
 * What detectors read of a tenant, of everybody or of one partner: partners, claims, settlements, payments, bank accounts and
 * adjustments. Lines, agreements and earnings are not read yet: whoever needs them finds nothing, and says so. Accounts stay
 * sealed: one is told from another by when it was said.
 */
export async function tenantHistory(ports: Ports, tx: Tx, partner?: string): Promise<History> {
  const today = await businessDay(tx, ports.clock);
  const claims = await claimsOf(tx, partner);
  return {
    today,
    partners: await partnersOf(tx, today, { claims, partner }),
    ...{ products: [], agreements: [], earnings: [], approvals: [], stock: [] },
    claims,
    settlements: await settlementsOf(tx, partner),
    payments: await paymentsOf(tx, partner),
    bankChanges: await bankChangesOf(tx, partner),
    adjustments: await adjustmentsOf(tx, partner),
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

type Known = { readonly claims: readonly HistoryClaim[]; readonly partner: string | undefined };

/** Whom we claim from is a supplier, anybody else a customer. */
async function partnersOf(
  tx: Tx,
  effective: LocalDate,
  { claims, partner }: Known,
): Promise<HistoryPartner[]> {
  const batch = await tx.batches.last();
  const suppliers = new Set(claims.flatMap((claim) => (claim.claimant === 'us' ? claim.partner : [])));
  const narrowed = {
    effective,
    batch,
    kind: 'partner',
    ...(partner !== undefined && { codes: [partner] }),
  } as const;
  const rows = await all<Awaited<ReturnType<Tx['master']['page']>>[number]>((last) =>
    tx.master.page({
      ...narrowed,
      limit: PAGE,
      ...(last && { after: { kind: last.kind, code: last.code } }),
    }),
  );
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
  const unitMinor = unitAmount && minorOf(unitAmount, currency);
  return {
    ...{ number, minor: whole(minor) },
    ...(transaction && { document: transaction.document, line: transaction.line }),
    ...(product !== undefined && { product }),
    ...(customer !== undefined && { endCustomer: customer }),
    ...(day !== undefined && { day }),
    ...(quantity !== undefined && { quantity: millionths(quantity) }),
    ...(unit !== undefined && { unit }),
    ...(unitMinor !== undefined && { unitMinor: whole(unitMinor) }),
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

const DAY_MS = 86_400_000;

/** The day of an instant, as UTC has it. */
function dayOf(at: Date): LocalDate {
  return Math.floor(at.getTime() / DAY_MS);
}

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** Detectors tell no amounts apart that are larger than any number they can hold. */
function whole(minor: bigint): number {
  if (minor > LARGEST) return Number.MAX_SAFE_INTEGER;
  return Number(minor < -LARGEST ? -LARGEST : minor);
}

function millionths(quantity: Decimal): number {
  return whole(round(multiply(decimalToRational(quantity), rational(1_000_000n)), 'halfAwayFromZero'));
}
