import type { Agreement } from '../../core/agreement/agreement.ts';
import type { Difference } from '../../core/booking/differences.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { type AdjustmentEntry, entriesOf } from '../../core/earning/adjusted.ts';
import { CALCULATION_VERSION, calculatedOf, type Earning } from '../../core/earning/earning.ts';
import { progressOf } from '../../core/earning/progress.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { moneyText } from '../../core/money/money.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { reachOf } from '../../core/plan/reachOf.ts';
import { worthOfNext } from '../../core/qualifying/worthOfNext.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { nameUuid } from '../../core/text/nameUuid.ts';
import { systemActor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import { mayRecognise } from '../claims/supplierIncome.ts';
import { postTransfers } from '../ledger/postTransfers.ts';
import type {
  BookedBalance,
  BookingAccount,
  EarningRow,
  NewBooking,
  Ports,
  Run,
  ShownAdjustment,
  StoredAgreement,
  TenantId,
  Tx,
} from '../ports.ts';
import { accountKey } from './accountKey.ts';
import { accrualTransfers, openingTransfers, splitTransfers } from './accrualTransfers.ts';
import { companyTransfers } from './companyTransfers.ts';
import { inputsAt } from './inputsAt.ts';
import { LineSnapshots } from './lineSnapshots.ts';
import { linesOf } from './linesOf.ts';
import { accountsOf, differencesOf, newBookings, type ToBook } from './newBookings.ts';
import { recognisedTargets } from './recognisedTargets.ts';
import { stockTransfers } from './stockTransfers.ts';
import { isFirstToBook, isParallel } from './takenOverOf.ts';
import { earnings, type Inputs } from './targetLayers.ts';

/** What one agreement's calculation came to. */
export type CalculatedAgreement = {
  readonly agreement: string;
  readonly run: Run;
  readonly earnings: number;
  readonly lines: number;
  readonly bookings: readonly NewBooking[];
  /** What the books take for it, as far as that has changed. */
  readonly recognised: readonly NewBooking[];
};

/**
 * Calculates one agreement that is due (something became known, or the day moved on, since its
 * last run) and books the differences, in one transaction. Agreements that another worker holds
 * are passed over; undefined where none is left. Running again books nothing.
 */
export async function calculateNext(
  ports: Ports,
  tenant: TenantId,
  snapshots: LineSnapshots,
): Promise<CalculatedAgreement | undefined> {
  const attempt = await attemptNext(ports, tenant, { snapshots, passedOver: [] });
  if (attempt !== undefined && 'failed' in attempt) throw attempt.error;
  return attempt;
}

export type NextDue = {
  readonly snapshots: LineSnapshots;
  /** Due by what is known up to this batch; undefined: by all that is known. */
  readonly upTo?: number;
  readonly passedOver: readonly string[];
  /** Only this one, if it is due. */
  readonly only?: string;
  /** What else is done in the transaction of the calculation, at its end. */
  readonly also?: (tx: Tx, done: CalculatedAgreement) => Promise<void>;
};

/** The agreement whose calculation failed, and by what: a fault of the program, or the database. */
export type Failure = { readonly failed: string; readonly error: unknown };

/** Like calculateNext; a failure comes back with the agreement that it happened at. */
export async function attemptNext(
  ports: Ports,
  tenant: TenantId,
  { snapshots, upTo, passedOver, only, also }: NextDue,
): Promise<CalculatedAgreement | Failure | undefined> {
  let code: string | undefined;
  try {
    return await ports.store.inTenant(tenant, async (tx) => {
      const today = await businessDay(tx, ports.clock);
      code = await tx.runs.lockDue(upTo ?? (await tx.batches.last()), today, passedOver, only);
      if (code === undefined) return undefined;
      const done = await calculateIn(ports, tx, { tenant, code, snapshots });
      await also?.(tx, done);
      return done;
    });
  } catch (error) {
    if (code === undefined) throw error;
    return { failed: code, error };
  }
}

/** Calculates and books one agreement whose runs this transaction has locked. */
export async function calculateIn(
  ports: Ports,
  tx: Tx,
  task: Pick<Task, 'tenant' | 'code' | 'snapshots'>,
): Promise<CalculatedAgreement> {
  // Read under the lock: a run never knows less than the one before it, which may have been
  // another worker's a moment ago, nor does it go back in days where that one's clock is ahead.
  const today = await businessDay(tx, ports.clock);
  const batch = await tx.batches.last();
  const previous = await tx.runs.last(task.code);
  const effective = Math.max(today, previous?.effective ?? today);
  return calculate(ports, tx, { ...task, batch, effective, previous });
}

/** How far was looked, and how many agreements are due by what is known up to there. */
export type Round = { readonly upTo: number; readonly due: number };

/** Begins a round: passes the agreements that nothing new can touch, and counts the others once. */
export function beginRound(ports: Ports, tenant: TenantId): Promise<Round> {
  return ports.store.inTenant(tenant, async (tx) => {
    const upTo = await tx.batches.last();
    await tx.runs.passUntouched(upTo, CALCULATION_VERSION);
    return { upTo, due: await tx.runs.dueCount(upTo, await businessDay(tx, ports.clock)) };
  });
}

/**
 * Calculates whatever is due, one agreement a transaction. One that fails keeps no other from being
 * calculated: it is passed over, and what it failed by is thrown at the end.
 */
export async function calculateDue(
  ports: Ports,
  tenant: TenantId,
  onCalculated: (done: CalculatedAgreement, left: number) => void = () => undefined,
): Promise<readonly CalculatedAgreement[]> {
  const snapshots = new LineSnapshots();
  const done: CalculatedAgreement[] = [];
  const failures: Failure[] = [];
  for (let round = await beginRound(ports, tenant); ; ) {
    const passedOver = failures.map(({ failed }) => failed);
    const next = await attemptNext(ports, tenant, { snapshots, upTo: round.upTo, passedOver });
    if (next === undefined) {
      // What became known meanwhile is looked at in a round of its own.
      const { upTo } = round;
      round = await beginRound(ports, tenant);
      if (round.upTo === upTo) break;
    } else if ('failed' in next) failures.push(next);
    else {
      done.push(next);
      round = { ...round, due: Math.max(0, round.due - 1) };
      onCalculated(next, round.due);
    }
  }
  if (failures.length === 1) throw failures[0]?.error;
  if (failures.length > 1) throw new AggregateError(failures.map(({ error }) => error));
  return done;
}

type Task = {
  readonly tenant: TenantId;
  readonly code: string;
  readonly batch: number;
  readonly effective: LocalDate;
  readonly previous: Run | undefined;
  readonly snapshots: LineSnapshots;
};

async function calculate(ports: Ports, tx: Tx, task: Task): Promise<CalculatedAgreement> {
  const { code, batch, effective, previous } = task;
  const stored = await known(tx, code, batch);
  const now = await inputsAt(tx, task, stored.agreement, { batch, effective });
  const before =
    previous === undefined || isFirstToBook(now, previous)
      ? undefined
      : await inputsBefore(tx, task, stored.agreement, previous);
  const target = earnings(now);
  const balances = await tx.bookings.balances(code);
  const isBooked = !isParallel(now);
  const worked = { before, now, target };
  const { earned, recognised, borne, splits } = isBooked
    ? differencesOf(
        { ...worked, targets: recognisedTargets(now, target, await mayRecognise(tx, stored, batch)) },
        balances,
        await tx.ledger.rules(),
      )
    : NOTHING_TO_BOOK;
  mustBeExplained(earned, previous);
  const accounts = accountsOf(code, target, balances, now);
  const bookings = newBookings(earned, { kind: 'earned', company: '' }, accounts, balances);
  const accruals = recognised.flatMap(({ company, found }) =>
    newBookings(found, { kind: 'recognised', company }, accounts, balances),
  );
  const at = ports.clock.now();
  const finished = { batch, effective, calculation: CALCULATION_VERSION };
  const reach = reachOf(compilePlan(now.agreement, now.master));
  const run = { number: await tx.runs.finish(code, finished, at, reach), ...finished };
  await tx.bookings.post(bookings, { run }, at);
  const ids = await tx.bookings.post(accruals, { run }, at);
  const rows = target.map((earning) => earningRow(ports, task.tenant, stored, { earning, run, now }));
  await tx.earnings.replace(code, rows);
  await audit(ports, tx, code, run, bookings, at);
  const opened = before === undefined && now.takenOver?.signedAtBatch !== undefined;
  const transfers = [
    ...(opened ? openingTransfers(now.agreement, now.takenOver) : []),
    ...(splits === undefined
      ? accrualTransfers(now.agreement, accruals, ids, effective)
      : splitTransfers(
          now.agreement,
          splits,
          { bookings: accruals, ids },
          { accounts, run: run.number, effectiveOn: effective },
        )),
    ...(isBooked ? await stockTransfers(tx, now, target, borne, run) : []),
  ];
  const between = isBooked ? await betweenUs(tx, now, { balances, accruals, pending: transfers, run }) : [];
  await postTransfers(tx, [...transfers, ...between], { day: effective, at, batch });
  const counts = { earnings: target.length, lines: now.lines.length };
  return { agreement: code, run, ...counts, bookings, recognised: accruals };
}

const NOTHING_TO_BOOK: ToBook = { earned: [], recognised: [], borne: new Map(), splits: undefined };

/** What the run before saw, and of the lines all that the agreement looks at now: whose lines count is a term. */
async function inputsBefore(tx: Tx, task: Task, agreement: Agreement, previous: Run): Promise<Inputs> {
  const before = (await known(tx, task.code, previous.batch)).agreement;
  return inputsAt(tx, task, before, previous, linesOf(before, agreement));
}

type Accrued = {
  readonly balances: readonly BookedBalance[];
  readonly accruals: readonly NewBooking[];
  readonly pending: readonly Transfer[];
  readonly run: Run;
};

/** What other companies of ours bear of what is settled moves with what they bear. */
function betweenUs(
  tx: Tx,
  { agreement, takenOver, effective }: Inputs,
  { balances, accruals, pending, run }: Accrued,
): Promise<Transfer[]> {
  const booked = accruals.map(({ account, deltaMinor: minor, number: lastNumber }) => {
    return { account, minor, lastNumber };
  });
  const origin = { kind: 'run', id: `${agreement.id} ${run.number}` };
  return companyTransfers(tx, agreement, {
    balances: [...balances, ...booked],
    ...{ takenOver, pending },
    about: { effectiveOn: effective, origin, leg: 'between' },
  });
}

async function known(tx: Tx, code: string, batch: number): Promise<StoredAgreement> {
  const stored = await tx.agreements.knownAt(code, batch);
  if (stored === undefined) throw new Error(`Fault: agreement ${code} is not known at batch ${batch}`);
  return stored;
}

/** Under an unchanged program the previous inputs give what is booked, or something is broken. */
function mustBeExplained(found: readonly Difference[], previous: Run | undefined): void {
  if (previous?.calculation !== CALCULATION_VERSION) return;
  const broken = found.find(({ causes }) => causes.some(({ cause }) => cause === 'engine'));
  if (broken !== undefined) throw new Error(`Fault: no cause explains a difference on ${broken.key}`);
}

function earningRow(
  ports: Ports,
  tenant: TenantId,
  stored: StoredAgreement,
  { earning, run, now }: { readonly earning: Earning; readonly run: Run; readonly now: Inputs },
): Omit<EarningRow, 'partnerName'> {
  const { term, partner, window, amount, result, blocked } = earning;
  const account: BookingAccount = {
    agreement: stored.code,
    term,
    partner,
    window,
    kind: 'earned',
    currency: amount.currency,
    company: '',
  };
  const terms = stored.agreement.terms.find(({ id }) => id === term);
  if (terms === undefined) throw new Error(`Fault: no term ${term}`);
  const worth = worthOfNext({ term: terms, currency: stored.agreement.currency }, earning, run.effective);
  const progress = { ...progressOf(earning, terms), ...(worth && { worth: moneyText(worth) }) };
  return {
    id: nameUuid(ports.sha256, 'earning', [tenant, stored.code, accountKey(account)]),
    account,
    agreementName: stored.agreement.name,
    direction: earning.direction,
    earnedMinor: amount.minor,
    adjustedMinor: amount.minor - calculatedOf(earning).minor,
    adjustments: entriesOf(now.adjustments ?? [], earning, now.effective).map((entry) =>
      shownAdjustment(entry, amount.currency),
    ),
    tier: result.reached.tier,
    run,
    progress: progress as unknown as Json,
    blockedLines: blocked.lines,
  };
}

function shownAdjustment(
  { kind, countsFrom, minor, wording, expiresOn, withdraws }: AdjustmentEntry,
  currency: string,
): ShownAdjustment {
  return {
    ...{ kind, countsFrom: formatDate(countsFrom), amount: moneyText({ minor, currency }) },
    ...(wording !== undefined && { wording }),
    ...(expiresOn !== undefined && { expiresOn: formatDate(expiresOn) }),
    isWithdrawal: withdraws !== undefined,
  };
}

async function audit(
  ports: Ports,
  tx: Tx,
  code: string,
  run: Run,
  bookings: readonly NewBooking[],
  at: Date,
): Promise<void> {
  await tx.audit.write({
    id: ports.ids.next(),
    at,
    actor: systemActor('calculation'),
    action: 'agreement.calculate',
    object: code,
    batch: run.batch,
    body: { run: run.number, calculation: run.calculation, bookings: bookings.length },
  });
}
