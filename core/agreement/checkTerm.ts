import { type Frequency, nestsIn, WINDOWS_IN_YEAR } from '../calendar/window.ts';
import type { FormulaKind, Measure, Qualifier } from './agreement.ts';
import { checkTiers, isPlain, kindOf, sameMeasure } from './checkTiers.ts';
import { type FileAgreement, type FileTerm, payoutsOf } from './normaliseTerm.ts';
import type { RefusalList } from './refusalList.ts';

const GROWTH: readonly FormulaKind[] = ['growthWhole', 'growthIncrement', 'growthMarginal', 'aboveBase'];

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
  checkSupplements(agreement, file, list);
  checkApportionment(file, list);
}

/** We owe customers for what we sell them; suppliers owe us for what we buy. */
function checkSide({ direction }: FileAgreement, { transactions }: FileTerm, list: RefusalList): void {
  const isMixed =
    (direction === 'customerRebate' && transactions === 'purchase') ||
    (direction === 'supplierRebate' && transactions === 'sale');
  list.when(isMixed, 'agreement-side-mismatch', 'transactions', { direction, side: transactions });
}

function checkMeasures({ formula, qualifier, payout }: FileTerm, list: RefusalList): void {
  const payouts = payoutsOf(payout);
  const isShare = qualifier.of === 'share';
  list.when(formula === 'mixShare' && !isShare, 'agreement-share-missing', 'qualifier');
  list.when(formula !== 'mixShare' && isShare, 'agreement-share-refused', 'qualifier', { formula });
  if (isShare) checkShare(qualifier, list.inside('qualifier'));
  const differs = payouts.some(({ measure }) => !sameMeasure(qualifier, measure));
  list.when(SAME_MEASURE.includes(formula) && differs, 'agreement-measures-differ', 'payout', { formula });
  const isWeighted = qualifier.of !== 'share' && kindOf(qualifier) === 'value';
  list.when(formula === 'weightedMarginal' && !isWeighted, 'agreement-measures-differ', 'qualifier', {
    formula,
  });
  const ids = payouts.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    list.when(ids.indexOf(id) !== index, 'agreement-id-repeated', `payout.parts[${index}].id`, { id });
  }
}

/** A share is of the same kind of thing: euros of euros, pieces of pieces. */
function checkShare({ part, whole }: { part: Measure; whole: Measure }, list: RefusalList): void {
  list.when(unitOf(part) !== unitOf(whole), 'agreement-share-kinds-differ', 'whole', {
    part: unitOf(part),
    whole: unitOf(whole),
  });
}

function unitOf(measure: Measure): string {
  if (kindOf(measure) === 'value') return 'value';
  if (measure.of === 'pallets') return measure.counts === 'pallets' ? measure.unit : measure.counts.units;
  return measure.of === 'quantity' ? measure.unit : measure.of;
}

function checkWindows({ calendar }: FileAgreement, file: FileTerm, list: RefusalList): void {
  const { payout, qualifier, pays, cut, targets } = file.windows;
  const outer =
    typeof qualifier === 'object'
      ? 'within' in qualifier
        ? qualifier.within
        : 'toDate' in qualifier
          ? qualifier.toDate
          : undefined
      : undefined;
  if (outer !== undefined) {
    const isNested = outer !== payout && nestsIn(calendar, payout, outer);
    list.when(!isNested, 'agreement-windows-not-nested', 'qualifier', { inner: payout, outer });
  }
  const isRolling = typeof qualifier === 'object' && 'rollingMonths' in qualifier;
  list.when(isRolling && !BY_MONTH.includes(payout), 'agreement-windows-not-nested', 'qualifier', {
    inner: payout,
    outer: 'month',
  });
  const isToDate = typeof qualifier === 'object' && 'toDate' in qualifier;
  list.when(pays === 'cumulative' && !isToDate, 'agreement-cumulation-refused', 'pays');
  list.when(
    cut === 'byMonths' && !BY_MONTH.includes(payout) && payout !== 'term',
    'agreement-cumulation-refused',
    'cut',
  );
  if (targets !== 'same') {
    const needed = WINDOWS_IN_YEAR[payout];
    const given = targets.percentOfTable.length;
    const isCounted = BY_MONTH.includes(payout);
    list.when(!isCounted || given !== needed, 'agreement-targets-count', 'targets.percentOfTable', {
      needed: String(needed),
      given: String(given),
    });
  }
}

function checkBaseline(file: FileTerm, list: RefusalList): void {
  const { baseline, formula, tiers, qualifier } = file;
  const needed = GROWTH.includes(formula);
  list.when(needed && baseline === undefined, 'agreement-baseline-missing', 'baseline');
  list.when(!needed && baseline !== undefined, 'agreement-baseline-refused', 'baseline');
  if (baseline === undefined) return;
  const { policy } = baseline.whenNotPositive;
  const at = list.inside('baseline');
  if (baseline.whenNotPositive.policy === 'treatAsTier') {
    at.when(
      baseline.whenNotPositive.tier > tiers.rows.length,
      'agreement-baseline-tier-unknown',
      'whenNotPositive.tier',
    );
  }
  const isOnGrowth = formula === 'growthIncrement' || formula === 'growthMarginal';
  at.when(
    isOnGrowth && policy === 'treatAsTier',
    'agreement-baseline-policy-refused',
    'whenNotPositive.policy',
    { formula, policy },
  );
  const isStepped = formula === 'growthMarginal' && baseline.growthAs === 'difference';
  at.when(isStepped, 'agreement-baseline-policy-refused', 'growthAs', { formula, policy: 'difference' });
  const isEntered = typeof baseline.source === 'object' && !('averageOfMonths' in baseline.source);
  const differs = payoutsOf(file.payout).some(({ measure }) => !sameMeasure(qualifier, measure));
  at.when(isEntered && isOnGrowth && differs, 'agreement-measures-differ', 'source', { formula });
  const byProduct = baseline.likeForLike === 'products';
  const isPlainTerm = isPlain(qualifier) && payoutsOf(file.payout).every(({ measure }) => isPlain(measure));
  at.when(byProduct && (isEntered || !isPlainTerm), 'agreement-like-for-like-refused', 'likeForLike');
  const isAverage = typeof baseline.source === 'object' && 'averageOfMonths' in baseline.source;
  at.when(isAverage && !BY_MONTH.includes(file.windows.payout), 'agreement-windows-not-nested', 'source', {
    inner: file.windows.payout,
    outer: 'month',
  });
}

function checkGates(file: FileTerm, list: RefusalList): void {
  const { gates } = file;
  if (gates === 'none') return;
  const isTooMany = typeof gates.need === 'number' && gates.need > gates.tests.length;
  list.when(isTooMany, 'agreement-gate-need-too-many', 'need', { tests: String(gates.tests.length) });
  for (const [index, test] of gates.tests.entries()) {
    if ('share' in test) checkShare(test.share, list.inside(`tests[${index}].share`));
  }
}

function checkLimits(file: FileTerm, list: RefusalList): void {
  if (file.limits === 'none') return;
  const payouts = payoutsOf(file.payout);
  const seen = new Set<string>();
  for (const [index, limit] of file.limits.entries()) {
    const at = list.inside(`limits[${index}]`);
    const key = `${limit.of} ${limit.scope === 'group' || limit.scope === 'programme' ? 'shared' : limit.scope}`;
    at.when(seen.has(key), 'agreement-limit-repeated');
    seen.add(key);
    at.when(limit.scope === 'group' && file.group === 'none', 'agreement-limit-group-missing', 'scope');
    at.when(limit.of === 'payout' && payouts.length > 1, 'agreement-limit-parts-refused', 'of');
    const measures: Qualifier[] =
      limit.of === 'qualifier' ? [file.qualifier] : payouts.map(({ measure }) => measure);
    const needsPlain = limit.scope === 'line' || 'order' in limit;
    at.when(
      needsPlain && limit.of !== 'amount' && !measures.every(isPlain),
      'agreement-limit-parts-refused',
      'scope',
    );
  }
}

function checkSupplements(agreement: FileAgreement, file: FileTerm, list: RefusalList): void {
  if (file.supplements === 'none') return;
  const { firstDay, lastDay } = agreement.validity;
  for (const [index, supplement] of file.supplements.entries()) {
    const at = list.inside(`supplements[${index}]`);
    const isInside = firstDay < supplement.firstDay && supplement.firstDay <= lastDay;
    at.when(!isInside, 'agreement-supplement-outside', 'firstDay');
    const before = file.supplements[index - 1];
    at.when(
      before !== undefined && before.firstDay >= supplement.firstDay,
      'agreement-supplement-order',
      'firstDay',
    );
    checkTiers(file, supplement.tiers, at.inside('tiers'));
  }
}

function checkApportionment({ apportionment, tiers, rounding, group }: FileTerm, list: RefusalList): void {
  const isSequence = tiers.stepValuation === 'sequence';
  list.when(
    apportionment.by === 'sequence' && !isSequence,
    'agreement-apportionment-refused',
    'apportionment.by',
  );
  const isGrouped = group !== 'none';
  list.when(isGrouped && isSequence, 'agreement-apportionment-refused', 'tiers.stepValuation');
  list.when(isGrouped && rounding.grain === 'line', 'agreement-apportionment-refused', 'rounding.grain');
}
