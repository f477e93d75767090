import type { Agreement, Condition, Term } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import type { HistoryAgreement, HistoryTier } from '../../core/trust/history.ts';
import type { MasterRow } from '../ports.ts';
import { basisPoints, millionths, minorNumber } from './historyNumbers.ts';

type MasterOf = 'partner' | 'product';

/** Master data as it stands: what conditions of an agreement look at; and our companies. */
export type Standing = Readonly<Record<MasterOf, readonly MasterRow[]>> & {
  readonly companies: readonly string[];
};

const WINDOWS = { month: 'month', quarter: 'quarter', year: 'year', term: 'whole' } as const;
const RETROACTIVE = { wholeVolume: true, marginal: false } as const;

/**
 * An agreement as detectors look at it: one ladder on the value or quantity of lines that partners and products alone decide; of several
 * terms only what they cover together, and when. Undefined for any other one: what is reduced wrongly would be found wrongly.
 */
export function historyAgreement(
  code: string,
  agreement: Agreement,
  { standing, today }: { readonly standing: Standing; readonly today: LocalDate },
): HistoryAgreement | undefined {
  const { direction, currency, terms, settlement } = agreement;
  const [term, ...others] = terms;
  if (term === undefined || direction === 'neither') return undefined;
  const traded = direction === 'supplierRebate' ? 'purchase' : 'sale';
  if (terms.some(({ transactions }) => transactions !== traded)) return undefined;
  if (!standing.companies.every((company) => agreement.tradingCompanies.includes(company))) return undefined;
  const ladder = others.length > 0 ? UNREAD : ladderOf(term, agreement);
  const covered = together(terms.map((one) => coveredBy(agreement, one, standing)));
  if (ladder === undefined || covered === undefined) return undefined;
  const { deadlineDays, rule } = settlement.claim;
  const { from, until } = inForce(agreement);
  const guaranteed =
    others.length > 0 || term.guarantee === 'none' ? undefined : minorNumber(term.guarantee.amount, currency);
  return {
    ...{ agreement: code, name: agreement.name.en, currency, from, categories: [] },
    side: direction === 'supplierRebate' ? 'supplier' : 'customer',
    state: until <= today ? 'ended' : 'active',
    until,
    ...covered,
    ...ladder,
    ...(guaranteed !== undefined && { guaranteed }),
    ...(deadlineDays !== 'none' && rule !== 'automatic' && { claimWithin: deadlineDays }),
  };
}

/** Until it ends, or was ended before. */
function inForce({ validity, termination }: Agreement): Window {
  if (termination === 'none') return validity;
  return { from: validity.from, until: Math.min(validity.until, termination.lastDay + 1) };
}

type Ladder = Pick<HistoryAgreement, 'basis' | 'unit' | 'retroactive' | 'tiers' | 'windows'>;

/** Of several terms no tier is read. */
const UNREAD: Ladder = { basis: 'value', retroactive: false, windows: 'whole', tiers: [] };

type Covered = Pick<HistoryAgreement, 'partners' | 'products'>;

/** What any of the terms covers; an empty list is everything. Undefined where one of them cannot be told. */
function together(terms: readonly (Covered | undefined)[]): Covered | undefined {
  const known = terms.filter((one) => one !== undefined);
  if (known.length < terms.length) return undefined;
  const all = (of: keyof Covered) =>
    known.some((one) => one[of].length === 0) ? [] : [...new Set(known.flatMap((one) => one[of]))];
  return { partners: all('partners'), products: all('products') };
}

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

/** Nothing but the lines of a partner decides, as they stand on their invoices. */
function isPlain(term: Term): boolean {
  const { gates, group, netting, baseline, supplements, eligibility, qualifier, conversion } = term;
  const { payment, submission, exclude } = eligibility;
  const isAny = payment === 'any' && submission === 'any' && exclude.length === 0;
  const isInvoiced = term.date === 'invoice' && conversion.units === 'none' && conversion.currency === 'none';
  const isAlone = gates === 'none' && group === 'none' && netting === 'none' && supplements === 'none';
  const isWhole = term.limits === 'none' || term.limits.every(({ of }) => of === 'amount');
  const isUnparted = !('where' in qualifier && qualifier.where !== undefined);
  return isAny && isAlone && isInvoiced && isWhole && isUnparted && baseline === undefined;
}

/** Undefined: something else than partners and products decides, or nobody takes part. */
function coveredBy(
  { participants }: Agreement,
  { eligibility }: Term,
  standing: Standing,
): Pick<HistoryAgreement, 'partners' | 'products'> | undefined {
  const conditions = [...participants, ...eligibility.include];
  const of = (kind: MasterOf) => conditions.filter(({ attribute }) => attribute.startsWith(`${kind}.`));
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
function meeting(kind: MasterOf, conditions: readonly Condition[], standing: Standing): string[] {
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
