import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EarningFilter } from './EarningFilter.tsx';
import { EarningSheet } from './EarningSheet.tsx';
import { EarningTable } from './EarningTable.tsx';
import { EarningTotals } from './EarningTotals.tsx';
import { LineSheet } from './LineSheet.tsx';
import type { Selection } from './selection.ts';
import { earningsTexts } from './texts.ts';
import { WhoSheet } from './WhoSheet.tsx';

const PAGE_ROWS = 50;

/** Who has earned what: the list of a selection, and the sheet of the amount that is open. */
export function EarningsPage() {
  const say = useSay(earningsTexts);
  const { day } = useReader();
  const selection = useSearch({ from: '/earnings' });
  const { agreement, partner, cursor } = selection;
  const query = {
    limit: String(PAGE_ROWS),
    ...(agreement && { agreement }),
    ...(partner && { partner }),
    ...(cursor && { cursor }),
  };
  const list = api.useQuery(
    'get',
    '/api/v1/earnings',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const asOf = list.data?.asOf;
  const lead =
    asOf && say('asOf', { effective: day(asOf.effective), known: day(asOf.knownOn), batch: asOf.batch });
  return (
    <Page title={say('title')} lead={[say('lead'), lead].filter(Boolean).join(' ')}>
      {list.data !== undefined && <EarningTotals totals={list.data.totals} />}
      <EarningFilter selection={selection} />
      {list.error !== null && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data !== undefined && (
        <EarningRows list={list.data} selection={selection} isStale={list.isPlaceholderData} />
      )}
      <EarningSheet id={selection.earning} />
      <WhoSheet selection={selection} />
      <LineSheet line={selection.line} />
    </Page>
  );
}

type RowsProps = {
  readonly list: Schemas['EarningList'];
  readonly selection: Selection;
  readonly isStale: boolean;
};

function EarningRows({ list, selection, isStale }: RowsProps) {
  const say = useSay(earningsTexts);
  const navigate = useNavigate({ from: '/earnings' });
  const { rows, total, next, asOf, due } = list;
  const { passed = 0, agreement, partner } = selection;
  if (rows.length === 0) {
    const isSelected = agreement !== undefined || partner !== undefined;
    return isSelected ? (
      <Notice title={say('nothingTitle')}>
        <p>{say('nothingText')}</p>
      </Notice>
    ) : (
      <Notice title={say('emptyTitle')}>
        <p>{say('emptyText')}</p>
      </Notice>
    );
  }
  const turnOn =
    next === null
      ? undefined
      : () => void navigate({ search: (old) => ({ ...old, cursor: next, passed: passed + rows.length }) });
  // A cursor only leads on: back is the way back through the pages.
  const turnBack = passed === 0 ? undefined : () => history.back();
  const range =
    rows.length === total
      ? say('all', { count: total })
      : say('range', { from: passed + 1, to: passed + rows.length, total });
  return (
    <>
      {due !== null && due > 0 && <p>{say('stale', { batch: asOf.batch })}</p>}
      <EarningTable rows={rows} isStale={isStale} />
      <Pager range={range} onPrevious={turnBack} onNext={turnOn} />
    </>
  );
}
