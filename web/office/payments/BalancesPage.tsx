import { useSearch } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { Section } from '../../ui/Section.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OnDay } from '../money/OnDay.tsx';
import { OneCompany, useOneCompany } from '../money/OneCompany.tsx';
import { OfPartner } from '../money/OneOfMany.tsx';
import { SettlementFrame } from '../settlement/SettlementFrame.tsx';
import { BalanceSheet } from './BalanceSheet.tsx';
import { BalanceTable } from './BalanceTable.tsx';
import { balanceTexts } from './balanceTexts.ts';
import { PartnerStatement } from './PartnerStatement.tsx';

/** What is open with a partner, and balances that partners were asked to confirm. */
export function BalancesPage() {
  const say = useSay(balanceTexts);
  const address = useSearch({ from: '/settlement/balances' });
  const { id: company = '', today = '' } = useOneCompany() ?? {};
  // Without a word it is the year so far.
  const { from = today === '' ? '' : `${today.slice(0, 4)}-01-01`, until = today } = address;
  const { partner = '', balance } = address;
  return (
    <SettlementFrame lead={say('lead')}>
      <Section title={say('statement')} lead={say('statementLead')}>
        <FilterBar>
          <OfPartner placeholder={say('choose')} />
          <OneCompany />
          <OnDay name="from" label={say('from')} otherwise={from} />
          <OnDay name="until" label={say('until')} otherwise={until} />
        </FilterBar>
        {[partner, company, from, until].every((text) => text !== '') && (
          <PartnerStatement partner={partner} company={company} from={from} until={until} />
        )}
      </Section>
      <Section title={say('confirmations')} lead={say('confirmationsLead')}>
        <BalanceTable />
      </Section>
      <BalanceSheet id={balance} />
    </SettlementFrame>
  );
}
