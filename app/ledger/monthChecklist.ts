import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import { monthOf } from '../../core/ledger/monthOf.ts';
import type { Tx } from '../ports.ts';

/** What is looked at before a month is closed. */
export const CHECKS = ['calculated', 'quarantined', 'blocked', 'untied', 'unvalued'] as const;
export type Check = (typeof CHECKS)[number];

/** One point of the list: how much is open, and why it is closed all the same. */
export type Checked = { readonly check: Check; readonly open: number; readonly waiver?: string };

/** What does not tie, or has no rate, cannot be waived. */
export type Waivers = Readonly<Partial<Record<Exclude<Check, 'untied' | 'unvalued'>, string>>>;

/** The first month that is open; undefined where nothing stands in the books of the company. */
export async function nextToClose(
  tx: Tx,
  company: string,
  openFrom: LocalDate | undefined,
): Promise<Window | undefined> {
  const first = openFrom ?? (await tx.ledger.firstDay(company));
  return first === undefined ? undefined : monthOf(first);
}

/** The list of a month that ends before `until`, of which so many amounts have no rate. */
export async function monthChecklist(
  tx: Tx,
  { company, waivers }: { readonly company: string; readonly waivers: Waivers },
  until: LocalDate,
  unvalued: number,
): Promise<readonly Checked[]> {
  const batch = await tx.batches.last();
  const due = await tx.agreements.someKnownAt(await tx.runs.due(batch, until - 1), batch);
  const own = due.filter(({ agreement }) => hasPart(agreement, company));
  const { quarantined, blocked, untied } = await tx.ledger.open(company, until);
  const counts = { calculated: own.length, quarantined, blocked, untied, unvalued };
  return CHECKS.map((check) => {
    const isWaivable = check !== 'untied' && check !== 'unvalued';
    const waiver = isWaivable ? waivers[check] : undefined;
    return { check, open: counts[check], ...(waiver !== undefined && { waiver }) };
  });
}

/** Whether an agreement can move the books of a company. */
function hasPart({ company: settling, tradingCompanies, bearsTheRest }: Agreement, company: string): boolean {
  return [settling, ...tradingCompanies, bearsTheRest].includes(company);
}
