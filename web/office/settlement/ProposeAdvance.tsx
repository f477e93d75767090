import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Deed } from '../money/Deed.tsx';
import { useAgreements, usePartners } from '../money/useChoices.ts';
import { useMay } from '../money/useMay.ts';
import { settlementDeedTexts } from './deedTexts.ts';

/** Proposes to pay a partner ahead of what it earns. */
export function ProposeAdvance() {
  const say = useSay(settlementDeedTexts);
  const agreements = useAgreements();
  const partners = usePartners();
  if (!useMay('settlements:write')) return null;
  return (
    <Deed
      name={say('advance')}
      lead={say('advanceLead')}
      questions={[
        { id: 'agreement', label: say('agreement'), kind: 'find', choices: agreements },
        { id: 'participant', label: say('participant'), kind: 'find', choices: partners },
        { id: 'term', label: say('term') },
        { id: 'amount', label: say('amount'), kind: 'amount' },
        {
          ...{ id: 'beside', label: say('beside'), kind: 'amount', isOptional: true },
          hint: say('besideHint'),
        },
        { id: 'reason', label: say('why'), kind: 'long' },
      ]}
      done={say('advanced')}
      onDo={({ agreement = '', participant = '', term = '', amount = '', reason = '', beside }) =>
        call.POST('/api/v1/settlements/advances', {
          body: { agreement, participant, term, amount, reason, ...(beside !== undefined && { beside }) },
        })
      }
    />
  );
}
