import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { narrowed } from '../money/addressOf.ts';
import { FilterBar } from '../money/FilterBar.tsx';
import { useCompanies, usePartners } from '../money/useChoices.ts';
import { SettlementFrame } from '../settlement/SettlementFrame.tsx';
import { BalanceSheet } from './BalanceSheet.tsx';
import { BalanceTable } from './BalanceTable.tsx';
import { balanceTexts } from './balanceTexts.ts';
import { PartnerStatement } from './PartnerStatement.tsx';

/** What is open with a partner, and balances that partners were asked to confirm. */
export function BalancesPage() {
  const say = useSay(balanceTexts);
  const navigate = useNavigate({ from: '/settlement/balances' });
  const address = useSearch({ from: '/settlement/balances' });
  const companies = useCompanies();
  const { partner = '', balance, cursor, passed } = address;
  const own = companies.find(({ id }) => id === address.company) ?? companies[0];
  const company = own?.id ?? '';
  // Without a word it is the year so far.
  const today = own?.today ?? '';
  const { from = today === '' ? '' : `${today.slice(0, 4)}-01-01`, until = today } = address;
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted), resetScroll: false });
  return (
    <SettlementFrame lead={say('lead')}>
      <Section title={say('statement')} lead={say('statementLead')}>
        <FilterBar>
          <ComboField
            label={say('partner')}
            placeholder={say('choose')}
            choices={usePartners()}
            value={partner}
            onChange={(id) => narrow({ partner: id })}
          />
          <SelectField
            label={say('company')}
            choices={companies}
            value={company}
            onChange={(id) => narrow({ company: id })}
          />
          <TextField
            label={say('from')}
            type="date"
            value={from}
            onChange={(text) => narrow({ from: text })}
          />
          <TextField
            label={say('until')}
            type="date"
            value={until}
            onChange={(text) => narrow({ until: text })}
          />
        </FilterBar>
        {[partner, company, from, until].every((text) => text !== '') && (
          <PartnerStatement partner={partner} company={company} from={from} until={until} />
        )}
      </Section>
      <Section title={say('confirmations')} lead={say('confirmationsLead')}>
        <BalanceTable
          partner={partner}
          cursor={cursor}
          passed={passed}
          onNext={(page) => void navigate({ search: (old) => ({ ...old, ...page }) })}
        />
      </Section>
      <BalanceSheet id={balance} partner={partner} cursor={cursor} />
    </SettlementFrame>
  );
}
