/** Totals and weights below it have products and remainders that two float64 hold exactly. */
const EXACT_MAX = 2 ** 50;
const PRODUCT_MAX = 2 ** 52;
/** Splits a float64 into halves whose products are exact. */
const SPLIT = 2 ** 27 + 1;

/** What remains of each row, and the same in order. */
let rests = new Float64Array(1024);
let ordered = new Float64Array(1024);

/**
 * As `allocate` of core, over integers in float64: each exact share total·w/Σw is floored, leftover units go to the
 * largest fractions, ties to the row that is before the others. Writes the shares of the first `count` weights; gives
 * false where float64 cannot hold what comes up. Shape: the weights do not sum to zero; the shares, from `first` on, sum
 * to `total`.
 */
export function dealOutRows(
  {
    total,
    weights,
    count,
  }: { readonly total: number; readonly weights: Float64Array; readonly count: number },
  shares: Float64Array,
  first: number,
  isBefore: (a: number, b: number) => boolean,
): boolean {
  if (count === 1) {
    shares[first] = total;
    return true;
  }
  let [sum, size] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const weight = weights[at] as number;
    sum += weight;
    size += Math.abs(weight);
  }
  if (!(size <= EXACT_MAX && Math.abs(total) <= EXACT_MAX)) return false;
  if (rests.length < count) [rests, ordered] = [new Float64Array(2 * count), new Float64Array(2 * count)];
  const divisor = Math.abs(sum);
  const signed = sum < 0 ? -total : total;
  let left = total;
  for (let at = 0; at < count; at += 1) {
    const share = floored(signed, weights[at] as number, divisor, at);
    shares[first + at] = share;
    left -= share;
  }
  if (!Number.isSafeInteger(left)) return false;
  if (left > 0)
    for (const at of largest(left, count, isBefore)) shares[first + at] = (shares[first + at] as number) + 1;
  return true;
}

/** The floor of a·b ÷ divisor, NaN where it is too large; what remains of a·b stays in `rests`. */
function floored(a: number, b: number, divisor: number, at: number): number {
  const product = a * b;
  let quotient = Math.floor(product / divisor);
  if (Math.abs(quotient) > PRODUCT_MAX) return Number.NaN;
  const isExact = Math.abs(product) <= PRODUCT_MAX;
  let rest = isExact ? product - quotient * divisor : differenceOf(a, b, quotient, divisor);
  for (; rest < 0; rest += divisor) quotient -= 1;
  for (; rest >= divisor; rest -= divisor) quotient += 1;
  rests[at] = rest;
  return quotient;
}

/** a·b − c·d, exactly: each product and what it lost by rounding. Shape: the difference is below 2^53. */
function differenceOf(a: number, b: number, c: number, d: number): number {
  const [first, second] = [a * b, c * d];
  return first - second + (lostOf(a, b, first) - lostOf(c, d, second));
}

/** What a product lost by rounding (Dekker). */
function lostOf(a: number, b: number, product: number): number {
  const [highA, highB] = [highOf(a), highOf(b)];
  const [lowA, lowB] = [a - highA, b - highB];
  return highA * highB - product + highA * lowB + lowA * highB + lowA * lowB;
}

function highOf(a: number): number {
  const wide = SPLIT * a;
  return wide - (wide - a);
}

/** The rows with the largest remainders, so many of them. */
function largest(wanted: number, count: number, isBefore: (a: number, b: number) => boolean): number[] {
  const least = remainderAt(count - wanted, count);
  const found: number[] = [];
  const ties: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const rest = rests[at] as number;
    if (rest > least) found.push(at);
    else if (rest === least) ties.push(at);
  }
  const left = wanted - found.length;
  if (ties.length > left) ties.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  for (let at = 0; at < left; at += 1) found.push(ties[at] as number);
  return found;
}

/** So few are put in order where they stand: the sort of typed arrays begins slowly. */
const FEW = 24;

/** The remainder at a place of all in ascending order. */
function remainderAt(place: number, count: number): number {
  if (count > FEW) {
    const inOrder = ordered.subarray(0, count);
    inOrder.set(rests.subarray(0, count));
    return inOrder.sort()[place] as number;
  }
  for (let at = 0; at < count; at += 1) {
    const rest = rests[at] as number;
    let to = at;
    for (; to > 0 && (ordered[to - 1] as number) > rest; to -= 1) ordered[to] = ordered[to - 1] as number;
    ordered[to] = rest;
  }
  return ordered[place] as number;
}
