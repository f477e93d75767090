import { texts } from '../text/texts.ts';

/** Why something of a claim is not granted. Silence is no reason that a person gives. */
export const REASONS = [
  'price',
  'quantity',
  'product',
  'validity',
  'duplicate',
  'tax',
  'customer',
  'contract',
  'proof',
  'unsupported',
  'other',
] as const;

export type Reason = (typeof REASONS)[number];

/** Why something was not granted, as the server says it. */
export type SaidReason = Reason | 'silence';

/** The reasons as both sides read them. */
export const reasonTexts = texts(
  {
    price: 'price',
    quantity: 'quantity',
    product: 'product',
    validity: 'outside of the validity',
    duplicate: 'claimed twice',
    tax: 'tax',
    customer: 'customer',
    contract: 'contract',
    proof: 'missing proof',
    unsupported: 'nothing that supports it',
    silence: 'no answer in time',
    other: 'another reason',
  },
  {
    price: '价格',
    quantity: '数量',
    product: '产品',
    validity: '不在有效期内',
    duplicate: '重复索赔',
    tax: '税',
    customer: '客户',
    contract: '合同',
    proof: '缺少证明',
    unsupported: '没有依据',
    silence: '逾期未答复',
    other: '其他原因',
  },
);
