import { limitsOf } from './limitsOf.ts';
import { isPlain } from './measureKind.ts';
import { type FileTerm, payoutsOf } from './normaliseTerm.ts';
import type { RefusalList } from './refusalList.ts';

/** Two fields of a term that contradict each other, each with its value; undefined where they do not. */
type Clash = readonly [at: string, other: string] | undefined;

/**
 * Pairs of mechanisms that no contract has meant together and that give no one number: which of
 * them comes first would decide the money.
 */
export function checkClashes(file: FileTerm, list: RefusalList): void {
  const clashes = [
    ...sequenceClashes(file),
    ...limitClashes(file),
    ...guaranteeClashes(file),
    ...fixedClashes(file),
    ...returnClashes(file),
    likeForLikeClash(file),
    unitRateClash(file),
    documentClash(file),
  ];
  for (const clash of clashes) {
    if (clash === undefined) continue;
    const [at, other] = clash;
    list.add('agreement-fields-clash', at, { field: at, other });
  }
}

/** Lines in sequence are all lines, as they are: none is left out later or cut for itself. */
function sequenceClashes(file: FileTerm): Clash[] {
  if (file.tiers.stepValuation !== 'sequence') return [];
  const at = 'tiers.stepValuation';
  const isComparing = file.baseline?.likeForLike === 'products';
  return [
    gatesByDocument(file) ? [at, 'gates.within'] : undefined,
    limitsOf(file).some(({ scope }) => scope === 'line') ? [at, 'limits'] : undefined,
    isComparing ? [at, 'baseline.likeForLike'] : undefined,
  ];
}

/** A limit that partners share is used up by lines as they are, and by one measure. */
function limitClashes(file: FileTerm): Clash[] {
  const limits = limitsOf(file);
  const index = limits.findIndex((limit) => limit.of === 'payout' && 'order' in limit);
  const isGrouped = file.group !== 'none';
  const ofMember = limits.findIndex(
    ({ of, scope }) => of !== 'amount' && (scope === 'partner' || scope === 'programme'),
  );
  const grouped: Clash = isGrouped && ofMember >= 0 ? [`limits[${ofMember}].scope`, 'group'] : undefined;
  if (index < 0) return [grouped];
  const at = `limits[${index}]`;
  const hasAnother = limits.some((limit) => limit.of === 'payout' && !('order' in limit));
  return [
    grouped,
    hasAnother ? [at, 'limits'] : undefined,
    gatesByDocument(file) ? [at, 'gates.within'] : undefined,
    isGrouped && file.gates !== 'none' && file.gates.within === 'window' ? [at, 'gates'] : undefined,
    file.baseline?.likeForLike === 'products' ? [at, 'baseline.likeForLike'] : undefined,
  ];
}

/** Windows that add up to one amount have no amount of their own that could be topped up. */
function guaranteeClashes({ guarantee, windows }: FileTerm): Clash[] {
  if (guarantee === 'none') return [];
  return [
    windows.pays === 'cumulative' ? ['guarantee', 'windows.pays'] : undefined,
    windows.payout === 'day' ? ['guarantee', 'windows.payout'] : undefined,
  ];
}

/** What is paid without sales does not look at measures. */
function fixedClashes(file: FileTerm): Clash[] {
  if (file.formula !== 'fixed') return [];
  const index = limitsOf(file).findIndex(({ of }) => of !== 'amount');
  return [
    file.group !== 'none' ? ['formula', 'group'] : undefined,
    index >= 0 ? ['formula', `limits[${index}]`] : undefined,
    file.windows.pays === 'cumulative' ? ['formula', 'windows.pays'] : undefined,
  ];
}

/** The rate of the original window is an amount by one unit of one measure of one partner, whatever others had. */
function returnClashes(file: FileTerm): Clash[] {
  if (file.returns.linked !== 'currentAtOriginalRate') return [];
  const payouts = payoutsOf(file.payout);
  const isOne = payouts.length === 1 && payouts.every(({ measure }) => isPlain(measure));
  return [
    isOne ? undefined : ['returns.linked', 'payout'],
    file.group !== 'none' ? ['returns.linked', 'group'] : undefined,
    file.windows.pays === 'cumulative' ? ['returns.linked', 'windows.pays'] : undefined,
    file.netting !== 'none' ? ['returns.linked', 'netting'] : undefined,
    limitsOf(file).some((limit) => 'order' in limit) ? ['returns.linked', 'limits'] : undefined,
  ];
}

/** Products that are compared are left out as a whole, not line by line or document by document. */
function likeForLikeClash(file: FileTerm): Clash {
  if (file.baseline?.likeForLike !== 'products') return undefined;
  if (gatesByDocument(file)) return ['baseline.likeForLike', 'gates.within'];
  const isCut = limitsOf(file).some(({ scope }) => scope === 'line');
  return isCut ? ['baseline.likeForLike', 'limits'] : undefined;
}

/** An amount by unit needs one measure to divide by. */
function unitRateClash({ rounding, payout }: FileTerm): Clash {
  const isDivided = rounding.unitRate !== 'none' && payoutsOf(payout).length > 1;
  return isDivided ? ['rounding.unitRate', 'payout'] : undefined;
}

/** What a document leaves by itself cannot be counted or packed together with other documents. */
function documentClash(file: FileTerm): Clash {
  if (!gatesByDocument(file)) return undefined;
  const spans = payoutsOf(file.payout).some(
    ({ measure }) =>
      (measure.of === 'count' && measure.what !== 'line' && measure.what !== 'document') ||
      (measure.of === 'pallets' && measure.level !== 'line'),
  );
  return spans ? ['gates.within', 'payout'] : undefined;
}

function gatesByDocument({ gates }: FileTerm): boolean {
  return gates !== 'none' && gates.within === 'document';
}
