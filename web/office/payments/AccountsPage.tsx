import { useSay } from '../../text/ReaderContext.tsx';
import { Section } from '../../ui/Section.tsx';
import { SettlementFrame } from '../settlement/SettlementFrame.tsx';
import { AccountChanges } from './AccountChanges.tsx';
import { accountTexts } from './accountTexts.ts';
import { PayingAccounts } from './PayingAccounts.tsx';
import { PaymentRulesPart } from './PaymentRulesPart.tsx';

/** Where partners are paid, from which accounts of ours, and by which rules. */
export function AccountsPage() {
  const say = useSay(accountTexts);
  return (
    <SettlementFrame lead={say('lead')}>
      <Section title={say('changes')} lead={say('changesLead')}>
        <AccountChanges />
      </Section>
      <Section title={say('ours')} lead={say('oursLead')}>
        <PayingAccounts />
      </Section>
      <Section title={say('rules')} lead={say('rulesLead')}>
        <PaymentRulesPart />
      </Section>
    </SettlementFrame>
  );
}
