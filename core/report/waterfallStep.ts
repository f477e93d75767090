/** From list prices down to what is left, in this order. */
export const WATERFALL_STEPS = [
  'listValue',
  'discounts',
  'invoiced',
  'customerRebates',
  'netOfRebates',
  'cost',
  'supplierRebates',
  'netNetMargin',
  'withoutCost',
] as const;
export type WaterfallStep = (typeof WATERFALL_STEPS)[number];
