// @ts-check

/** @typedef {import('./api.js').Earning} Earning */
/** @typedef {import('./reader.js').Reader} Reader */

/**
 * The tier reached, and what it pays.
 * @param {Earning} earning
 * @param {Reader} reader
 */
export function tierText({ tier, progress }, { say }) {
  return tier === 0 ? say('tier.none') : say('tier.reached', { tier, tiers: progress.tiers.length });
}

/**
 * What the tier reached pays; nothing where none is.
 * @param {Earning} earning
 * @param {Reader} reader
 */
export function rateText({ tier, progress, currency }, { rate }) {
  const row = progress.tiers[tier - 1];
  return row === undefined ? '' : rate(row.rates, currency);
}

/**
 * How far the next tier is. A window that has ended is told as a distance, not as a way to go:
 * only late lines and returns still move it. The distance is cut to the places of the currency.
 * @param {Earning} earning
 * @param {Reader} reader
 */
export function wayText(earning, { say, distance, rate, day }) {
  const { progress, tier, currency } = earning;
  const next = progress.tiers[tier];
  if (next === undefined) return say('tier.last');
  if (progress.missing === undefined) return say('tier.baseline');
  const facts = {
    missing: distance(progress.missing, progress.missingScale, currency),
    rate: rate(next.rates, currency),
  };
  if (hasEnded(earning)) return say('tier.closed', facts);
  const until = { ...facts, day: day(earning.window.lastDay) };
  return say(progress.boundary === 'moreThan' ? 'tier.openMore' : 'tier.open', until);
}

/**
 * The ladder in words, for those who do not see it.
 * @param {Earning} earning
 * @param {Reader} reader
 */
export function ladderText(earning, reader) {
  const { progress, currency } = earning;
  const { say, counted, rate } = reader;
  const thresholds = progress.tiers.map((tier) =>
    say('ladder.threshold', {
      from: counted(tier.from, progress.scale, currency),
      rate: rate(tier.rates, currency),
    }),
  );
  return say('ladder.all', {
    tier: tierText(earning, reader),
    way: wayText(earning, reader),
    volume: counted(progress.volume, progress.scale, currency),
    thresholds: thresholds.join(say('ladder.and')),
  });
}

/** @param {Earning} earning */
function hasEnded({ window, run }) {
  return run.effective > window.lastDay;
}
