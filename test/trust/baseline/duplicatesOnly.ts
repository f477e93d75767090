import { claimLineId, type Draft, lineId } from '../draft.ts';
import type { Found } from '../measure.ts';

/** What a spreadsheet does: the same fields twice. All findings are held alike. */
export function duplicatesOnly(draft: Draft): Found[] {
  const claims = repeated(
    draft.claims,
    ({ partner, reference, minor }) => `${partner} ${reference} ${minor}`,
  ).map(({ claim }) => finding('claim', claim));
  const parts = draft.claims.flatMap((claim) =>
    claim.lines.map((line) => ({
      id: claimLineId(claim, line),
      sale: line.document === undefined ? '' : `${line.document} ${line.line}`,
    })),
  );
  const claimed = repeated(
    parts.filter(({ sale }) => sale !== ''),
    ({ sale }) => sale,
  ).map(({ id }) => finding('claimLine', id));
  const sold = repeated(
    draft.lines.filter(({ quantity, kind }) => quantity > 0 && kind === 'goods'),
    ({ partner, product, day, quantity, minor }) => `${partner} ${product} ${day} ${quantity} ${minor}`,
  );
  const paid = repeated(draft.payments, ({ partner, minor, day }) => `${partner} ${minor} ${day}`).map(
    ({ payment }) => finding('payment', payment),
  );
  return [...claims, ...claimed, ...sold.map((line) => finding('line', lineId(line))), ...paid];
}

/** Those that another one came before. */
function repeated<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((one) => {
    const key = keyOf(one);
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}

function finding(object: Found['object'], id: string): Found {
  return { detector: 'duplicatesOnly', object, id, score: 500 };
}
