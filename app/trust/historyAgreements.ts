import type { Agreement, Condition, Term } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { HistoryAgreement, HistoryTier } from '../../core/trust/history.ts';
import type { MasterKind, MasterRow } from '../ports.ts';
import { basisPoints, millionths, minorNumber } from './historyNumbers.ts';

/** Master data as it stands: what conditions of an agreement look at. */
export type Standing = Readonly<Record<Extract<MasterKind, 'partner' | 'product'>, readonly MasterRow[]>>;

const WINDOWS = { month: 'month', quarter: 'quarter', year: 'year', term: 'whole' } as const;
const RETROACTIVE = { wholeVolume: true, marginal: false } as const;

/**
 * An agreement as detectors look at it: one ladder on the value or quantity of lines that partners and products alone decide. Undefined
 * for any other one: what is reduced wrongly would be found wrongly.
 */
export function historyAgreement(
  code: string,
  agreement: Agreement,
  { standing, today }: { readonly standing: Standing; readonly today: LocalDate },
): HistoryAgreement | undefined {
  const { direction, validity, currency, terms, settlement } = agreement;
  const [term, ...others] = terms;
  if (term === undefined || others.length > 0 || direction === 'neither') return undefined;
  const ladder = ladderOf(term, agreement);
  const covered = coveredBy(agreement, term, standing);
  if (ladder === undefined || covered === undefined) return undefined;
  const { deadlineDays, rule } = settlement.claim;
  const guaranteed = term.guarantee === 'none' ? undefined : minorNumber(term.guarantee.amount, currency);
  return {
    ...{ agreement: code, name: agreement.name.en, currency, from: validity.from, categories: [] },
    side: direction === 'supplierRebate' ? 'supplier' : 'customer',
    state: validity.until <= today ? 'ended' : 'active',
    ...(Number.isFinite(validity.until) && { until: validity.until }),
    ...covered,
    ...ladder,
    ...(guaranteed !== undefined && { guaranteed }),
    ...(deadlineDays !== 'none' && rule !== 'automatic' && { claimWithin: deadlineDays }),
  };
}

type Ladder = Pick<HistoryAgreement, 'basis' | 'unit' | 'retroactive' | 'tiers' | 'windows'>;

function ladderOf(term: Term, { calendar, currency }: Agreement): Ladder | undefined {
  const { qualifier, formula, windows: asked, payouts } = term;
  const windows = WINDOWS[asked.payout as keyof typeof WINDOWS];
  const retroactive = RETROACTIVE[formula as keyof typeof RETROACTIVE];
  const [payout] = payouts;
  if (windows === undefined || retroactive === undefined || payout === undefined) return undefined;
  if (calendar !== 'gregorian' || asked.qualifier !== 'payoutWindow' || payouts.length > 1) return undefined;
  if (!isPlain(term) || payout.measure.of !== qualifier.of) return undefined;
  const basis = basisOf(term);
  const tiers = term.tiers.rows.map((row) => {
    const [rate] = row.rates;
    const from = qualifier.of === 'value' ? minorNumber(row.from, currency) : millionths(row.from);
    return tierOf(from, rate, currency);
  });
  if (basis === undefined || tiers.includes(undefined)) return undefined;
  return { ...basis, retroactive, windows, tiers: tiers as readonly HistoryTier[] };
}

function basisOf({ qualifier }: Term): Pick<Ladder, 'basis' | 'unit'> | undefined {
  if (qualifier.of === 'value') return qualifier.basis === 'net' ? { basis: 'value' } : undefined;
  if (qualifier.of !== 'quantity' || qualifier.basis !== 'invoiced') return undefined;
  return { basis: 'quantity', unit: qualifier.unit };
}

function tierOf(
  from: number,
  rate: Term['tiers']['rows'][number]['rates'][number] | undefined,
  currency: string,
): HistoryTier | undefined {
  if (rate?.pays === 'percent') return { from, rate: basisPoints(rate.rate) };
  return rate?.pays === 'perUnit' ? { from, perUnit: minorNumber(rate.rate, currency) } : undefined;
}

/** Nothing but the lines of a partner decides. */
function isPlain({ gates, group, netting, baseline, supplements, eligibility, qualifier }: Term): boolean {
  const { payment, submission, exclude } = eligibility;
  const isAny = payment === 'any' && submission === 'any' && exclude.length === 0;
  const isAlone = gates === 'none' && group === 'none' && netting === 'none' && supplements === 'none';
  return (
    isAny && isAlone && baseline === undefined && !('where' in qualifier && qualifier.where !== undefined)
  );
}

/** Undefined: something else than partners and products decides, or nobody takes part. */
function coveredBy(
  { participants }: Agreement,
  { eligibility }: Term,
  standing: Standing,
): Pick<HistoryAgreement, 'partners' | 'products'> | undefined {
  const conditions = [...participants, ...eligibility.include];
  const of = (kind: keyof Standing) => conditions.filter(({ attribute }) => attribute.startsWith(`${kind}.`));
  const [byPartner, byProduct] = [of('partner'), of('product')];
  if (byPartner.length + byProduct.length < conditions.length || conditions.some((one) => 'under' in one))
    return undefined;
  const partners = meeting('partner', byPartner, standing);
  const products = meeting('product', byProduct, standing);
  const isEmpty = (asked: readonly Condition[], codes: readonly string[]) =>
    asked.length > 0 && codes.length === 0;
  return isEmpty(byPartner, partners) || isEmpty(byProduct, products) ? undefined : { partners, products };
}

/** The codes that meet all conditions; none where there is no condition: all of them do. */
function meeting(kind: keyof Standing, conditions: readonly Condition[], standing: Standing): string[] {
  if (conditions.length === 0) return [];
  const meets = ({ code, attributes }: MasterRow) =>
    conditions.every((condition) => {
      const name = condition.attribute.slice(kind.length + 1);
      const value = name === 'code' ? code : attributes[name];
      if ('in' in condition) return value !== undefined && condition.in.includes(value);
      return 'notIn' in condition && (value === undefined || !condition.notIn.includes(value));
    });
  return standing[kind].filter(meets).map(({ code }) => code);
}
