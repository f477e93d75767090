/** A score: a whole number from 1 to 1000, whatever it was worked out of. */
export function scoreOf(points: number): number {
  return Math.min(1000, Math.max(1, Math.round(points)));
}

/** Rises with `value` from `low` points at `from` to `high` points at `to` and above. */
export function scoreBetween(value: number, from: number, to: number, low: number, high: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return scoreOf(low + (high - low) * share);
}
