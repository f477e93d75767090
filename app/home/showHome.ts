import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { LedgerRole } from '../../core/ledger/ledgerRole.ts';
import type { Caller } from '../access/caller.ts';
import { businessDay } from '../businessDay.ts';
import type { LastImport } from '../ports/receivedStore.ts';
import type { EarningTotal, MonthEarned, Ports, Tx } from '../ports.ts';
import { agreementDuties } from './agreementDuties.ts';
import { type AtRisk, claimDuties } from './claimDuties.ts';
import { DUTY_KINDS, type WaitingDuty } from './duty.ts';
import { factDuties } from './factDuties.ts';
import { moneyDuties } from './moneyDuties.ts';
import { trustDuties } from './trustDuties.ts';

/** What stands in the books, by what it is for and currency. Units: minor; owed and owing are both above zero. */
export type HomeBalance = { readonly role: HomeRole; readonly currency: string; readonly minor: bigint };

export const HOME_ROLES = [
  'accruedLiability',
  'accruedReceivable',
  'claimedReceivable',
  'partnerPayable',
  'partnerReceivable',
  'bankClearing',
] as const satisfies readonly LedgerRole[];
export type HomeRole = (typeof HOME_ROLES)[number];

/** Liabilities stand in the books on the other side. */
const LIABILITIES: readonly HomeRole[] = ['accruedLiability', 'partnerPayable', 'bankClearing'];

export type Home = {
  readonly day: LocalDate;
  readonly batch: number;
  /** What waits for whoever asks and for others, the most pressing first. */
  readonly duties: readonly WaitingDuty[];
  readonly earned: readonly EarningTotal[];
  readonly paid: readonly {
    readonly direction: EarningTotal['direction'];
    readonly currency: string;
    readonly minor: bigint;
  }[];
  readonly balances: readonly HomeBalance[];
  readonly atRisk: AtRisk;
  readonly months: readonly MonthEarned[];
  readonly lastImport?: LastImport;
  /** Agreements that are calculated again. */
  readonly due: number;
};

const MONTHS = 12;

/** Where things stand for whoever asks, of what they may see: what waits, what it comes to, how it went. */
export function showHome(ports: Ports, caller: Caller): Promise<Home> {
  return ports.store.inTenant(caller.tenant, async (tx) => {
    const day = await businessDay(tx, ports.clock);
    const batch = await tx.batches.last();
    const question = { tx, caller, day, now: ports.clock.now() };
    const claims = await claimDuties(question);
    const duties = [
      ...(await factDuties(question)),
      ...(await moneyDuties(question)),
      ...(await trustDuties(question)),
      ...(await agreementDuties(question)),
      ...claims.duties,
    ];
    const lastImport = caller.scopes.has('facts:read') ? await tx.received.lastImport() : undefined;
    return {
      ...{ day, batch, duties: await named(tx, day, batch, inOrder(duties)), atRisk: claims.atRisk },
      ...(await earnings(tx, caller, day)),
      balances: caller.scopes.has('ledger:read') ? await balances(tx, batch, day) : [],
      due: await tx.runs.dueCount(batch, day),
      ...(lastImport && { lastImport }),
    };
  });
}

async function earnings(
  tx: Tx,
  { scopes }: Caller,
  day: LocalDate,
): Promise<Pick<Home, 'earned' | 'paid' | 'months'>> {
  if (!scopes.has('earnings:read')) return { earned: [], paid: [], months: [] };
  const { totals } = await tx.earnings.list({ limit: 1 });
  const moved = await tx.earnings.moneyMoved({});
  const paid = moved.map(({ direction, currency, paidMinor: minor }) => ({ direction, currency, minor }));
  return { earned: totals, paid, months: await tx.earnings.byMonth({ until: day, months: MONTHS }) };
}

async function balances(tx: Tx, batch: number, day: LocalDate): Promise<readonly HomeBalance[]> {
  const sums = new Map<string, HomeBalance>();
  for (const { role, currency, minor } of await tx.ledger.balances({ batch, until: day + 1 })) {
    const known = HOME_ROLES.find((one) => one === role);
    if (known === undefined) continue;
    const signed = LIABILITIES.includes(known) ? -minor : minor;
    const key = `${known} ${currency}`;
    sums.set(key, { role: known, currency, minor: (sums.get(key)?.minor ?? 0n) + signed });
  }
  return [...sums.values()].filter(({ minor }) => minor !== 0n);
}

/** So many are shown at once. */
const SHOWN_MAX = 100;

/** The first of them, with what their partners are called. */
async function named(
  tx: Tx,
  effective: LocalDate,
  batch: number,
  duties: readonly WaitingDuty[],
): Promise<readonly WaitingDuty[]> {
  const shown = duties.slice(0, SHOWN_MAX);
  const codes = [...new Set(shown.flatMap(({ partner }) => partner ?? []))];
  const found = await tx.master.page({ effective, batch, kind: 'partner', codes, limit: codes.length });
  const names = new Map(found.map(({ code, name }) => [code, name]));
  return shown.map((duty) => {
    const partnerName = names.get(duty.partner ?? '');
    return { ...duty, ...(partnerName !== undefined && { partnerName }) };
  });
}

const LATER = Number.POSITIVE_INFINITY;

/** One's own before those of others; then by deadline, then by kind, then the oldest. */
function inOrder(duties: readonly WaitingDuty[]): readonly WaitingDuty[] {
  return duties.toSorted(
    (a, b) =>
      Number(b.isMine) - Number(a.isMine) ||
      compare(a.due ?? LATER, b.due ?? LATER) ||
      DUTY_KINDS.indexOf(a.kind) - DUTY_KINDS.indexOf(b.kind) ||
      (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0),
  );
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
