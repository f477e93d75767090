import { useSay } from '../../text/ReaderContext.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import type { Payment } from './paymentTypes.ts';
import { paymentWords } from './paymentWords.ts';

const MEANINGS: Readonly<Record<Payment['state'], Meaning>> = {
  proposed: 'attention',
  approved: 'information',
  sent: 'information',
  withdrawn: 'neutral',
  unknown: 'bad',
  confirmed: 'good',
  partlyReturned: 'bad',
  returned: 'bad',
  rejected: 'bad',
};

/** How far a payment or a run has come. */
export function PaymentState({ state }: { readonly state: Payment['state'] }) {
  const sayWord = useSay(paymentWords);
  return <Tag meaning={MEANINGS[state]}>{sayWord(state)}</Tag>;
}
