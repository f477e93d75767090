/**
 * A second, slow and obvious way from the texts of an agreement, of lines and of master data to
 * earned amounts and line shares. It shares nothing with the program: fractions are never reduced,
 * days are texts that are counted one by one, marginal tables are walked piece by piece. Where it
 * and the program differ, one of them is wrong.
 */
export type MasterText = {
  readonly kind: 'partner' | 'product';
  readonly code: string;
  readonly name: string;
  readonly validFrom?: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** The fields of one row; a row whose identity came before is a correction of it. */
export type LineText = Readonly<Record<string, string>>;

type ConditionText = { readonly attribute: string; readonly in: readonly string[] };
type MeasureText = { readonly of: string; readonly basis: string; readonly unit?: string };
type RowText = {
  readonly from: string;
  readonly percent?: string;
  readonly perUnit?: string;
  readonly amount?: string;
};

export type TermText = {
  readonly id: string;
  readonly transactions: string;
  readonly date: string;
  readonly eligibility: {
    readonly include: readonly ConditionText[];
    readonly exclude: readonly ConditionText[];
    readonly attributesAsOf: string;
  };
  readonly qualifier: MeasureText;
  readonly payout: MeasureText;
  readonly payoutWindow: string;
  readonly formula: string;
  readonly tiers: {
    readonly boundary: string;
    readonly reachingUnit?: string;
    readonly rows: readonly RowText[];
  };
  readonly baseline?: { readonly whenNotPositive: { readonly policy: string; readonly tier?: number } };
  readonly returns: { readonly linked: string; readonly unlinked: string };
  readonly rounding: { readonly mode: string };
};

export type AgreementText = {
  readonly company: string;
  readonly participants: readonly ConditionText[];
  readonly validity: { readonly firstDay: string; readonly lastDay: string };
  readonly currency: string;
  readonly terms: readonly TermText[];
};

export type Question = {
  readonly agreement: AgreementText;
  readonly lines: readonly LineText[];
  readonly master: readonly MasterText[];
  /** The last day whose lines count, and the last day whose knowledge counts. */
  readonly effective: string;
  readonly known: string;
};

export type Answer = {
  readonly term: string;
  readonly partner: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly tier: number;
  readonly exact: Fraction;
  readonly minor: bigint;
  readonly countedLines: number;
  readonly blockedLines: number;
  readonly blockedWorth: Fraction;
  /** Document and line with their cents; undefined where nothing says how to spread. */
  readonly shares: readonly { readonly line: string; readonly minor: bigint | undefined }[];
};

/** What every partner has earned in every window: by term, then partner, then first day. */
export function earnedAmounts(question: Question): Answer[] {
  const facts = factsKnown(question.lines, question.known);
  const partners = [...new Set(facts.map(({ texts }) => texts.partner ?? ''))].sort();
  return question.agreement.terms.flatMap((term) => {
    const windows = windowsOf(term.payoutWindow, question.agreement.validity);
    return partners.flatMap((partner) => {
      const own = facts.filter(({ texts }) => texts.partner === partner);
      return windows.flatMap((window) => answer(question, term, partner, { window, windows }, own));
    });
  });
}

// ---- Fractions: above/below, below positive, never reduced.

export type Fraction = { readonly above: bigint; readonly below: bigint };

const NOTHING: Fraction = { above: 0n, below: 1n };

function fraction(text: string): Fraction {
  const places = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  return { above: BigInt(text.replace('.', '')), below: 10n ** BigInt(places) };
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { above: a.above * b.below + b.above * a.below, below: a.below * b.below };
}

function times(a: Fraction, b: Fraction): Fraction {
  return { above: a.above * b.above, below: a.below * b.below };
}

function isLess(a: Fraction, b: Fraction): boolean {
  return a.above * b.below < b.above * a.below;
}

// ---- Days: texts, which sort as the days do.

function daysIn(year: number, month: number): number {
  const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] as number;
}

function dayText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function partsOf(day: string): [number, number, number] {
  return day.split('-').map(Number) as [number, number, number];
}

function nextDay(text: string): string {
  const [year, month, day] = partsOf(text);
  if (day < daysIn(year, month)) return dayText(year, month, day + 1);
  return month < 12 ? dayText(year, month + 1, 1) : dayText(year + 1, 1, 1);
}

type WindowText = { readonly firstDay: string; readonly lastDay: string };

/** Walks through the validity and starts a window where the month, quarter … changes. */
function windowsOf(frequency: string, validity: WindowText): WindowText[] {
  const windows: WindowText[] = [];
  let firstDay = validity.firstDay;
  for (let day = validity.firstDay; day <= validity.lastDay; day = nextDay(day)) {
    if (day === validity.lastDay || sliceOf(frequency, nextDay(day)) !== sliceOf(frequency, day)) {
      windows.push({ firstDay, lastDay: day });
      firstDay = nextDay(day);
    }
  }
  return windows;
}

function sliceOf(frequency: string, day: string): string {
  const [year, month] = partsOf(day);
  const length = { month: 1, quarter: 3, halfYear: 6, year: 12 }[frequency];
  return length === undefined ? 'one' : `${year} ${Math.ceil(month / length)}`;
}

function holds(window: WindowText, day: string): boolean {
  return window.firstDay <= day && day <= window.lastDay;
}

/** By first and last day; there is no 29th where the year before has none, and a month's end stays one. */
function yearBefore({ firstDay, lastDay }: WindowText): WindowText {
  const [year, month, day] = partsOf(lastDay);
  const end = daysIn(year - 1, month);
  const isMonthEnd = day === daysIn(year, month);
  return {
    firstDay: sameDayBefore(firstDay),
    lastDay: isMonthEnd ? dayText(year - 1, month, end) : sameDayBefore(lastDay),
  };
}

function sameDayBefore(text: string): string {
  const [year, month, day] = partsOf(text);
  return dayText(year - 1, month, Math.min(day, daysIn(year - 1, month)));
}

// ---- Facts: of each line the last text known, returns with that of their original.

type Fact = { readonly texts: LineText; readonly original: LineText | undefined };

function factsKnown(lines: readonly LineText[], known: string): Fact[] {
  const said = new Set<string>();
  const last = new Map<string, LineText>();
  for (const texts of lines.toSorted((a, b) => ((a.knownOn ?? '') < (b.knownOn ?? '') ? -1 : 1))) {
    if ((texts.knownOn ?? '') > known || said.has(contentOf(texts))) continue;
    said.add(contentOf(texts));
    last.set(identity(texts.source, texts.document, texts.line), texts);
  }
  return [...last.values()].map((texts) => ({
    texts,
    original: last.get(identity(texts.source, texts.returnOfDocument, texts.returnOfLine)),
  }));
}

/** What was said before is nothing new when it is said again; 12.50 is 12.5. */
function contentOf(texts: LineText): string {
  const fields = Object.keys(texts)
    .filter((field) => field !== 'knownOn')
    .sort();
  return JSON.stringify(fields.map((field) => [field, trimmed(field, texts[field] as string)]));
}

function trimmed(field: string, text: string): string {
  const isDecimal = /quantity$|price$|value$/i.test(field) && text.includes('.');
  return isDecimal ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

function identity(...parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts);
}

// ---- One line under one term.

type Verdict =
  | { readonly state: 'out' }
  | { readonly state: 'counted'; readonly day: string }
  /** The last day on which it could act; its measures are unknown or its day is. */
  | { readonly state: 'waiting'; readonly lastDay: string };

function judge(question: Question, term: TermText, { texts, original }: Fact): Verdict {
  const out: Verdict = { state: 'out' };
  if (texts.side !== term.transactions || texts.company !== question.agreement.company) return out;
  const field = `${term.date}Date`;
  const own = texts[field];
  const isLinked = texts.returnOfDocument !== undefined;
  let day = own;
  let isWaiting = false;
  if (isLinked && term.returns.linked === 'originalWindow') {
    day = original?.[field];
    isWaiting = day === undefined;
  } else if (!isLinked && term.returns.unlinked === 'blocked') {
    isWaiting = isNegative(texts);
  }
  const placed = isWaiting ? own : day;
  if (placed === undefined) return out;
  if (!isWaiting && placed > question.effective) return out;
  const { include, exclude } = term.eligibility;
  const meets = (condition: ConditionText) => isMet(condition, texts, placed, term, question.master);
  if (![...question.agreement.participants, ...include].every(meets) || exclude.some(meets)) return out;
  return isWaiting ? { state: 'waiting', lastDay: placed } : { state: 'counted', day: placed };
}

function isNegative(texts: LineText): boolean {
  const fields = [
    'netValue',
    'grossValue',
    'quantity',
    'orderedQuantity',
    'receivedQuantity',
    'rejectedQuantity',
    'stockedQuantity',
  ];
  return fields.some((field) => isLess(fraction(texts[field] ?? '0'), NOTHING));
}

function isMet(
  condition: ConditionText,
  texts: LineText,
  day: string,
  term: TermText,
  master: readonly MasterText[],
): boolean {
  const [family, ...rest] = condition.attribute.split('.');
  const name = rest.join('.');
  if (family === 'line') {
    const value =
      name === 'source' ? texts.source : name === 'company' ? texts.company : texts[`attribute.${name}`];
    return value !== undefined && condition.in.includes(value);
  }
  const code = texts[family as string];
  if (name === 'code') return condition.in.includes(code as string);
  const versions = master
    .filter((version) => version.kind === family && version.code === code)
    .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  const until = term.eligibility.attributesAsOf === 'current' ? '9999-12-31' : day;
  const version = versions.filter(({ validFrom }) => (validFrom ?? '') <= until).at(-1) ?? versions[0];
  const value = name === 'name' ? version?.name : version?.attributes[name];
  return value !== undefined && condition.in.includes(value);
}

/** Undefined where the line cannot be measured. */
function measured(measure: MeasureText, texts: LineText, currency: string): Fraction | undefined {
  const quantities: Record<string, string> = {
    invoiced: 'quantity',
    ordered: 'orderedQuantity',
    received: 'receivedQuantity',
    stocked: 'stockedQuantity',
  };
  const read = (field: string | undefined) => {
    const text = field === undefined ? undefined : texts[field];
    return text === undefined ? undefined : fraction(text);
  };
  if (measure.of === 'quantity')
    return texts.unit === measure.unit ? read(quantities[measure.basis]) : undefined;
  if (texts.currency !== currency) return undefined;
  if (measure.basis === 'net' || measure.basis === 'gross') return read(`${measure.basis}Value`);
  const quantity = read(quantities[measure.basis.replace('AtPrice', '')]);
  const price = read('unitPrice');
  return quantity && price && times(quantity, price);
}

// ---- One partner and window.

type Counted = { readonly texts: LineText; readonly qualifier: Fraction; readonly payout: Fraction };

function answer(
  question: Question,
  term: TermText,
  partner: string,
  { window, windows }: { readonly window: WindowText; readonly windows: readonly WindowText[] },
  facts: readonly Fact[],
): Answer[] {
  const { currency } = question.agreement;
  const before = yearBefore(window);
  const counted: Counted[] = [];
  const baseline: Fraction[] = [];
  const blocked: LineText[] = [];
  for (const fact of facts) {
    const verdict = judge(question, term, fact);
    const { texts } = fact;
    if (verdict.state === 'out') continue;
    const starts = term.baseline === undefined ? [window.firstDay] : [window.firstDay, before.firstDay];
    if (verdict.state === 'waiting') {
      const [lastDay = ''] = [verdict.lastDay, question.effective].sort();
      if (starts.some((start) => start <= lastDay)) blocked.push(texts);
      continue;
    }
    const acts = holds(window, verdict.day);
    const isBaseline = term.baseline !== undefined && holds(before, verdict.day);
    if (!acts && !isBaseline) continue;
    const qualifier = measured(term.qualifier, texts, currency);
    const payout = measured(term.payout, texts, currency);
    // A line that acts in a window needs both measures, and is left out everywhere if it lacks one.
    const isPaid = windows.some((other) => holds(other, verdict.day));
    if (qualifier === undefined || (isPaid && payout === undefined)) blocked.push(texts);
    else {
      if (isBaseline) baseline.push(qualifier);
      if (acts) counted.push({ texts, qualifier, payout: payout as Fraction });
    }
  }
  if (counted.length + baseline.length + blocked.length === 0) return [];
  const volume = total(counted.map(({ qualifier }) => qualifier));
  const payout = total(counted.map((line) => line.payout));
  const tier = tierReached(term, volume, total(baseline));
  const exact = paid(term, tier, payout);
  const minor = rounded(exact, currency, term.rounding.mode);
  return [
    {
      term: term.id,
      partner,
      firstDay: window.firstDay,
      lastDay: window.lastDay,
      tier,
      exact,
      minor,
      countedLines: counted.length,
      blockedLines: blocked.length,
      blockedWorth: total(
        blocked
          .filter((texts) => texts.currency === currency)
          .map((texts) => fraction(texts.netValue ?? '0')),
      ),
      shares: spread(minor, counted),
    },
  ];
}

function total(parts: readonly Fraction[]): Fraction {
  return parts.reduce(plus, NOTHING);
}

// ---- From measures to money.

/** 0 where none is reached. Looks from the highest tier down. */
function tierReached(term: TermText, volume: Fraction, base: Fraction): number {
  if (term.baseline !== undefined && !isLess(NOTHING, base)) {
    const { policy, tier } = term.baseline.whenNotPositive;
    return policy === 'treatAsTier' ? (tier as number) : 0;
  }
  for (let tier = term.tiers.rows.length; tier > 0; tier -= 1) {
    const from = fraction((term.tiers.rows[tier - 1] as RowText).from);
    const bound = term.baseline === undefined ? from : times(times(from, fraction('0.01')), base);
    const isReached = term.tiers.boundary === 'atLeast' ? !isLess(volume, bound) : isLess(bound, volume);
    if (isReached) return tier;
  }
  return 0;
}

function paid(term: TermText, tier: number, payout: Fraction): Fraction {
  if (term.formula === 'marginal') return paidPieceByPiece(term, payout);
  const row = term.tiers.rows[tier - 1];
  if (row === undefined) return NOTHING;
  return term.formula === 'lumpSum' ? fraction(row.amount as string) : times(factor(row), payout);
}

function factor(row: RowText): Fraction {
  return row.percent === undefined
    ? fraction(row.perUnit as string)
    : times(fraction(row.percent), fraction('0.01'));
}

/**
 * Cuts the volume into pieces of the smallest place that it or a threshold has, and lets each find
 * its own tier: by where it begins, or, where the reaching unit is paid at the new rate, by the
 * number of the whole unit that it is part of.
 */
function paidPieceByPiece(term: TermText, volume: Fraction): Fraction {
  const bounds = term.tiers.rows.map((row) => fraction(row.from));
  let perUnit = 1n;
  while ([volume, ...bounds].some(({ above, below }) => (above * perUnit) % below !== 0n)) perUnit *= 10n;
  const pieces = Number((volume.above * perUnit) / volume.below);
  const unit = Number(perUnit);
  const starts = bounds.map(({ above, below }) => Number((above * perUnit) / below));
  const counts = starts.map(() => 0);
  for (let piece = 0; piece < pieces; piece += 1) {
    const place = term.tiers.reachingUnit === 'newRate' ? (Math.floor(piece / unit) + 1) * unit : piece;
    let tier = -1;
    while (tier + 1 < starts.length && (starts[tier + 1] as number) <= place) tier += 1;
    if (tier >= 0) counts[tier] = (counts[tier] as number) + 1;
  }
  return total(
    counts.map((count, tier) =>
      times({ above: BigInt(count), below: perUnit }, factor(term.tiers.rows[tier] as RowText)),
    ),
  );
}

/** By size first, then by sign: away from zero or not. */
function rounded(exact: Fraction, currency: string, mode: string): bigint {
  const places = { EUR: 2, JPY: 0, KWD: 3 }[currency] as number;
  const scaled = times(exact, { above: 10n ** BigInt(places), below: 1n });
  const isBelowZero = scaled.above < 0n;
  const size = isBelowZero ? -scaled.above : scaled.above;
  const whole = size / scaled.below;
  const rest = size % scaled.below;
  const half = rest * 2n === scaled.below;
  const isNearer = rest * 2n > scaled.below;
  const goesAway: Record<string, boolean> = {
    halfAwayFromZero: isNearer || half,
    halfEven: isNearer || (half && whole % 2n === 1n),
    halfUp: isNearer || (half && !isBelowZero),
    halfDown: isNearer || (half && isBelowZero),
    towardsZero: false,
    awayFromZero: rest > 0n,
    floor: rest > 0n && isBelowZero,
    ceiling: rest > 0n && !isBelowZero,
  };
  const result = whole + (goesAway[mode] === true ? 1n : 0n);
  return isBelowZero ? -result : result;
}

/** Every line its share, cut down; then cent by cent to whoever lost most, the first key first. */
function spread(minor: bigint, counted: readonly Counted[]): Answer['shares'] {
  const byKey = counted.toSorted((a, b) => (isFirst(a.texts, b.texts) ? -1 : 1));
  const sum = total(counted.map(({ payout }) => payout));
  const names = byKey.map(({ texts }) => `${texts.document} ${texts.line}`);
  if (sum.above === 0n) return names.map((line) => ({ line, minor: undefined }));
  const lost: { index: number; fraction: Fraction }[] = [];
  const cents = byKey.map(({ payout }, index) => {
    const above = minor * payout.above * sum.below;
    const below = payout.below * sum.above;
    const exact = below < 0n ? { above: -above, below: -below } : { above, below };
    const isWhole = exact.above % exact.below === 0n;
    const down = exact.above / exact.below - (exact.above < 0n && !isWhole ? 1n : 0n);
    lost.push({ index, fraction: plus(exact, { above: -down, below: 1n }) });
    return down;
  });
  let left = minor - cents.reduce((a, b) => a + b, 0n);
  while (left > 0n) {
    let most = lost[0] as (typeof lost)[number];
    for (const one of lost) if (isLess(most.fraction, one.fraction)) most = one;
    cents[most.index] = (cents[most.index] as bigint) + 1n;
    lost.splice(lost.indexOf(most), 1);
    left -= 1n;
  }
  return names.map((line, index) => ({ line, minor: cents[index] }));
}

function isFirst(a: LineText, b: LineText): boolean {
  for (const field of ['source', 'document', 'line']) {
    if (a[field] !== b[field]) return (a[field] as string) < (b[field] as string);
  }
  return false;
}
