import { type Frequency, nestsIn, WINDOWS_IN_YEAR } from '../calendar/window.ts';
import { minorDigits } from '../money/currency.ts';
import type { FormulaKind, Measure, Price, QualifierWindow } from './agreement.ts';
import { checkBaseline } from './checkBaseline.ts';
import { checkClashes } from './checkClashes.ts';
import { checkLimits } from './checkLimits.ts';
import { checkTiers } from './checkTiers.ts';
import { kindOf } from './measureKind.ts';
import { type FileAgreement, type FileTerm, payoutsOf } from './normaliseTerm.ts';
import { whereTheyDiffer } from './paidLines.ts';
import type { RefusalList } from './refusalList.ts';

/** Formulas that hold the same number against the thresholds and under the rate (rulings R4). */
const SAME_MEASURE: readonly FormulaKind[] = ['rolling', 'total', 'aboveThreshold', 'aboveBase'];

/** Windows that are whole months, so that months can be counted back from them. */
const BY_MONTH: readonly Frequency[] = ['month', 'quarter', 'halfYear', 'year'];

/** The rules of one term that span several of its fields. */
export function checkTerm(agreement: FileAgreement, file: FileTerm, list: RefusalList): void {
  checkSide(agreement, file, list);
  checkMeasures(file, list);
  checkTiers(file, file.tiers, list.inside('tiers'));
  checkWindows(agreement, file, list.inside('windows'));
  checkBaseline(file, list);
  checkGates(file, list.inside('gates'));
  checkLimits(file, list);
  checkGroup(file, list.inside('group'));
  checkConversion(file, list.inside('conversion.currency'));
  checkSupplements(agreement, file, list);
  checkApportionment(file, list);
  checkClashes(file, list);
}

/** We owe customers for what we sell them or they sell on; suppliers owe us for what we buy. */
function checkSide({ direction }: FileAgreement, { transactions }: FileTerm, list: RefusalList): void {
  const isMixed =
    (direction === 'customerRebate' && transactions === 'purchase') ||
    (direction === 'supplierRebate' && transactions !== 'purchase');
  list.when(isMixed, 'agreement-side-mismatch', 'transactions', { direction, side: transactions });
}

function checkMeasures(file: FileTerm, list: RefusalList): void {
  const { formula, qualifier } = file;
  const payouts = payoutsOf(file.payout);
  const isShare = qualifier.of === 'share';
  list.when(formula === 'mixShare' && !isShare, 'agreement-share-missing', 'qualifier');
  list.when(formula !== 'mixShare' && isShare, 'agreement-share-refused', 'qualifier', { formula });
  if (isShare) checkShare(qualifier, list.inside('qualifier'));
  else {
    checkMeasure(qualifier, list.inside('qualifier'));
    const isWeighed = formula !== 'weightedMarginal' || kindOf(qualifier) === 'value';
    list.when(!isWeighed, 'agreement-qualifier-not-value', 'qualifier', { formula });
  }
  const differs = SAME_MEASURE.includes(formula) ? whereTheyDiffer(file) : undefined;
  if (differs !== undefined) list.add('agreement-measures-differ', differs, { formula });
  const ids = payouts.map(({ id }) => id);
  const isSingle = file.payout.of !== 'parts';
  for (const [index, { id, measure }] of payouts.entries()) {
    const at = list.inside(isSingle ? 'payout' : `payout.parts[${index}]`);
    at.when(ids.indexOf(id) !== index, 'agreement-id-repeated', 'id', { id });
    checkMeasure(measure, isSingle ? at : at.inside('measure'));
  }
}

/** No product has two prices. */
function checkMeasure(measure: Measure, list: RefusalList): void {
  if (measure.of === 'atPrice') checkPrice(measure.price, list.inside('price'));
  if (measure.of !== 'priceDifference') return;
  checkPrice(measure.higher, list.inside('higher'));
  checkPrice(measure.lower, list.inside('lower'));
}

function checkPrice(price: Price, list: RefusalList): void {
  if (price.source !== 'agreed') return;
  const products = price.prices.map(({ product }) => product);
  list.repeated(products, (index) => `prices[${index}].product`);
}

/** A share is of the same kind of thing: euros of euros, pieces of pieces. */
function checkShare({ part, whole }: { part: Measure; whole: Measure }, list: RefusalList): void {
  list.when(unitOf(part) !== unitOf(whole), 'agreement-share-kinds-differ', 'whole', {
    part: unitOf(part),
    whole: unitOf(whole),
  });
  checkMeasure(part, list.inside('part'));
  checkMeasure(whole, list.inside('whole'));
}

function unitOf(measure: Measure): string {
  if (kindOf(measure) === 'value') return 'value';
  if (measure.of === 'pallets') return measure.counts === 'pallets' ? measure.unit : measure.counts.units;
  return measure.of === 'quantity' ? measure.unit : measure.of;
}

/** So many windows are worked out without waiting; "until further notice" in months is fewer. */
const WINDOWS_MAX = 150_000;

const DAYS_OF: Readonly<Record<Frequency, number>> = {
  day: 1,
  week: 7,
  month: 28,
  quarter: 89,
  halfYear: 181,
  year: 364,
  term: Number.POSITIVE_INFINITY,
};

function checkWindows({ calendar, validity }: FileAgreement, file: FileTerm, list: RefusalList): void {
  const { payout, qualifier, pays, cut, targets } = file.windows;
  const count = (validity.lastDay - validity.firstDay) / DAYS_OF[payout];
  list.when(count > WINDOWS_MAX, 'agreement-windows-too-many', 'payout', { max: String(WINDOWS_MAX) });
  const outer = outerOf(qualifier);
  if (outer !== undefined) {
    const isNested = outer !== payout && nestsIn(calendar, payout, outer);
    list.when(!isNested, 'agreement-windows-not-nested', 'qualifier', { inner: payout, outer });
  }
  const byMonth = BY_MONTH.includes(payout);
  const isRolling = typeof qualifier === 'object' && 'rollingMonths' in qualifier;
  const months = { inner: payout, outer: 'month' };
  list.when(isRolling && !byMonth, 'agreement-windows-not-nested', 'qualifier', months);
  const isToDate = typeof qualifier === 'object' && 'toDate' in qualifier;
  list.when(pays === 'cumulative' && !isToDate, 'agreement-cumulation-refused', 'pays');
  const isCuttable = cut !== 'byMonths' || byMonth || payout === 'term';
  list.when(!isCuttable, 'agreement-cumulation-refused', 'cut');
  if (targets === 'same') return;
  const needed = String(WINDOWS_IN_YEAR[payout]);
  const given = String(targets.percentOfTable.length);
  const isCounted = byMonth && given === needed;
  list.when(!isCounted, 'agreement-targets-count', 'targets.percentOfTable', { needed, given });
}

/** The longer window that the tier is found in. */
function outerOf(qualifier: QualifierWindow): Frequency | undefined {
  if (qualifier === 'payoutWindow' || 'rollingMonths' in qualifier) return undefined;
  return 'within' in qualifier ? qualifier.within : qualifier.toDate;
}

function checkGates({ gates }: FileTerm, list: RefusalList): void {
  if (gates === 'none') return;
  const isTooMany = typeof gates.need === 'number' && gates.need > gates.tests.length;
  list.when(isTooMany, 'agreement-gate-need-too-many', 'need', { tests: String(gates.tests.length) });
  for (const [index, test] of gates.tests.entries()) {
    const at = list.inside(`tests[${index}]`);
    if ('share' in test) checkShare(test.share, at.inside('share'));
    else checkMeasure(test.measure, at.inside('measure'));
  }
}

function checkGroup({ group }: FileTerm, list: RefusalList): void {
  if (group !== 'none') list.percent(group.keptPercent, 'keptPercent');
}

function checkConversion({ conversion: { currency } }: FileTerm, list: RefusalList): void {
  if (currency === 'none' || typeof currency.path !== 'object') return;
  const value = currency.path.through;
  list.when(minorDigits(value) === undefined, 'agreement-currency-unknown', 'path.through', { value });
}

function checkSupplements(agreement: FileAgreement, file: FileTerm, list: RefusalList): void {
  if (file.supplements === 'none') return;
  const { firstDay, lastDay } = agreement.validity;
  const ids = file.supplements.map(({ id }) => id);
  for (const [index, supplement] of file.supplements.entries()) {
    const at = list.inside(`supplements[${index}]`);
    at.when(ids.indexOf(supplement.id) !== index, 'agreement-id-repeated', 'id', { id: supplement.id });
    const isInside = firstDay < supplement.firstDay && supplement.firstDay <= lastDay;
    at.when(!isInside, 'agreement-supplement-outside', 'firstDay');
    const before = file.supplements[index - 1];
    const isLater = before === undefined || before.firstDay < supplement.firstDay;
    at.when(!isLater, 'agreement-supplement-order', 'firstDay');
    checkTiers(file, supplement.tiers, at.inside('tiers'));
  }
}

function checkApportionment({ apportionment, tiers, rounding, group }: FileTerm, list: RefusalList): void {
  const isSequence = tiers.stepValuation === 'sequence';
  const isOutOfSequence = apportionment.by === 'sequence' && !isSequence;
  list.when(isOutOfSequence, 'agreement-apportionment-refused', 'apportionment.by');
  const isGrouped = group !== 'none';
  list.when(isGrouped && isSequence, 'agreement-apportionment-refused', 'tiers.stepValuation');
  list.when(isGrouped && rounding.grain === 'line', 'agreement-apportionment-refused', 'rounding.grain');
}
