import { type Line, lineKey, type QuantityKind } from '../fact/line.ts';
import type { Decimal } from '../number/decimal.ts';
import { type Refusal, refuse } from '../refusal/refusals.ts';
import type { ClaimedTransaction } from './claim.ts';
import { SHORTFALL_REASONS, type ShortfallReason } from './claimReason.ts';

/**
 * What the other side says of a transaction: other figures, or that it does not count at all.
 * Units: prices and values in major units of the line's currency.
 */
export type Objection = {
  readonly transaction: ClaimedTransaction;
  readonly reason: ShortfallReason;
  readonly unitPrice?: Decimal;
  readonly netValue?: Decimal;
  readonly quantity?: { readonly kind: QuantityKind; readonly value: Decimal };
};

/** Which figures each reason speaks of; the others put the line out. */
const FIGURES: Readonly<Record<ShortfallReason, readonly ('unitPrice' | 'netValue' | 'quantity')[]>> = {
  price: ['unitPrice', 'netValue'],
  quantity: ['quantity', 'netValue'],
  product: [],
  validity: [],
  duplicate: [],
  tax: ['netValue'],
};

/**
 * Whether each objection says what its reason needs, about a line that is there, once.
 * Refuses: claim-objection-unclear (reason, expected), line-not-found, claim-objection-repeated.
 */
export function checkObjections(objections: readonly Objection[], lines: readonly Line[]): Refusal[] {
  const known = new Set(lines.map(lineKey));
  const seen = new Set<string>();
  return objections.flatMap((objection, index): Refusal[] => {
    const { transaction, reason } = objection;
    const at = `objections[${index}]`;
    const facts = { source: transaction.source, document: transaction.document, line: transaction.line };
    if (!known.has(lineKey(transaction))) return [refuse('line-not-found', at, facts)];
    const key = `${reason} ${lineKey(transaction)}`;
    if (seen.has(key)) return [refuse('claim-objection-repeated', at, { claimReason: reason, ...facts })];
    seen.add(key);
    const said = (['unitPrice', 'netValue', 'quantity'] as const).filter(
      (figure) => objection[figure] !== undefined,
    );
    const allowed = FIGURES[reason];
    const isClear =
      said.every((figure) => allowed.includes(figure)) && said.length > 0 === allowed.length > 0;
    return isClear
      ? []
      : [refuse('claim-objection-unclear', at, { claimReason: reason, expected: allowed.join(', ') })];
  });
}

/**
 * The lines with objections taken in, one reason after the other in the fixed order, as far as
 * there are objections with it: what each layer of a shortfall is computed from.
 */
export function objectedLines(
  lines: readonly Line[],
  objections: readonly Objection[],
): readonly { readonly reason: ShortfallReason; readonly lines: readonly Line[] }[] {
  let current = lines;
  return SHORTFALL_REASONS.flatMap((reason) => {
    const said = new Map(
      objections
        .filter((objection) => objection.reason === reason)
        .map((objection) => [lineKey(objection.transaction), objection]),
    );
    if (said.size === 0) return [];
    current = current.flatMap((line) => {
      const objection = said.get(lineKey(line));
      return objection === undefined ? [line] : corrected(line, objection);
    });
    return [{ reason, lines: current }];
  });
}

function corrected(line: Line, { reason, unitPrice, netValue, quantity }: Objection): Line[] {
  if (FIGURES[reason].length === 0) return [];
  return [
    {
      ...line,
      ...(unitPrice && { unitPrice }),
      ...(netValue && { netValue }),
      ...(quantity && { quantities: { ...line.quantities, [quantity.kind]: quantity.value } }),
    },
  ];
}
