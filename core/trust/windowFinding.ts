import type { Window } from '../calendar/window.ts';
import type { AgreementScope } from './agreementScopes.ts';
import { dayFact } from './factTexts.ts';
import type { History, HistoryEarning } from './history.ts';
import { onceOf } from './onceOf.ts';

/** What a finding on a window of a partner is about: the earning of that window, else the partner. */
export function aboutWindow(
  history: History,
  { agreement }: AgreementScope,
  partner: string,
  window: Window,
) {
  const id = earningId({ agreement: agreement.agreement, partner, from: window.from });
  const earning = earningsById(history).get(id);
  return {
    object: earning === undefined ? ('partner' as const) : ('earning' as const),
    id: earning === undefined ? partner : id,
    partner,
    agreement: agreement.agreement,
    day: window.until - 1,
    currency: agreement.currency,
  };
}

export function earningId({
  agreement,
  partner,
  from,
}: Pick<HistoryEarning, 'agreement' | 'partner' | 'from'>): string {
  return `${agreement}/${partner}/${dayFact(from)}`;
}

const earningsById = onceOf(
  (history: History): ReadonlyMap<string, HistoryEarning> =>
    new Map(history.earnings.map((one) => [earningId(one), one])),
);
