import { drawSample } from '../../core/auditPackage/drawSample.ts';
import { type Held, type TieRow, tieOut } from '../../core/auditPackage/tieOut.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { transactionKey } from '../../core/claim/claimKeys.ts';
import type { Line } from '../../core/fact/line.ts';
import type { BookedTransfer } from '../../core/ledgerExport/bookedTransfer.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { dutiesOf } from '../access/duty.ts';
import { allOf } from '../allOf.ts';
import { accountKey } from '../calculation/accountKey.ts';
import { type EarnedAccount, earnedAccounts, inputsOfRun } from '../claims/earnedAccounts.ts';
import { transferPages } from '../ledgerExport/exportLedger.ts';
import type { ApiKey, Person, Service } from '../ports/accessStore.ts';
import type { ShownAudit } from '../ports/auditStore.ts';
import type { LedgerFilter, LedgerPeriod } from '../ports/ledgerStore.ts';
import type { Booking, BookingAccount, DeedBooking, Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { BALANCE_KINDS } from '../ports.ts';
import { type VerifiedAudit, verifyAudit } from './verifyAudit.ts';

export type PackageQuestion = {
  readonly company: string;
  /** Both days belong to it: of the books, and, in UTC, of what was done. */
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly size: number;
  readonly seed: string;
  /** What the general ledger has for every account of the company at the end of the last day. */
  readonly general?: readonly Held[];
};

/** What leads from one transfer back to what it comes from. */
export type Evidence = {
  readonly transfer: BookedTransfer;
  /** The terms as they were known when it was posted. */
  readonly agreement: StoredAgreement | undefined;
  /** Every difference that was booked on its account, with run and causes. */
  readonly bookings: readonly Booking[];
  /** What claims, settlements and payments have booked on it. */
  readonly settled: readonly DeedBooking[];
  /** The lines that the account counts, as its last calculation dealt it out. */
  readonly lines: readonly EvidenceLine[];
  /** Everything that was done to the agreement. */
  readonly deeds: readonly ShownAudit[];
};

/** A line and its share of an account. Units: minor. */
export type EvidenceLine = { readonly line: Line; readonly shareMinor: bigint };

export type AccessList = {
  readonly persons: readonly (Person & { readonly duties: readonly string[] })[];
  readonly services: readonly Service[];
  readonly keys: readonly ApiKey[];
};

export type AuditPackage = {
  readonly question: PackageQuestion;
  readonly batch: number;
  readonly population: readonly BookedTransfer[];
  readonly sample: readonly Evidence[];
  /** What was done in the days of the period, oldest first. */
  readonly deeds: readonly ShownAudit[];
  readonly access: AccessList;
  readonly tie: readonly TieRow[];
  readonly periods: readonly LedgerPeriod[];
  readonly chain: VerifiedAudit;
};

/**
 * Everything that an auditor takes along from a period of a company: the population, a sample drawn by a seed
 * of theirs with its evidence, what was done by whom, who may what, and the books tied out.
 * Refuses: company-not-found.
 */
export function auditPackage(
  ports: Ports,
  tenant: TenantId,
  question: PackageQuestion,
): Promise<Result<AuditPackage>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { company, first, last } = question;
    if (!(await tx.company.all()).some(({ code }) => code === company))
      return refused(refuse('company-not-found', 'company', { company }));
    const population: BookedTransfer[] = [];
    for await (const page of transferPages(tx, { company, first, last })) population.push(...page);
    const drawn = drawSample(population, question, ports.sha256);
    const sample: Evidence[] = [];
    const counted = countedLines(tx);
    for (const transfer of drawn) sample.push(await evidenceOf(tx, transfer, counted));
    const days = { from: formatDate(first), until: formatDate(last) };
    const own = { ...ports, store: { ...ports.store, inTenant: joined(tx) } };
    return accept({
      question,
      batch: await tx.batches.last(),
      population,
      sample,
      deeds: (await deedsOf(tx, days)).toReversed(),
      access: await accessOf(tx, ports.clock.now()),
      tie: await tied(tx, question, population),
      periods: (await tx.ledger.periods(company)).filter(({ month }) => month >= first && month <= last),
      chain: await verifyAudit(own, tenant),
    });
  });
}

/** What another use case reads, it reads in the same transaction. */
function joined(tx: Tx) {
  return <T>(_: TenantId, work: (tx: Tx) => Promise<T>): Promise<T> => work(tx);
}

type Counted = (agreement: StoredAgreement, account: EvidenceAccount) => Promise<readonly EvidenceLine[]>;
type EvidenceAccount = Pick<BookingAccount, 'term' | 'partner' | 'window' | 'currency'>;

/** Calculates each agreement of a sample once. */
function countedLines(tx: Tx): Counted {
  const known = new Map<string, Promise<Dealt | undefined>>();
  return async (stored, account) => {
    const { code } = stored;
    const dealt = known.get(code) ?? dealtOut(tx, stored);
    known.set(code, dealt);
    const { lines, accounts } = (await dealt) ?? { lines: new Map<string, Line>(), accounts: [] };
    const own = accounts.find(
      (one) => accountKey({ ...one, partner: one.participant }) === accountKey(account),
    );
    return (own?.shares ?? []).flatMap(({ transaction, minor: shareMinor }) => {
      const line = lines.get(transactionKey(transaction));
      return line === undefined ? [] : [{ line, shareMinor }];
    });
  };
}

type Dealt = { readonly lines: ReadonlyMap<string, Line>; readonly accounts: readonly EarnedAccount[] };

async function dealtOut(tx: Tx, { code, agreement }: StoredAgreement): Promise<Dealt | undefined> {
  const run = await tx.runs.last(code);
  if (run === undefined) return undefined;
  const inputs = await inputsOfRun(tx, agreement, run);
  const lines = new Map(inputs.lines.map((line) => [transactionKey(line), line]));
  return { lines, accounts: earnedAccounts(inputs) };
}

async function evidenceOf(tx: Tx, transfer: BookedTransfer, counted: Counted): Promise<Evidence> {
  const { subject, partner, currency, company } = transfer;
  if (subject === undefined)
    return { transfer, agreement: undefined, bookings: [], settled: [], lines: [], deeds: [] };
  const { batch } = transfer as BookedTransfer & { readonly batch: number };
  const bookings: Booking[] = [];
  const settled: DeedBooking[] = [];
  for (const kind of BALANCE_KINDS) {
    const borne = kind === 'earned' ? '' : company;
    const account = { ...subject, partner: partner ?? '', kind, currency, company: borne };
    if (kind === 'settled' || kind === 'paid') settled.push(...(await tx.bookings.ofDeeds(account)));
    else bookings.push(...(await tx.bookings.of(account)));
  }
  const deeds = await deedsOf(tx, { object: subject.agreement });
  const agreement = await tx.agreements.knownAt(subject.agreement, batch);
  const account = { ...subject, partner: partner ?? '', currency };
  const lines = agreement === undefined ? [] : await counted(agreement, account);
  return { transfer, agreement, bookings, settled, lines, deeds };
}

/** The newest first. */
async function deedsOf(
  tx: Tx,
  filter: { readonly from?: string; readonly until?: string; readonly object?: string },
): Promise<readonly ShownAudit[]> {
  return allOf<ShownAudit, { readonly at: string; readonly id: string }>(
    ({ after, limit }) => tx.audit.list({ ...filter, ...(after && { before: after }), limit }),
    ({ entry: { at, id } }) => ({ at, id }),
  );
}

async function accessOf({ access }: Tx, now: Date): Promise<AccessList> {
  const holders = new Map((await access.holders(now)).map(({ person, scopes }) => [person.id, scopes]));
  const persons = await allOf(access.persons, ({ login }) => login);
  return {
    persons: persons.map((person) => ({ ...person, duties: dutiesOf(new Set(holders.get(person.id))) })),
    services: await allOf(access.services, ({ code }) => code),
    keys: await allOf(access.keys, ({ id }) => id),
  };
}

async function tied(
  tx: Tx,
  { company, first, last, general }: PackageQuestion,
  moved: readonly BookedTransfer[],
): Promise<readonly TieRow[]> {
  const until = (day: LocalDate): LedgerFilter => ({ company, until: day });
  return tieOut({
    opening: await tx.ledger.balances(until(first)),
    moved,
    closing: await tx.ledger.balances(until(last + 1)),
    subledger: await tx.ledger.subledger(until(last + 1)),
    general,
  });
}
