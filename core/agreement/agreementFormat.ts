import { FREQUENCIES } from '../calendar/window.ts';
import { DATE_KINDS } from '../fact/line.ts';
import { ROUNDING_MODES } from '../number/round.ts';
import { DIRECTIONS, FORMAT, FORMULAS, VALUE_BASES } from './agreement.ts';
import {
  date,
  decimal,
  key,
  list,
  nameIn,
  object,
  oneOf,
  optional,
  ordinal,
  prose,
  threshold,
  variants,
} from './decoder.ts';

const condition = object({ attribute: nameIn('partner', 'product', 'line'), in: list(key, 1) });

/** Who takes part is a property of the partner, never of one line. */
const participant = object({ attribute: nameIn('partner'), in: list(key, 1) });

const measure = variants<
  | { of: 'quantity'; basis: 'invoiced' | 'ordered' | 'received' | 'stocked'; unit: string }
  | { of: 'value'; basis: (typeof VALUE_BASES)[number] }
>('of', {
  quantity: object({
    of: oneOf('quantity'),
    basis: oneOf('invoiced', 'ordered', 'received', 'stocked'),
    unit: key,
  }),
  value: object({ of: oneOf('value'), basis: oneOf(...VALUE_BASES) }),
});

/** A tier names its lower bound and exactly one of `percent`, `perUnit`, `amount`. */
const tierRow = object({
  from: threshold,
  percent: optional(decimal),
  perUnit: optional(decimal),
  amount: optional(decimal),
  words: optional(prose),
});

const baseline = object({
  window: oneOf('sameWindowPreviousYear'),
  whenNotPositive: variants<{ policy: 'paysNothing' } | { policy: 'treatAsTier'; tier: number }>('policy', {
    paysNothing: object({ policy: oneOf('paysNothing') }),
    treatAsTier: object({ policy: oneOf('treatAsTier'), tier: ordinal }),
  }),
  likeForLike: oneOf(false),
});

const term = object({
  id: key,
  words: optional(prose),
  transactions: oneOf('sale', 'purchase'),
  date: oneOf(...DATE_KINDS),
  eligibility: object({
    include: list(condition, 0),
    exclude: list(condition, 0),
    attributesAsOf: oneOf('transaction', 'current'),
  }),
  qualifier: measure,
  payout: measure,
  qualifierWindow: oneOf(...FREQUENCIES),
  payoutWindow: oneOf(...FREQUENCIES),
  cutWindow: oneOf('fullThreshold'),
  formula: oneOf(...FORMULAS),
  tiers: object({
    boundary: oneOf('atLeast', 'moreThan'),
    reachingUnit: optional(oneOf('oldRate', 'newRate')),
    rows: list(tierRow, 1),
  }),
  baseline: optional(baseline),
  returns: object({
    linked: oneOf('originalWindow', 'returnWindow'),
    unlinked: oneOf('returnWindow', 'blocked'),
  }),
  limits: oneOf('none'),
  netting: oneOf('none'),
  rounding: object({ grain: oneOf('partnerWindow'), mode: oneOf(...ROUNDING_MODES) }),
  apportionment: object({ by: oneOf('payoutMeasure'), residual: oneOf('largestRemainder') }),
});

/** The whole of `openrebate/v1`, as it stands in a file. */
export const agreementFormat = object({
  format: oneOf(FORMAT),
  id: key,
  name: object({ en: prose, 'zh-CN': prose }),
  direction: oneOf(...DIRECTIONS),
  company: key,
  participants: list(participant, 0),
  beneficiary: oneOf('participant'),
  validity: object({ firstDay: date, lastDay: date }),
  currency: key,
  calendar: oneOf('gregorian'),
  terms: list(term, 1),
});
