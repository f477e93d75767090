const DAY_MS = 86_400_000;

/** How many days lie between two days, as `YYYY-MM-DD`; below zero where the second one is earlier. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
