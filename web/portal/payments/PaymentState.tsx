import type { Answer } from '../../api/answer.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { paymentsTexts } from './texts.ts';

type State = Answer<'listOwnPayments'>['rows'][number]['state'];

const MEANING: Readonly<Record<State, Meaning>> = {
  announced: 'information',
  paid: 'good',
  partlyReturned: 'attention',
  returned: 'bad',
  failed: 'bad',
};

/** Where a payment stands. */
export function PaymentState({ state }: { readonly state: State }) {
  const say = useSay(paymentsTexts);
  return <Tag meaning={MEANING[state]}>{say(`payment.${state}`)}</Tag>;
}
