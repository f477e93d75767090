/** Why a line that counts cannot be computed. */
export const MEASURE_BLOCKS = [
  'noUnitPath',
  'unitFactorInvalid',
  'noExchangeRate',
  'exchangeRateInvalid',
  'measureMissing',
  'priceMissing',
  'priceInvalid',
  'quantityZero',
] as const;
export type MeasureBlock = (typeof MEASURE_BLOCKS)[number];

/** Facts say which field, unit, currency, day or text it was. */
export type MeasureBlocked = {
  readonly block: MeasureBlock;
  readonly facts: Readonly<Record<string, string>>;
};

export function block(reason: MeasureBlock, facts: MeasureBlocked['facts']): MeasureBlocked {
  return { block: reason, facts };
}
