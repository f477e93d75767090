import type { Baseline, FormulaKind, Rate, Returns, Tier, Tiers } from '../../../core/agreement/agreement.ts';
import { Fraction, HUNDRED, NOTHING, ONE } from './fraction.ts';

/** What a formula looks at, of one account. */
export type Measures = {
  readonly qualifier: Fraction;
  readonly payouts: ReadonlyMap<string, Fraction>;
  /** Of growth: what is compared with, and what was paid on then. */
  readonly baseline?: { readonly qualifier: Fraction; readonly payouts: ReadonlyMap<string, Fraction> };
  /** Sale after sale, of tables that are walked in sequence. */
  readonly sales: readonly Sale[];
  /** Of upsell: at most so much of what lies above the base is paid on. */
  readonly extraLimit?: Fraction;
};

export type Sale = { readonly key: string; readonly qualifier: Fraction; readonly payout: Fraction };

export type Rules = {
  readonly formula: FormulaKind;
  readonly tiers: Tiers;
  /** Of the thresholds, where a window is cut or has a target of its own. */
  readonly factor: Fraction;
  readonly baseline?: Baseline;
  readonly negativeWindow: Returns['negativeWindow'];
  readonly isOver: boolean;
};

/** So much money on so much of a payout. */
export type Part = { readonly payout: string; readonly amount: Fraction };

export type Outcome = {
  /** 0 where none is reached. */
  readonly tier: number;
  readonly parts: readonly Part[];
  readonly bySale?: ReadonlyMap<string, Fraction>;
};

export function total({ parts }: Outcome): Fraction {
  return Fraction.sum(parts.map(({ amount }) => amount));
}

/** Source: semantics 5.2; rulings R4, R9, R13, R21. */
export function outcomeOf(rules: Rules, measures: Measures): Outcome {
  if (!isNegativeWindow(rules, measures)) return positiveOutcome(rules, measures);
  const { tier } = positiveOutcome(rules, measures);
  switch (rules.negativeWindow) {
    case 'zero':
      return { tier, parts: [] };
    case 'lowestTier': {
      const [row] = rules.tiers.rows as readonly [Tier];
      const rates = row.rates.filter(({ pays }) => pays !== 'amount');
      return { tier, parts: rates.map((rate) => partOf(rate, payoutFor(rate, measures))) };
    }
    case 'mirror': {
      const mirrored = positiveOutcome(rules, turned(measures));
      return { tier, parts: mirrored.parts.map((part) => ({ ...part, amount: part.amount.negated() })) };
    }
  }
}

function isNegativeWindow({ formula }: Rules, { qualifier, payouts }: Measures): boolean {
  if (formula === 'fixed') return false;
  if (qualifier.isNegative) return true;
  if (formula === 'lumpSum') return false;
  const all = [...payouts.values()];
  return all.some((one) => one.isNegative) && all.every((one) => !one.isPositive);
}

/** All signs turned; a positive qualifier beside negative payouts stays as it is. No limit cuts what is paid back. */
function turned({ qualifier, payouts, baseline, sales }: Measures): Measures {
  const turn = (value: Fraction) => (qualifier.isNegative ? value.negated() : value);
  return {
    qualifier: turn(qualifier),
    payouts: new Map([...payouts].map(([id, value]) => [id, value.negated()])),
    ...(baseline && { baseline }),
    sales: sales.map((sale) => ({
      key: sale.key,
      qualifier: turn(sale.qualifier),
      payout: sale.payout.negated(),
    })),
  };
}

function positiveOutcome(rules: Rules, measures: Measures): Outcome {
  const { formula, tiers } = rules;
  const { qualifier } = measures;
  const tier = tierOf(rules, qualifier);
  const whole = (at: number) => ({ tier, parts: rowParts(rules, at, measures) });
  switch (formula) {
    case 'wholeVolume':
    case 'lumpSum':
    case 'mixShare':
    case 'freeGoods':
      return whole(tier);
    case 'fixed':
      return { tier: 1, parts: rowParts(rules, 1, measures) };
    case 'defaultTier':
      return whole(rules.isOver ? tier : Math.max(tier, tiers.defaultTier ?? 0));
    case 'cappedMeasure': {
      const cap = tiers.rows[tier - 1]?.measureCap;
      const max = cap && Fraction.of(cap).times(rules.factor);
      const payouts = new Map([...measures.payouts].map(([id, one]) => [id, max ? one.atMost(max) : one]));
      return { tier, parts: rowParts(rules, tier, { ...measures, payouts }) };
    }
    case 'rolling':
      return { tier, parts: rowsUpTo(rules, tier, measures, true) };
    case 'total':
      return { tier, parts: rowsUpTo(rules, tier, measures, false) };
    case 'aboveThreshold': {
      const [row] = tiers.rows as readonly [Tier];
      const from = boundOf(rules, row);
      const parts = row.rates.map((rate) =>
        partOf(rate, payoutFor(rate, measures).minus(from).atLeast(NOTHING)),
      );
      return { tier, parts };
    }
    case 'marginal':
      if (tiers.stepValuation === 'sequence') return inSequence(rules, measures);
      return tiers.stepValuation === 'average' ? byShares(rules, measures) : byBands(rules, measures);
    case 'weightedMarginal':
      return byShares(rules, measures);
    case 'growthWhole':
    case 'growthIncrement':
    case 'growthMarginal':
      return growth(rules, measures);
    case 'aboveBase':
      return aboveBase(rules, measures);
  }
}

function boundOf({ factor }: Rules, { from }: Tier): Fraction {
  return Fraction.of(from).times(factor);
}

/** Looks from the highest tier down; 0 where none is reached. */
function tierOf(rules: Rules, volume: Fraction): number {
  const { rows, boundary } = rules.tiers;
  for (let tier = rows.length; tier > 0; tier -= 1) {
    const bound = boundOf(rules, rows[tier - 1] as Tier);
    const isReached = boundary === 'atLeast' ? !volume.isBelow(bound) : bound.isBelow(volume);
    if (isReached) return tier;
  }
  return 0;
}

function payoutFor({ payout }: Rate, { payouts }: Measures): Fraction {
  return payouts.get(payout) ?? NOTHING;
}

/** What a rate gives on a measure. */
function partOf(rate: Rate, measure: Fraction): Part {
  const { payout } = rate;
  const value = Fraction.of(rate.rate);
  switch (rate.pays) {
    case 'percent':
      return { payout, amount: value.percent().times(measure) };
    case 'perUnit':
      return { payout, amount: value.times(measure) };
    case 'amount':
      return { payout, amount: value };
    case 'free': {
      const { give, per } = rate.free as NonNullable<Rate['free']>;
      const sets = measure.over(Fraction.of(per));
      const full = sets.isNegative ? sets.negated().whole().negated() : sets.whole();
      return { payout, amount: full.times(Fraction.of(give)).times(value) };
    }
  }
}

function rowParts({ tiers }: Rules, tier: number, measures: Measures): Part[] {
  return (tiers.rows[tier - 1]?.rates ?? []).map((rate) => partOf(rate, payoutFor(rate, measures)));
}

/** TF3 and TF4: each lower tier on its own upper threshold, or on everything, too. */
function rowsUpTo(rules: Rules, tier: number, measures: Measures, isOnThreshold: boolean): Part[] {
  return rules.tiers.rows.slice(0, tier).flatMap((row, index) => {
    const next = rules.tiers.rows[index + 1];
    const upper = isOnThreshold && index + 1 < tier && next !== undefined ? boundOf(rules, next) : undefined;
    return row.rates.map((rate) => partOf(rate, upper ?? payoutFor(rate, measures)));
  });
}

/** Where each band begins; the unit that reaches a threshold belongs to the new band where that is said. */
function bandStarts(rules: Rules): Fraction[] {
  return rules.tiers.rows.map((row) => {
    const bound = boundOf(rules, row);
    if (rules.tiers.reachingUnit !== 'newRate' || !bound.isPositive) return bound;
    const upTo = bound.whole();
    return upTo.isBelow(bound) ? upTo : upTo.minus(ONE);
  });
}

/** What of a volume, counted from zero, lies in a band. */
function inBand(starts: readonly Fraction[], band: number, volume: Fraction): Fraction {
  const [from, until] = [starts[band] as Fraction, starts[band + 1]];
  return (until === undefined ? volume : volume.atMost(until)).minus(from).atLeast(NOTHING);
}

function overBands(rules: Rules, partIn: (rate: Rate, band: number) => Fraction): Part[] {
  return rules.tiers.rows.flatMap(({ rates }, band) =>
    rates
      .map((rate) => ({ rate, measure: partIn(rate, band) }))
      .filter(({ measure }) => !measure.isZero)
      .map(({ rate, measure }) => partOf(rate, measure)),
  );
}

function byBands(rules: Rules, measures: Measures): Outcome {
  const starts = bandStarts(rules);
  const parts = overBands(rules, (rate, band) => inBand(starts, band, payoutFor(rate, measures)));
  return { tier: tierOf(rules, measures.qualifier), parts };
}

/** A band takes that share of the payout that it has of the qualifier. */
function byShares(rules: Rules, measures: Measures): Outcome {
  const { qualifier } = measures;
  const starts = bandStarts(rules);
  const parts = overBands(rules, (rate, band) => {
    const inside = inBand(starts, band, qualifier);
    return inside.isZero ? NOTHING : payoutFor(rate, measures).times(inside).over(qualifier);
  });
  return { tier: tierOf(rules, qualifier), parts };
}

/** Sale after sale moves the qualifier up; a negative one takes from the top. */
function inSequence(rules: Rules, measures: Measures): Outcome {
  const starts = bandStarts(rules);
  const [payout = ''] = measures.payouts.keys();
  const bySale = new Map<string, Fraction>();
  let position = NOTHING;
  for (const sale of cutInOrder(measures)) {
    const next = position.plus(sale.qualifier);
    const rateOf = (band: number) => rules.tiers.rows[band]?.rates[0];
    let amount = NOTHING;
    if (sale.qualifier.isZero) {
      const rate = rateOf(tierOf(rules, position) - 1);
      if (rate !== undefined) amount = partOf(rate, sale.payout).amount;
    } else {
      for (const band of starts.keys()) {
        const moved = inBand(starts, band, next).minus(inBand(starts, band, position));
        const rate = rateOf(band);
        const measure = sale.payout.times(moved).over(sale.qualifier);
        if (rate !== undefined) amount = amount.plus(partOf(rate, measure).amount);
      }
    }
    bySale.set(sale.key, amount);
    position = next;
  }
  const amount = Fraction.sum([...bySale.values()]);
  return { tier: tierOf(rules, measures.qualifier), parts: [{ payout, amount }], bySale };
}

/** Where a cap has cut the sum, the sales fill it up in their order. */
function cutInOrder({ sales, qualifier, payouts }: Measures): Sale[] {
  const [payout = NOTHING] = payouts.values();
  const cut = (of: 'qualifier' | 'payout', max: Fraction) => {
    const all = Fraction.sum(sales.map((sale) => sale[of]));
    let sum = NOTHING;
    return sales.map((sale) => {
      const before = sum;
      sum = sum.plus(sale[of]);
      return max.isBelow(all) ? sum.atMost(max).minus(before.atMost(max)) : sale[of];
    });
  };
  const [qualifiers, paid] = [cut('qualifier', qualifier), cut('payout', payout)];
  return sales.map(({ key }, index) => ({
    key,
    qualifier: qualifiers[index] as Fraction,
    payout: paid[index] as Fraction,
  }));
}

/** The baseline, or its default; undefined where neither is there. */
function baseOr(baseline: Baseline, value: Fraction): { value: Fraction; isDefault: boolean } | undefined {
  if (value.isPositive) return { value, isDefault: false };
  if (baseline.whenNotPositive.policy !== 'useDefault') return undefined;
  return { value: Fraction.of(baseline.whenNotPositive.value), isDefault: true };
}

function growth(rules: Rules, measures: Measures): Outcome {
  const { baseline: terms, formula } = rules;
  const { baseline, qualifier, payouts } = measures;
  if (terms === undefined || baseline === undefined) throw new Error('growth without a baseline');
  const base = baseOr(terms, baseline.qualifier);
  const isPercent = terms.growthAs === 'percent';
  if (base === undefined || (isPercent && !base.value.isPositive)) {
    const { whenNotPositive } = terms;
    const named = base === undefined && whenNotPositive.policy === 'treatAsTier' ? whenNotPositive.tier : 0;
    const tier = formula === 'growthWhole' ? named : 0;
    return { tier, parts: rowParts(rules, tier, measures) };
  }
  const grown = isPercent ? qualifier.times(HUNDRED).over(base.value) : qualifier.minus(base.value);
  const basePayout = (id: string) => (base.isDefault ? base.value : (baseline.payouts.get(id) ?? NOTHING));
  const tier = tierOf(rules, grown);
  if (formula === 'growthWhole') return { tier, parts: rowParts(rules, tier, measures) };
  if (formula === 'growthIncrement') {
    const more = new Map([...payouts].map(([id, value]) => [id, value.minus(basePayout(id))]));
    return { tier, parts: rowParts(rules, tier, { ...measures, payouts: more }) };
  }
  const starts = bandStarts(rules);
  const parts = overBands(rules, ({ payout }, band) => {
    const inside = inBand(starts, band, grown);
    if (isPercent) return inside.percent().times(basePayout(payout));
    return base.value.isZero ? inside : inside.times(basePayout(payout)).over(base.value);
  });
  return { tier, parts };
}

/**
 * Upsell: what a payout has more than its base is paid on. The tier is found by what the qualifier
 * has more, which no limit on the payout lowers.
 */
function aboveBase(rules: Rules, measures: Measures): Outcome {
  const { baseline: terms } = rules;
  const { baseline, qualifier, payouts, extraLimit } = measures;
  if (terms === undefined || baseline === undefined) throw new Error('above a base without one');
  const over = (value: Fraction, base: Fraction) =>
    value.minus(baseOr(terms, base)?.value ?? NOTHING).atLeast(NOTHING);
  const paid = new Map(
    [...payouts].map(([id, value]) => {
      const extra = over(value, baseline.payouts.get(id) ?? NOTHING);
      return [id, extraLimit ? extra.atMost(extraLimit) : extra];
    }),
  );
  const { whenNotPositive } = terms;
  const named = whenNotPositive.policy === 'treatAsTier' ? whenNotPositive.tier : 0;
  const hasBase = baseOr(terms, baseline.qualifier) !== undefined;
  const tier = hasBase ? tierOf(rules, over(qualifier, baseline.qualifier)) : named;
  return { tier, parts: rowParts(rules, tier, { ...measures, payouts: paid }) };
}

/** The part of an upsell's payout that no limit looks at: its base, or all of it where nothing is paid. */
export function baseOfUpsell(rules: Rules, { baseline, payouts }: Measures): Fraction {
  const [first = ''] = payouts.keys();
  if (rules.formula !== 'aboveBase' || rules.baseline === undefined) return NOTHING;
  const base = baseOr(rules.baseline, baseline?.payouts.get(first) ?? NOTHING);
  if (base !== undefined) return base.value;
  return rules.baseline.whenNotPositive.policy === 'treatAsTier'
    ? NOTHING
    : (payouts.get(first) ?? NOTHING).atLeast(NOTHING);
}
