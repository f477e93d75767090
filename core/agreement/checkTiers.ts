import { type Decimal, decimalToRational, formatDecimal } from '../number/decimal.ts';
import { compare } from '../number/rational.ts';
import type { FormulaKind, Pay, Payout } from './agreement.ts';
import { isPlain, kindOf } from './measureKind.ts';
import type { FileRow, FileTerm, FileTiers } from './normaliseTerm.ts';
import { payoutsOf } from './normaliseTerm.ts';
import { whereTheyDiffer } from './paidLines.ts';
import type { RefusalList } from './refusalList.ts';

/** Which kinds of pay a formula can give. */
const PAYS_OF: Readonly<Record<FormulaKind, readonly Pay[]>> = {
  wholeVolume: ['percent', 'perUnit', 'amount'],
  marginal: ['percent', 'perUnit'],
  rolling: ['percent', 'perUnit'],
  total: ['percent', 'perUnit'],
  growthWhole: ['percent', 'perUnit', 'amount'],
  growthIncrement: ['percent', 'perUnit'],
  growthMarginal: ['percent', 'perUnit'],
  lumpSum: ['amount'],
  mixShare: ['percent', 'perUnit', 'amount'],
  weightedMarginal: ['perUnit'],
  defaultTier: ['percent', 'perUnit', 'amount'],
  aboveThreshold: ['percent', 'perUnit'],
  cappedMeasure: ['percent', 'perUnit'],
  aboveBase: ['percent', 'perUnit'],
  freeGoods: ['free'],
  fixed: ['amount'],
};

/** Formulas whose table has one row, and that from zero where an amount is fixed. */
const ONE_TIER: readonly FormulaKind[] = ['aboveThreshold', 'fixed'];

/** The rules of a tier table: those of the term, and those of each supplement. */
export function checkTiers(file: FileTerm, tiers: FileTiers, list: RefusalList): void {
  const payouts = payoutsOf(file.payout);
  for (const [index, row] of tiers.rows.entries()) {
    const at = list.inside(`rows[${index}]`);
    const before = tiers.rows[index - 1];
    at.when(before !== undefined && !isBelow(before.from, row.from), 'agreement-tiers-not-rising', 'from');
    checkRow(file, row, payouts, at);
  }
  const isOne = ONE_TIER.includes(file.formula);
  list.when(isOne && tiers.rows.length !== 1, 'agreement-one-tier-needed', 'rows', { formula: file.formula });
  checkStart(file, tiers, list);
  checkReachingUnit(file, tiers, list);
  checkStepValuation(file, tiers, list);
  checkDefaultTier(file, tiers, list);
}

type PaidRate = { readonly payout: string; readonly pays: Pay };

function checkRow(file: FileTerm, row: FileRow, payouts: readonly Payout[], at: RefusalList): void {
  const named = (['percent', 'perUnit', 'amount', 'free', 'parts'] as const).filter(
    (pay) => row[pay] !== undefined,
  );
  at.when(named.length !== 1, 'agreement-tier-pay-mixed');
  if (named.length !== 1) return;
  for (const { payout, pays } of ratesOf(row, payouts, at)) checkRate(file, payout, pays, payouts, at);
  const isCapped = file.formula === 'cappedMeasure';
  at.when(isCapped && row.measureCap === undefined, 'agreement-measure-cap-missing', 'measureCap');
  at.when(!isCapped && row.measureCap !== undefined, 'agreement-measure-cap-refused', 'measureCap');
}

/** What a row pays, on which payout. A row of a single payout names its pay, one of several names parts. */
function ratesOf(row: FileRow, payouts: readonly Payout[], at: RefusalList): PaidRate[] {
  const hasParts = payouts.length > 1 || payouts[0]?.id !== 'payout';
  if (row.parts === undefined) {
    const pays = (['percent', 'perUnit', 'amount', 'free'] as const).find((pay) => row[pay] !== undefined);
    at.when(hasParts && pays !== 'amount', 'agreement-part-unknown', '', {
      part: '',
      parts: payouts.map(({ id }) => id).join(', '),
    });
    return pays === undefined ? [] : [{ payout: payouts[0]?.id ?? '', pays }];
  }
  const seen = new Set<string>();
  return row.parts.flatMap((part, index) => {
    const place = at.inside(`parts[${index}]`);
    const isKnown = payouts.some(({ id }) => id === part.part) && !seen.has(part.part);
    seen.add(part.part);
    const facts = { part: part.part, parts: payouts.map(({ id }) => id).join(', ') };
    place.when(!isKnown, 'agreement-part-unknown', 'part', facts);
    const pays = (['percent', 'perUnit', 'amount'] as const).filter((pay) => part[pay] !== undefined);
    place.when(pays.length !== 1, 'agreement-tier-pay-mixed');
    return pays.length === 1 && isKnown ? [{ payout: part.part, pays: pays[0] as Pay }] : [];
  });
}

function checkRate(
  file: FileTerm,
  payout: string,
  pays: Pay,
  payouts: readonly Payout[],
  at: RefusalList,
): void {
  const { formula } = file;
  at.when(!PAYS_OF[formula].includes(pays), 'agreement-formula-pay-mismatch', '', { formula, pays });
  const measure = payouts.find(({ id }) => id === payout)?.measure;
  if (measure === undefined || pays === 'amount') return;
  const needed = pays === 'percent' ? 'value' : 'quantity';
  at.when(kindOf(measure) !== needed, 'agreement-pay-measure-mismatch', '', { pays, needed });
}

/** From zero on, whoever has a line at all would get it, even one that is taken back or blocked. */
function checkStart({ formula }: FileTerm, { boundary, rows }: FileTiers, list: RefusalList): void {
  const first = rows[0]?.from;
  if (first === undefined) return;
  const facts = { value: formatDecimal(first), allowed: formula === 'fixed' ? '0' : '> 0' };
  const isFree = formula === 'lumpSum' && boundary === 'atLeast' && first.digits === 0n;
  list.when(isFree, 'agreement-value-not-allowed', 'rows[0].from', facts);
  list.when(formula === 'fixed' && first.digits !== 0n, 'agreement-value-not-allowed', 'rows[0].from', facts);
}

/**
 * Which unit reaches a threshold is asked where bands are paid by the piece. None reaches 2.5, and
 * under `moreThan` the unit at the threshold has not reached it, so it cannot be paid at the new
 * rate (rulings R4, R21).
 */
function checkReachingUnit(file: FileTerm, tiers: FileTiers, list: RefusalList): void {
  const { formula, qualifier } = file;
  const isByUnit =
    formula === 'marginal' &&
    qualifier.of !== 'share' &&
    kindOf(qualifier) === 'quantity' &&
    whereTheyDiffer(file) === undefined;
  const { reachingUnit, boundary, rows } = tiers;
  list.when(isByUnit && reachingUnit === undefined, 'agreement-reaching-unit-missing', 'reachingUnit');
  const canBeNew = boundary === 'atLeast' && rows.every(({ from }) => decimalToRational(from).d === 1n);
  const isPointless = reachingUnit !== undefined && (!isByUnit || (reachingUnit === 'newRate' && !canBeNew));
  list.when(isPointless, 'agreement-reaching-unit-refused', 'reachingUnit');
}

function checkStepValuation(file: FileTerm, { stepValuation }: FileTiers, list: RefusalList): void {
  const payouts = payoutsOf(file.payout);
  const needed = file.formula === 'marginal' && whereTheyDiffer(file) !== undefined;
  list.when(needed && stepValuation === undefined, 'agreement-step-valuation-missing', 'stepValuation');
  const isPointless = stepValuation !== undefined && !needed;
  const isUnsummed =
    stepValuation === 'sequence' &&
    !(isPlain(file.qualifier) && payouts.every(({ measure }) => isPlain(measure)));
  list.when(
    isPointless || isUnsummed || (stepValuation === 'sequence' && payouts.length > 1),
    'agreement-step-valuation-refused',
    'stepValuation',
  );
}

function checkDefaultTier({ formula }: FileTerm, { defaultTier, rows }: FileTiers, list: RefusalList): void {
  const needed = formula === 'defaultTier';
  const facts = { tiers: String(rows.length) };
  list.when(needed && defaultTier === undefined, 'agreement-default-tier-missing', 'defaultTier', facts);
  const isUnknown = defaultTier !== undefined && (!needed || defaultTier > rows.length);
  list.when(isUnknown, 'agreement-default-tier-refused', 'defaultTier', facts);
}

function isBelow(a: Decimal, b: Decimal): boolean {
  return compare(decimalToRational(a), decimalToRational(b)) < 0;
}
