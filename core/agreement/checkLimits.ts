import { isPlain } from './measureKind.ts';
import { type FileTerm, payoutsOf } from './normaliseTerm.ts';
import type { RefusalList } from './refusalList.ts';

/** Limits that say one thing each, of measures that lines add up to. */
export function checkLimits(file: FileTerm, list: RefusalList): void {
  if (file.limits === 'none') return;
  const payouts = payoutsOf(file.payout);
  const seen = new Set<string>();
  for (const [index, limit] of file.limits.entries()) {
    const at = list.inside(`limits[${index}]`);
    const isShared = 'order' in limit;
    const key = `${limit.of} ${isShared ? 'shared' : limit.scope}`;
    at.when(seen.has(key), 'agreement-limit-repeated');
    seen.add(key);
    at.when(limit.scope === 'group' && file.group === 'none', 'agreement-limit-group-missing', 'scope');
    at.when(limit.of === 'payout' && payouts.length > 1, 'agreement-limit-parts-refused', 'of');
    const isOfShare = limit.of === 'qualifier' && file.qualifier.of === 'share';
    at.when(isOfShare, 'agreement-limit-parts-refused', 'of');
    const measures = limit.of === 'qualifier' ? [file.qualifier] : payouts.map(({ measure }) => measure);
    const needsLines = limit.of !== 'amount' && !isOfShare && (limit.scope === 'line' || isShared);
    at.when(needsLines && !measures.every(isPlain), 'agreement-limit-parts-refused', 'scope');
  }
}
