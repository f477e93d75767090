import { after } from '../../api/after.ts';
import { api, call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Section } from '../../ui/Section.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OneCompany, useOneCompany } from '../money/OneCompany.tsx';
import { useCompanyList } from '../money/useChoices.ts';
import { useMay } from '../money/useMay.ts';
import { ClosedMonths } from './ClosedMonths.tsx';
import { CloseNext } from './CloseNext.tsx';
import { LedgerFrame } from './LedgerFrame.tsx';
import { monthTexts } from './monthTexts.ts';

/** The month that is closed next with its list, and those that were closed. */
export function MonthsPage() {
  const say = useSay(monthTexts);
  const companies = useCompanyList();
  const { id: company = '' } = useOneCompany() ?? {};
  const params = { query: { company } };
  const enabled = { enabled: company !== '' };
  const next = api.useQuery('get', '/api/v1/ledger/months/next', { params }, enabled);
  const months = api.useQuery('get', '/api/v1/ledger/months', { params }, enabled);
  // What was never closed has no hash that could be computed again.
  const hasClosed = (months.data?.rows.length ?? 0) > 0;
  const mayValue = useMay('ledger:write');
  return (
    <LedgerFrame lead={say('lead')}>
      <FilterBar>
        <OneCompany />
      </FilterBar>
      <Loaded query={after(companies, next)} rows={5}>
        {(found) => <CloseNext key={company} company={company} next={found} />}
      </Loaded>
      <Section title={say('months')} lead={hasClosed ? say('monthsLead') : undefined}>
        <Loaded query={after(companies, months)} rows={4}>
          {({ rows }) => <ClosedMonths company={company} months={rows} />}
        </Loaded>
        {mayValue && (
          <Deeds>
            <Deed
              name={say('value')}
              kind="quiet"
              lead={say('valueLead')}
              done={say('valued')}
              onDo={() => call.POST('/api/v1/ledger/valuations', { body: { company } })}
            />
          </Deeds>
        )}
      </Section>
    </LedgerFrame>
  );
}
