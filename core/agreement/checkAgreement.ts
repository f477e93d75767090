import { uncoveredDay } from '../calendar/calendar.ts';
import { formatDate } from '../calendar/localDate.ts';
import type { Window } from '../calendar/window.ts';
import { minorDigits } from '../money/currency.ts';
import { decimalToRational } from '../number/decimal.ts';
import { compare, rational, sumOf } from '../number/rational.ts';
import { joinKey } from '../text/key.ts';
import type { ForecastAccrual } from './agreement.ts';
import { checkYears } from './calendarFormat.ts';
import { kindOf } from './measureKind.ts';
import { type FileAgreement, type FileTerm, payoutsOf } from './normaliseTerm.ts';
import type { RefusalList } from './refusalList.ts';
import { taxTermsOf } from './settlementTax.ts';

/** The rules that span several fields of the agreement, or several terms. */
export function checkAgreement(file: FileAgreement, list: RefusalList): void {
  checkValidity(file, list);
  const codes = { currency: file.currency, 'settlement.currency': file.settlement.currency };
  for (const [at, value] of Object.entries(codes)) {
    list.when(minorDigits(value) === undefined, 'agreement-currency-unknown', at, { value });
  }
  checkCompanies(file, list);
  checkIds(file, list);
  checkExclusive(file.terms, list);
  checkNetting(file.terms, list);
  checkSharedCaps(file, list);
  checkSettlement(file, list.inside('settlement'));
  checkExchange(file, list.inside('settlement'));
}

function checkValidity({ validity, termination, calendar }: FileAgreement, list: RefusalList): void {
  const { firstDay, lastDay } = validity;
  list.when(lastDay < firstDay, 'agreement-validity-empty', 'validity');
  if (lastDay < firstDay) return;
  checkCalendar(calendar, { from: firstDay, until: lastDay + 1 }, list);
  if (termination === 'none') return;
  const isInside = firstDay <= termination.lastDay && termination.lastDay < lastDay;
  list.when(!isInside, 'agreement-termination-outside', 'termination.lastDay');
}

/** Years of weeks follow each other, and cover the validity. */
function checkCalendar(calendar: FileAgreement['calendar'], days: Window, list: RefusalList): void {
  if (!checkYears(calendar, list)) return;
  const gap = uncoveredDay(calendar, days);
  if (gap !== undefined) list.add('agreement-calendar-gap', 'calendar', { day: formatDate(gap) });
}

function checkIds({ terms }: FileAgreement, list: RefusalList): void {
  const ids = terms.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    list.when(ids.indexOf(id) !== index, 'agreement-id-repeated', `terms[${index}].id`, { id });
  }
}

/** Terms of one set agree on how to choose, have ranks of their own, and are at least two. */
function checkExclusive(terms: readonly FileTerm[], list: RefusalList): void {
  const members = terms.flatMap((term, index) =>
    term.exclusive === 'none' ? [] : [{ ...term.exclusive, index, slices: slicesOf(term), term }],
  );
  for (const { set, choice, rank, index, slices, term } of members) {
    const others = members.filter((other) => other.set === set && other.index !== index);
    const at = list.inside(`terms[${index}].exclusive`);
    at.when(others.length === 0, 'agreement-exclusive-alone', 'set', { set });
    const differs = others.some(
      (other) => other.choice !== choice || other.rank === rank || other.slices !== slices,
    );
    at.when(differs, 'agreement-exclusive-differs', '', { set });
    at.when(isPaidAnyway(term), 'agreement-exclusive-refused', '', { set });
  }
}

/**
 * Whether a term would be paid although it loses all its lines: what it pays hangs on no line, or
 * on its tier alone, and the lines stay in the qualifier.
 */
function isPaidAnyway({ formula, floor, guarantee, exclusive, tiers }: FileTerm): boolean {
  const isAlways =
    formula === 'fixed' || guarantee !== 'none' || (floor !== 'none' && floor.when === 'always');
  const hasAmounts = tiers.rows.some(
    ({ amount, parts = [] }) => amount !== undefined || parts.some((part) => part.amount !== undefined),
  );
  const keeps = exclusive !== 'none' && exclusive.loserQualifier === 'keeps';
  return isAlways || (hasAmounts && keeps);
}

/** What decides which days the amounts of a term are for, as a text: terms with the same one pay side by side. */
function slicesOf({ windows: { payout, pays, qualifier }, supplements }: FileTerm): string {
  const cuts = (supplements === 'none' ? [] : supplements).filter(({ touches }) => touches === 'linesFrom');
  const since = pays === 'cumulative' && typeof qualifier === 'object' && 'toDate' in qualifier;
  const days = cuts.map(({ firstDay }) => String(firstDay));
  return [payout, since ? qualifier.toDate : '', ...days].join(' ');
}

function checkNetting(terms: readonly FileTerm[], list: RefusalList): void {
  const byId = new Map(terms.map((term) => [term.id, term]));
  for (const [index, term] of terms.entries()) {
    if (term.netting === 'none') continue;
    const at = list.inside(`terms[${index}].netting`);
    at.repeated(term.netting.of, (place) => `of[${place}]`);
    for (const [place, id] of term.netting.of.entries()) {
      at.when(!byId.has(id), 'agreement-netting-unknown', `of[${place}]`, { term: id });
    }
    const cycle = cycleFrom(term.id, byId);
    if (cycle !== undefined) at.add('agreement-netting-cycle', 'of', { cycle: cycle.join(' → ') });
    const isValue = payoutsOf(term.payout).every(({ measure }) => measure.of === 'value');
    at.when(!isValue, 'agreement-netting-not-value');
    const { qualifier } = term;
    const measures = qualifier.of === 'share' ? [qualifier.part, qualifier.whole] : [qualifier];
    const lowersValue = measures.every(({ of }) => of === 'value');
    at.when(
      term.netting.lowers === 'payoutAndQualifier' && !lowersValue,
      'agreement-netting-not-value',
      'lowers',
    );
  }
}

/** The way from a term back to itself; undefined where there is none. Each other term is entered once. */
function cycleFrom(
  id: string,
  byId: ReadonlyMap<string, FileTerm>,
  path: readonly string[] = [],
  entered: Set<string> = new Set(),
): readonly string[] | undefined {
  if (path[0] === id) return [...path, id];
  if (entered.has(id)) return undefined;
  entered.add(id);
  const netting = byId.get(id)?.netting ?? 'none';
  for (const inner of netting === 'none' ? [] : netting.of) {
    const cycle = cycleFrom(inner, byId, [...path, id], entered);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

function checkSharedCaps({ sharedCaps, terms }: FileAgreement, list: RefusalList): void {
  if (sharedCaps === 'none') return;
  const ids = sharedCaps.map(({ id }) => id);
  for (const [index, cap] of sharedCaps.entries()) {
    const at = list.inside(`sharedCaps[${index}]`);
    at.when(ids.indexOf(cap.id) !== index, 'agreement-id-repeated', 'id', { id: cap.id });
    for (const [place, id] of cap.terms.entries()) {
      const isKnown = terms.some((term) => term.id === id) && cap.terms.indexOf(id) === place;
      at.when(!isKnown, 'agreement-shared-cap-unknown', `terms[${place}]`, { term: id });
    }
    const capped = terms.filter(({ id }) => cap.terms.includes(id));
    at.when(new Set(capped.map(slicesOf)).size > 1, 'agreement-shared-cap-windows-differ', 'terms');
  }
}

/** Several companies of ours: each once, one of them for the rest; tax has no lines, so that nobody else bears it. */
function checkCompanies({ company, settlement }: FileAgreement, list: RefusalList): void {
  if (typeof company === 'string') return;
  const { settling, trading, withoutLines } = company;
  list.repeated(trading, (index) => `company.trading[${index}]`);
  const isOne = [settling, ...trading].includes(withoutLines);
  list.when(!isOne, 'agreement-company-unknown', 'company.withoutLines', { company: withoutLines });
  const isBorneByOthers = [...trading, withoutLines].some((code) => code !== settling);
  const isTaxed = taxTermsOf(settlement.tax).amounts === 'taxInclusive';
  list.when(isBorneByOthers && isTaxed, 'agreement-company-tax-inclusive', 'settlement.tax.amounts');
}

/** What only one direction has, and percents that are no more than everything. */
function checkSettlement({ direction, settlement, terms }: FileAgreement, list: RefusalList): void {
  const { claim, method, interimPercent } = settlement;
  const isOurs = direction === 'supplierRebate';
  const facts = { direction };
  const wrongClaim = claim.rule === (isOurs ? 'partnerClaims' : 'weClaim') && direction !== 'neither';
  list.when(wrongClaim, 'agreement-settlement-mismatch', 'claim.rule', { ...facts, value: claim.rule });
  const wrongMethod = method === (isOurs ? 'creditNote' : 'debitNote') && direction !== 'neither';
  list.when(wrongMethod, 'agreement-settlement-mismatch', 'method', { ...facts, value: method });
  const { recognition } = settlement;
  if (recognition !== undefined) {
    const value = { ...facts, value: recognition };
    list.when(direction === 'customerRebate', 'agreement-settlement-mismatch', 'recognition', value);
  }
  list.percent(interimPercent, 'interimPercent');
  const { treatment, rate } = taxTermsOf(settlement.tax);
  const isUntaxed = treatment === 'outsideScope' || treatment === 'nonAdjacentPayer';
  const wrongRate = isUntaxed && rate !== 'none';
  list.when(wrongRate, 'agreement-settlement-mismatch', 'tax.rate', { ...facts, value: treatment });
  if (settlement.nettingWith !== 'none') {
    list.repeated(settlement.nettingWith, (index) => `nettingWith[${index}]`);
  }

  checkAccrual(settlement, terms, list.inside('accrual'));
}

/**
 * A rate needs two currencies. Goods are worth what the agreement says, and deductions and claims of ours are in
 * its currency: none of them is converted.
 */
function checkExchange({ currency, direction, settlement }: FileAgreement, list: RefusalList): void {
  const { exchange, method, claim } = settlement;
  if (exchange === undefined) return;
  const wrong = [
    ...(settlement.currency === currency ? [currency] : []),
    ...(method === 'goods' || method === 'deduction' ? [method] : []),
    ...(claim.rule === 'weClaim' ? [claim.rule] : []),
  ];
  for (const value of wrong) list.add('agreement-settlement-mismatch', 'exchange', { direction, value });
  if ('fixed' in exchange || typeof exchange.path !== 'object') return;
  const { through: value } = exchange.path;
  list.when(minorDigits(value) === undefined, 'agreement-currency-unknown', 'exchange.path.through', {
    value,
  });
}

/** A volume is expected of one term by one partner once, and where a volume is what is measured. */
function checkForecast({ forecast }: ForecastAccrual, terms: readonly FileTerm[], list: RefusalList): void {
  const seen = new Set<string>();
  for (const [index, { term, partner }] of forecast.entries()) {
    const at = list.inside(`forecast[${index}]`);
    const pair = joinKey(term, partner);
    at.when(seen.has(pair), 'agreement-entry-repeated', 'partner', { value: partner });
    seen.add(pair);
    const qualifier = terms.find(({ id }) => id === term)?.qualifier;
    const isVolume = qualifier !== undefined && qualifier.of !== 'share';
    at.when(!isVolume, 'agreement-accrual-forecast-refused', 'term', { term });
  }
}

/** Scenarios are all that can happen: their probabilities are 100 percent together. */
function checkAccrual(
  { accrual }: FileAgreement['settlement'],
  terms: readonly FileTerm[],
  list: RefusalList,
): void {
  if (typeof accrual === 'string') return;
  if ('forecast' in accrual) {
    checkForecast(accrual, terms, list);
    return;
  }
  if ('percent' in accrual) {
    list.percent(accrual.percent, 'percent');
    for (const term of terms) {
      const isRated =
        term.windows.pays === 'own' &&
        payoutsOf(term.payout).every(({ measure }) => kindOf(measure) === 'value');
      list.when(!isRated, 'agreement-accrual-rate-refused', 'percent', { term: term.id });
    }
    return;
  }
  const sum = sumOf(accrual.scenarios.map(({ probability }) => decimalToRational(probability)));
  const isWhole = compare(sum, rational(100n)) === 0;
  list.when(!isWhole, 'agreement-accrual-probabilities', 'scenarios');
  if (accrual.constraint !== 'none') list.percent(accrual.constraint.confidence, 'constraint.confidence');
}
