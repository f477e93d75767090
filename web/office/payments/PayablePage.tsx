import { useSearch } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { Section } from '../../ui/Section.tsx';
import { SettlementFrame } from '../settlement/SettlementFrame.tsx';
import { NewPaymentRun } from './NewPaymentRun.tsx';
import { PayableTable } from './PayableTable.tsx';
import { payableTexts } from './payableTexts.ts';

/** What is owed by documents, and the run that pays it. */
export function PayablePage() {
  const say = useSay(payableTexts);
  const { company, partner } = useSearch({ from: '/settlement/payable' });
  return (
    <SettlementFrame lead={say('lead')}>
      <Section title={say('newRun')} lead={say('newRunLead')}>
        <NewPaymentRun />
      </Section>
      <Section title={say('payables')} lead={say('payablesLead')}>
        <PayableTable company={company} partner={partner} />
      </Section>
    </SettlementFrame>
  );
}
