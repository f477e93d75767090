import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';

export const RUN_STATES = ['proposed', 'approved', 'sent', 'withdrawn'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Where a payment stands. Unknown: it was sent, and no bank has spoken of it in time. */
export const PAYMENT_STATES = [
  ...RUN_STATES,
  'unknown',
  'confirmed',
  'partlyReturned',
  'returned',
  'rejected',
] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** What can be heard of a payment that has left: by the bank, or by a person who has asked the bank. */
export const PAYMENT_NEWS = ['confirm', 'reject', 'return', 'lapse'] as const;
export type PaymentNews = (typeof PAYMENT_NEWS)[number];

/** What a status file says; of a payment that is under way there is nothing to hear yet. */
export type StatusNews = Exclude<PaymentNews, 'lapse'> | 'underWay';

const UNDER_WAY: readonly PaymentState[] = ['sent', 'unknown'];
const ARRIVED: readonly PaymentState[] = ['confirmed', 'partlyReturned'];

const HEARD_IN: Readonly<Record<PaymentNews, readonly PaymentState[]>> = {
  confirm: UNDER_WAY,
  reject: UNDER_WAY,
  return: ARRIVED,
  lapse: ['sent'],
};

/**
 * Where news leave a payment. Units: minor; `returned` is what came back in all, this time included.
 * Refuses: payment-news-out-of-place (state, news), payment-returns-beyond.
 */
export function stateAfterNews(
  { state, minor }: { readonly state: PaymentState; readonly minor: bigint },
  news: PaymentNews,
  returned: bigint,
): Result<PaymentState> {
  if (!HEARD_IN[news].includes(state)) {
    return refused(refuse('payment-news-out-of-place', 'state', { state, news }));
  }
  if (news === 'confirm') return accept('confirmed');
  if (news === 'reject') return accept('rejected');
  if (news === 'lapse') return accept('unknown');
  if (returned > minor) return refused(refuse('payment-returns-beyond', 'amount'));
  return accept(returned === minor ? 'returned' : 'partlyReturned');
}
