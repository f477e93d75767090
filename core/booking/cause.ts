/** Why a booked amount changes: the closed list in its fixed order. Source: rulings R11. */
export const CAUSES = [
  'engine',
  'terms',
  'masterData',
  'units',
  'exchangeRates',
  'onTimeLines',
  'lateLines',
  'corrections',
  'returns',
  'adjustments',
  'estimate',
] as const;
export type Cause = (typeof CAUSES)[number];
