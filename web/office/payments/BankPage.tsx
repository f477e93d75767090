import { useSay } from '../../text/ReaderContext.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useDecider } from '../money/useDecider.ts';
import { useIsKnown } from '../money/useIsKnown.ts';
import { SettlementFrame } from '../settlement/SettlementFrame.tsx';
import { BankEntries } from './BankEntries.tsx';
import { BringInStatement } from './BringInStatement.tsx';
import { BringInStatus } from './BringInStatus.tsx';
import { bankTexts } from './bankTexts.ts';

/** What banks say, and what of it waits for a person. */
export function BankPage() {
  const say = useSay(bankTexts);
  const { may, why } = useDecider({ scope: 'payments:write', role: 'finance' });
  if (!useIsKnown()) {
    return (
      <SettlementFrame lead={say('lead')}>
        <Skeleton />
      </SettlementFrame>
    );
  }
  return (
    <SettlementFrame lead={say('lead')}>
      <Section title={say('statement')} lead={say('statementLead')}>
        {may ? <BringInStatement /> : <p>{why}</p>}
      </Section>
      <Section title={say('status')} lead={say('statusLead')}>
        {may ? <BringInStatus /> : <p>{why}</p>}
      </Section>
      <Section title={say('waiting')} lead={say('waitingLead')}>
        <BankEntries is="waiting" />
      </Section>
      <Section title={say('laid')} lead={say('laidLead')}>
        <BankEntries is="laid" />
      </Section>
    </SettlementFrame>
  );
}
