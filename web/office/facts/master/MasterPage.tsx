import { useSearch } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { PagedList } from '../../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../../shell/paging.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Page } from '../../../ui/Page.tsx';
import { FactsTabs } from '../FactsTabs.tsx';
import { ImportLink } from '../ImportLink.tsx';
import { MasterFilter } from './MasterFilter.tsx';
import { MasterSheet } from './MasterSheet.tsx';
import { MasterTable } from './MasterTable.tsx';
import { masterTexts } from './texts.ts';

/** Partners, products and whatever else is known, as of two days; each opens with its history. */
export function MasterPage() {
  const say = useSay(masterTexts);
  const { day } = useReader();
  const search = useSearch({ from: '/facts/master' });
  const { kind = 'partner', text, effective, known, cursor } = search;
  const query = { ...pageQuery({ text, effective, known, cursor }), kind };
  const list = api.useQuery('get', '/api/v1/master-data', { params: { query } }, PAGED);
  const companies = api.useQuery('get', '/api/v1/companies');
  const today = effective ?? companies.data?.rows.map((company) => company.today).toSorted()[0];
  return (
    <Page
      title={say('title')}
      lead={today === undefined ? null : say('lead', { day: day(today) })}
      actions={<ImportLink />}
    >
      <FactsTabs />
      <MasterFilter />
      <PagedList
        list={list}
        empty={{ title: say('nothingTitle'), text: say('nothingText'), actions: <ImportLink /> }}
      >
        {(rows, isStale) => <MasterTable rows={rows} isStale={isStale} />}
      </PagedList>
      <MasterSheet search={search} />
    </Page>
  );
}
