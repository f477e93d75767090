import type { Agreement, SharedCap, Term } from '../agreement/agreement.ts';
import { limitsOf } from '../agreement/limitsOf.ts';
import { windowsOf } from '../calendar/window.ts';
import { type Decimal, decimalToRational } from '../number/decimal.ts';
import { lesser, multiply, type Rational, rational, sumOf } from '../number/rational.ts';

/**
 * The most that an agreement can come to over its whole validity, by its own caps on amounts, in its
 * currency; undefined where nothing in it limits what one of its terms pays. A cap of each partner
 * limits the whole only where the agreement names its partners. A floor or guarantee is paid after
 * the caps of its term, so that only a shared cap holds it.
 */
export function cappedValue(agreement: Agreement): Rational | undefined {
  const partners = namedPartners(agreement);
  const open = new Map(agreement.terms.map((term) => [term.id, ownCap(agreement, term, partners)]));
  const total: Rational[] = [];
  for (const cap of agreement.sharedCaps === 'none' ? [] : agreement.sharedCaps) {
    const shared = sharedCap(agreement, cap, partners);
    const own = cap.terms.map((id) => open.get(id));
    if (shared === undefined || !cap.terms.every((id) => open.has(id))) continue;
    total.push(own.every((value) => value !== undefined) ? lesser(shared, sumOf(own)) : shared);
    for (const id of cap.terms) open.delete(id);
  }
  const rest = [...open.values()];
  return rest.every((value) => value !== undefined) ? sumOf([...total, ...rest]) : undefined;
}

/** How many partners the agreement names one by one; undefined where others can join. */
function namedPartners({ participants }: Agreement): number | undefined {
  const lists = participants.flatMap((condition) =>
    condition.attribute === 'partner.code' && 'in' in condition ? [new Set(condition.in).size] : [],
  );
  return lists.length === 0 ? undefined : Math.min(...lists);
}

function ownCap(agreement: Agreement, term: Term, partners: number | undefined): Rational | undefined {
  if (term.floor !== 'none' || term.guarantee !== 'none') return undefined;
  const amounts = limitsOf(term).flatMap((limit) => {
    if (limit.of !== 'amount') return [];
    if (limit.scope === 'programme') return [inAllWindows(agreement, term, limit.max, 1)];
    const isCounted = limit.scope === 'partner' && partners !== undefined;
    return isCounted ? [inAllWindows(agreement, term, limit.max, partners)] : [];
  });
  return amounts.reduce<Rational | undefined>(
    (least, amount) => (least === undefined ? amount : lesser(least, amount)),
    undefined,
  );
}

function sharedCap(
  agreement: Agreement,
  { terms, scope, max }: SharedCap,
  partners: number | undefined,
): Rational | undefined {
  const term = agreement.terms.find(({ id }) => terms.includes(id));
  const times = scope === 'programme' ? 1 : partners;
  return term === undefined || times === undefined ? undefined : inAllWindows(agreement, term, max, times);
}

function inAllWindows({ calendar, validity }: Agreement, term: Term, max: Decimal, times: number): Rational {
  const windows = windowsOf(calendar, term.windows.payout, validity).length;
  return multiply(decimalToRational(max), rational(BigInt(windows * times)));
}
