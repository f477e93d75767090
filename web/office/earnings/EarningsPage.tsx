import { useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Page } from '../../ui/Page.tsx';
import { EarningFilter } from './EarningFilter.tsx';
import { EarningSheet } from './EarningSheet.tsx';
import { EarningTable } from './EarningTable.tsx';
import { EarningTotals } from './EarningTotals.tsx';
import { LineSheet } from './LineSheet.tsx';
import { openIn } from './selection.ts';
import { earningsTexts } from './texts.ts';
import { WhoSheet } from './WhoSheet.tsx';

/** Who has earned what: the list of a selection, and the sheet of the amount that is open. */
export function EarningsPage() {
  const say = useSay(earningsTexts);
  const { day } = useReader();
  const selection = useSearch({ from: '/earnings' });
  const { agreement, partner, incomplete, cursor } = selection;
  const query = pageQuery({ agreement, partner, ...(incomplete && { incomplete: 'true' as const }), cursor });
  const list = api.useQuery('get', '/api/v1/earnings', { params: { query } }, PAGED);
  const isNarrowed = agreement !== undefined || partner !== undefined || incomplete === true;
  const due = list.data?.due ?? 0;
  const asOf = list.data?.asOf;
  const lead = asOf && say('asOf', { effective: day(asOf.effective), known: day(asOf.knownOn) });
  return (
    <Page title={say('title')} lead={[say('lead'), lead].filter(Boolean).join(' ')}>
      {list.data !== undefined && <EarningTotals totals={list.data.totals} />}
      <EarningFilter selection={selection} />
      {due > 0 && <p>{say('stale')}</p>}
      <PagedList
        list={list}
        total={list.data?.total}
        empty={{
          title: say(isNarrowed ? 'nothingTitle' : 'emptyTitle'),
          text: say(isNarrowed ? 'nothingText' : 'emptyText'),
        }}
      >
        {(rows, isStale) => <EarningTable rows={rows} isStale={isStale} />}
      </PagedList>
      <EarningSheet id={openIn(list.data?.rows ?? [], selection)} />
      <WhoSheet selection={selection} />
      <LineSheet selection={selection} />
    </Page>
  );
}
