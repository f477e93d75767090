import { lineAmounts } from '../../core/accrual/lineAmounts.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import { calculatedOf } from '../../core/earning/earning.ts';
import type { Line } from '../../core/fact/line.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import { recognisedBy } from '../calculation/borneDifferences.ts';
import { CompanyShares } from '../calculation/companyShares.ts';
import { inputsOf } from '../calculation/inputsAt.ts';
import { linesOf } from '../calculation/linesOf.ts';
import { isParallel } from '../calculation/takenOverOf.ts';
import { earnings, type WorkedEarning, workedOf } from '../calculation/targetLayers.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';

/** Which accruals; the days are those on which lines act, both belong to it. */
export type AccrualPart = {
  readonly company?: string;
  readonly agreement?: string;
  readonly first?: LocalDate;
  readonly last?: LocalDate;
};

/**
 * What the books have recognised for one line, or for an account without lines: what was approved beside
 * the terms, taken over, or paid without sales. Units: minor.
 */
export type LineAccrual = {
  readonly company: string;
  readonly agreement: string;
  readonly term: string;
  readonly partner: string;
  readonly window: Window;
  /** The day that the line acts on; of what has no line the last one of the window. */
  readonly day: LocalDate;
  readonly currency: string;
  readonly minor: bigint;
  readonly line?: Line;
};

/** Whether there is such a part. Refuses: company-not-found, agreement-not-found. */
export function checkAccruals(
  ports: Ports,
  tenant: TenantId,
  { company, agreement }: AccrualPart,
): Promise<Result<undefined>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (company !== undefined && !(await tx.company.all()).some(({ code }) => code === company))
      return refused(refuse('company-not-found', 'company', { company }));
    const batch = await tx.batches.last();
    if (agreement !== undefined && (await tx.agreements.knownAt(agreement, batch)) === undefined)
      return refused(refuse('agreement-not-found', 'agreement', { id: agreement }));
    return accept(undefined);
  });
}

/**
 * Gives what is recognised, line by line as of the last calculation of each agreement, to `write`, inside
 * one transaction that reads. Without a part the rows of an account sum to what the books hold of it, and
 * those of consecutive days to those of all. Source: rulings R1, R20.
 */
export function exportAccruals<T>(
  ports: Ports,
  tenant: TenantId,
  part: AccrualPart,
  write: (pages: AsyncIterable<readonly LineAccrual[]>) => Promise<T>,
): Promise<T> {
  return ports.store.inTenant(tenant, (tx) => write(accrualPages(tx, part)));
}

/** What is recognised line by line, a page for each agreement, in the order of their codes. */
export async function* accrualPages(tx: Tx, part: AccrualPart): AsyncGenerator<readonly LineAccrual[]> {
  const known = await tx.agreements.allKnownAt(await tx.batches.last());
  const codes = known.map(({ code }) => code).filter((code) => (part.agreement ?? code) === code);
  for (const code of codes.sort(compareTexts)) {
    const page = (await accrualsOf(tx, code)).filter((accrual) => isIn(part, accrual));
    if (page.length > 0) yield page;
  }
}

function isIn({ company, first, last }: AccrualPart, accrual: LineAccrual): boolean {
  const { day } = accrual;
  return (company ?? accrual.company) === accrual.company && (first ?? day) <= day && day <= (last ?? day);
}

async function accrualsOf(tx: Tx, code: string): Promise<LineAccrual[]> {
  const run = await tx.runs.last(code);
  const stored = run && (await tx.agreements.knownAt(code, run.batch));
  if (run === undefined || stored === undefined) return [];
  const { agreement } = stored;
  const inputs = await inputsOf(tx, agreement, await tx.lines.knownAt(run.batch, linesOf(agreement)), run);
  if (isParallel(inputs)) return [];
  const recognised = recognisedBy(inputs, await tx.bookings.balancesUnlocked(code));
  const shares = new CompanyShares();
  return [...workedOf(inputs, earnings(inputs))].flatMap(([key, worked]) => {
    const minor = [...(recognised.get(key)?.values() ?? [])].reduce((sum, own) => sum + own, 0n);
    return minor === 0n ? [] : dealt(worked, minor, shares);
  });
}

/** What each line has of the amount, and what none has. */
function dealt({ earning, inputs }: WorkedEarning, minor: bigint, shares: CompanyShares): LineAccrual[] {
  const { agreement } = inputs;
  const { term, partner, window, amount } = earning;
  const place = { agreement: agreement.id, term, partner, window, currency: amount.currency };
  const beside = amount.minor - calculatedOf(earning).minor;
  const behind = shares.linesOf({ earning, inputs, beside });
  const placedOn = new Map(behind.map((share) => [share.line, share.placedOn]));
  const lines = lineAmounts(earning, minor - beside, behind);
  const rest = lines === undefined ? minor : beside;
  const company = earning.isTakenOver ? agreement.company : agreement.bearsTheRest;
  const day = window.until - 1;
  return [
    ...(lines ?? []).map(({ line, minor: own }): LineAccrual => {
      return { ...place, company: line.company, day: placedOn.get(line) ?? day, minor: own, line };
    }),
    ...(rest === 0n ? [] : [{ ...place, company, day, minor: rest }]),
  ];
}
