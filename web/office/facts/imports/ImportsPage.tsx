import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Pager } from '../../../ui/Pager.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { FactsTabs } from '../FactsTabs.tsx';
import { ImportLink } from '../ImportLink.tsx';
import { importsTexts } from './texts.ts';
import { UnderWay } from './UnderWay.tsx';

type Import = Answer<'listImports'>['rows'][number];

const PAGE_ROWS = 50;
const ASKED_AGAIN_MS = 10_000;

/** What came in, and what became of it. */
export function ImportsPage() {
  const say = useSay(importsTexts);
  const { cursor, passed = 0 } = useSearch({ from: '/facts/imports' });
  const navigate = useNavigate({ from: '/facts/imports' });
  const query = { limit: String(PAGE_ROWS), ...(cursor !== undefined && { cursor }) };
  const list = api.useQuery(
    'get',
    '/api/v1/imports',
    { params: { query } },
    { placeholderData: keepPreviousData, refetchInterval: ASKED_AGAIN_MS },
  );
  const { rows = [], next = null } = list.data ?? {};
  const turnOn =
    next === null
      ? undefined
      : () => void navigate({ search: { cursor: next, passed: passed + rows.length } });
  return (
    <Page title={say('title')} lead={say('lead')} actions={<ImportLink />}>
      <FactsTabs />
      <UnderWay />
      {list.error !== null && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data !== undefined && rows.length === 0 && (
        <Notice title={say('emptyTitle')} actions={<ImportLink />}>
          <p>{say('emptyText')}</p>
        </Notice>
      )}
      {rows.length > 0 && (
        <>
          <ImportTable rows={rows} isStale={list.isPlaceholderData} />
          <Pager
            range={say('range', { from: passed + 1, to: passed + rows.length })}
            onPrevious={passed === 0 ? undefined : () => history.back()}
            onNext={turnOn}
          />
        </>
      )}
    </Page>
  );
}

function ImportTable({ rows, isStale }: { readonly rows: readonly Import[]; readonly isStale: boolean }) {
  const say = useSay(importsTexts);
  const { instant, count } = useReader();
  const columns: readonly Column<Import>[] = [
    {
      id: 'file',
      title: say('file'),
      isMain: true,
      cell: ({ id, name, kind, source, parent }) => (
        <Named
          name={
            <Link to="/facts/imports/$import" params={{ import: id }}>
              {name}
            </Link>
          }
          code={`${say(kind)} · ${parent === null ? source : say('repair')}`}
        />
      ),
    },
    { id: 'when', title: say('when'), isPlain: true, cell: ({ recordedAt }) => instant(recordedAt) },
    {
      id: 'rows',
      title: say('rows'),
      isFigure: true,
      cell: ({ rows: ends }) => count(Object.values(ends).reduce((sum, one) => sum + one, 0)),
    },
    { id: 'ended', title: say('ended'), isPlain: true, cell: ({ rows: ends }) => endsText(ends, say) },
    { id: 'state', title: say('state'), isFirst: true, cell: (row) => <State row={row} /> },
  ];
  return (
    <DataTable
      caption={say('title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isStale={isStale}
    />
  );
}

const ENDS = ['accepted', 'duplicate', 'superseded', 'quarantined'] as const;

function endsText(ends: Import['rows'], say: ReturnType<typeof useSay<typeof importsTexts>>): string {
  return ENDS.filter((end) => ends[end] > 0)
    .map((end) => say(end, { count: ends[end] }))
    .join(' · ');
}

function State({ row: { undone, open } }: { readonly row: Import }) {
  const say = useSay(importsTexts);
  if (undone !== null) return <Tag>{say('undone')}</Tag>;
  if (open > 0) return <Tag meaning="attention">{say('open', { count: open })}</Tag>;
  return <Tag meaning="good">{say('whole')}</Tag>;
}
