import type { Frequency } from '../calendar/window.ts';
import type { FormulaKind } from './agreement.ts';
import { isPlain, sameMeasure } from './measureKind.ts';
import { type FileTerm, payoutsOf } from './normaliseTerm.ts';
import type { RefusalList } from './refusalList.ts';

const COMPARING: readonly FormulaKind[] = ['growthWhole', 'growthIncrement', 'growthMarginal', 'aboveBase'];
const PAID_ON_GROWTH: readonly FormulaKind[] = ['growthIncrement', 'growthMarginal'];

/** Windows that are not whole months have no months before them. */
const NOT_BY_MONTH: readonly Frequency[] = ['day', 'week', 'term'];

type FileBaseline = NonNullable<FileTerm['baseline']>;

/** Formulas that compare need something to compare with; others would pass over it in silence. */
export function checkBaseline(file: FileTerm, list: RefusalList): void {
  const { baseline, formula } = file;
  const needed = COMPARING.includes(formula);
  list.when(needed && baseline === undefined, 'agreement-baseline-missing', 'baseline');
  list.when(!needed && baseline !== undefined, 'agreement-baseline-refused', 'baseline');
  if (baseline === undefined || !needed) return;
  const at = list.inside('baseline');
  checkPolicy(file, baseline, at);
  checkSource(file, baseline, at);
  const byProduct = baseline.likeForLike === 'products';
  const measures = [file.qualifier, ...payoutsOf(file.payout).map(({ measure }) => measure)];
  const isCompared = measures.every(isPlain) && !isEntered(baseline);
  at.when(byProduct && !isCompared, 'agreement-like-for-like-refused', 'likeForLike');
}

/** What a tier pays on the whole has no meaning where growth itself is paid (rulings R21). */
function checkPolicy(file: FileTerm, { whenNotPositive }: FileBaseline, at: RefusalList): void {
  const { formula } = file;
  const { policy } = whenNotPositive;
  const isOnGrowth = PAID_ON_GROWTH.includes(formula);
  const isMeaningless = isOnGrowth && policy === 'treatAsTier';
  at.when(isMeaningless, 'agreement-baseline-policy-refused', 'whenNotPositive.policy', { formula, policy });
  if (policy !== 'treatAsTier') return;
  const supplements = file.supplements === 'none' ? [] : file.supplements;
  const tables = [file.tiers, ...supplements.map(({ tiers }) => tiers)];
  const isUnknown = tables.some(({ rows }) => whenNotPositive.tier > rows.length);
  at.when(isUnknown, 'agreement-baseline-tier-unknown', 'whenNotPositive.tier');
}

function checkSource(file: FileTerm, baseline: FileBaseline, at: RefusalList): void {
  const { formula, qualifier, windows } = file;
  const { source } = baseline;
  const differs = payoutsOf(file.payout).some(({ measure }) => !sameMeasure(qualifier, measure));
  const isOnGrowth = PAID_ON_GROWTH.includes(formula);
  at.when(isEntered(baseline) && isOnGrowth && differs, 'agreement-measures-differ', 'source', { formula });
  if (typeof source !== 'object') return;
  if ('entered' in source) {
    const partners = source.entered.map(({ partner }) => partner);
    at.repeated(partners, (index) => `source.entered[${index}].partner`);
  }
  at.when(
    'averageOfMonths' in source && NOT_BY_MONTH.includes(windows.payout),
    'agreement-windows-not-nested',
    'source',
    { inner: windows.payout, outer: 'month' },
  );
}

/** A number that somebody has typed, with no lines behind it. */
function isEntered({ source }: FileBaseline): boolean {
  return typeof source === 'object' && !('averageOfMonths' in source);
}
