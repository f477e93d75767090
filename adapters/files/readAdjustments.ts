import { ADJUSTMENT_LIST } from '../../app/proofs/adjustmentList.ts';
import type { Adjustment } from '../../core/earning/adjustment.ts';
import { adjustmentOfTexts } from '../../core/earning/adjustmentTexts.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { readJson } from './readJson.ts';

/**
 * A file for `--adjustments`, as `openrebate adjustments export` writes it: the approved ones of one agreement.
 * Refuses: those of readJson, adjustments-invalid (shape, a day or an amount that is none, one named twice).
 */
export async function readAdjustments(
  path: string,
  currency: string,
): Promise<Result<readonly Adjustment[]>> {
  const json = await readJson(path);
  return json.ok ? decodeAdjustments(json.value, currency) : json;
}

export function decodeAdjustments(json: unknown, currency: string): Result<readonly Adjustment[]> {
  const problems: Refusal[] = [];
  const file = ADJUSTMENT_LIST.decode(json, '', problems);
  if (file === undefined)
    return refused(...problems.map(({ at, code, facts }) => invalid(at, { ...facts, reason: code })));
  const seen = new Set<string>();
  const found = file.map((texts, index): Adjustment | undefined => {
    const adjustment = adjustmentOfTexts(texts, currency);
    if (adjustment === undefined) problems.push(invalid(`[${index}]`, { reason: 'day-or-amount', currency }));
    if (seen.has(texts.id)) problems.push(invalid(`[${index}].id`, { reason: 'repeated' }));
    seen.add(texts.id);
    return adjustment;
  });
  if (problems.length > 0) return refused(...problems);
  return accept(found.filter((one) => one !== undefined));
}

function invalid(at: string, facts: Record<string, string>): Refusal {
  return refuse('adjustments-invalid', at, facts);
}
