import { lineAmounts } from '../../core/accrual/lineAmounts.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import { calculatedOf } from '../../core/earning/earning.ts';
import type { Line } from '../../core/fact/line.ts';
import { looksAcrossPartners } from '../../core/plan/acrossPartners.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import { type Borne, recognisedBy } from '../calculation/borneDifferences.ts';
import { CompanyShares } from '../calculation/companyShares.ts';
import { inputsOf } from '../calculation/inputsAt.ts';
import { linesOfPartners } from '../calculation/linesOf.ts';
import { isParallel } from '../calculation/takenOverOf.ts';
import { earnings, type Inputs, type WorkedEarning, workedOf } from '../calculation/targetLayers.ts';
import type { BookedBalance, Ports, TenantId, Tx } from '../ports.ts';

/** Partners of one page. */
const AT_ONCE = 50;

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

/**
 * What is recognised line by line, in the order of the codes of agreements; of an agreement of many partners
 * in pages of some of them, where none looks at the lines of others.
 */
export async function* accrualPages(tx: Tx, part: AccrualPart): AsyncGenerator<readonly LineAccrual[]> {
  const known = await tx.agreements.allKnownAt(await tx.batches.last());
  const codes = known.map(({ code }) => code).filter((code) => (part.agreement ?? code) === code);
  for (const code of codes.sort(compareTexts)) {
    for await (const accruals of accrualsOf(tx, code)) {
      const page = accruals.filter((accrual) => isIn(part, accrual));
      if (page.length > 0) yield page;
    }
  }
}

function isIn({ company, first, last }: AccrualPart, accrual: LineAccrual): boolean {
  const { day } = accrual;
  return (company ?? accrual.company) === accrual.company && (first ?? day) <= day && day <= (last ?? day);
}

async function* accrualsOf(tx: Tx, code: string): AsyncGenerator<readonly LineAccrual[]> {
  const run = await tx.runs.last(code);
  const stored = run && (await tx.agreements.knownAt(code, run.batch));
  if (run === undefined || stored === undefined) return;
  const { agreement } = stored;
  const inputs = await inputsOf(tx, agreement, [], run);
  if (isParallel(inputs)) return;
  const balances = await tx.bookings.balancesUnlocked(code);
  const recognised = recognisedBy(inputs, balances);
  const shares = new CompanyShares();
  for (const partners of partnersAtOnce(inputs, balances)) {
    const lines = await tx.lines.knownAt(run.batch, linesOfPartners(agreement, partners));
    yield recognisedOf({ ...inputs, lines }, { partners: new Set(partners), recognised, shares });
  }
}

/** Whoever has an account, so many at once that neither the memory nor the time until the first row grows with them. */
function partnersAtOnce(
  { agreement, takenOver }: Inputs,
  balances: readonly BookedBalance[],
): readonly (readonly string[])[] {
  const opened = (takenOver?.openings ?? []).map(({ partner }) => partner);
  const all = [...new Set([...balances.map(({ account }) => account.partner), ...opened])].sort(compareTexts);
  const most = looksAcrossPartners(agreement) ? all.length : AT_ONCE;
  return Array.from({ length: Math.ceil(all.length / most) }, (_, at) =>
    all.slice(at * most, (at + 1) * most),
  );
}

function recognisedOf(
  inputs: Inputs,
  {
    partners,
    recognised,
    shares,
  }: { partners: ReadonlySet<string>; recognised: Borne; shares: CompanyShares },
): readonly LineAccrual[] {
  return [...workedOf(inputs, earnings(inputs))].flatMap(([key, worked]) => {
    const minor = [...(recognised.get(key)?.values() ?? [])].reduce((sum, own) => sum + own, 0n);
    return minor === 0n || !partners.has(worked.earning.partner) ? [] : dealt(worked, minor, shares);
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
