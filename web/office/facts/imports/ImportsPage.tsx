import { Link, useSearch } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { api } from '../../../api/client.ts';
import { PagedList } from '../../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../../shell/paging.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { FactsTabs } from '../FactsTabs.tsx';
import { ImportLink } from '../ImportLink.tsx';
import { putRightOf } from './endsOf.ts';
import { importsTexts } from './texts.ts';
import { UnderWay } from './UnderWay.tsx';

type Import = Answer<'listImports'>['rows'][number];

const ASKED_AGAIN_MS = 10_000;

/** What came in, and what became of it. */
export function ImportsPage() {
  const say = useSay(importsTexts);
  const { cursor } = useSearch({ from: '/facts/imports' });
  const list = api.useQuery(
    'get',
    '/api/v1/imports',
    { params: { query: pageQuery({ cursor }) } },
    { ...PAGED, refetchInterval: ASKED_AGAIN_MS },
  );
  return (
    <Page title={say('title')} lead={say('lead')} actions={<ImportLink />}>
      <FactsTabs />
      <UnderWay />
      <PagedList
        list={list}
        empty={{ title: say('emptyTitle'), text: say('emptyText'), actions: <ImportLink /> }}
      >
        {(rows, isStale) => (
          // What was put right belongs to the import that it came with.
          <ImportTable rows={rows.filter(({ parent }) => parent === null)} isStale={isStale} />
        )}
      </PagedList>
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
      cell: ({ id, name, kind, source }) => (
        <Named
          name={
            <Link to="/facts/imports/$import" params={{ import: id }}>
              {name}
            </Link>
          }
          code={`${say(kind)} · ${source}`}
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
    { id: 'ended', title: say('ended'), isPlain: true, cell: (row) => endsText(row, say) },
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

const ENDS = ['accepted', 'duplicate', 'superseded', 'repaired', 'dismissed', 'waits'] as const;

function endsText(
  { rows, ended, open }: Import,
  say: ReturnType<typeof useSay<typeof importsTexts>>,
): string {
  const counts = { ...rows, repaired: putRightOf(ended), dismissed: ended.dismissed, waits: open };
  return ENDS.filter((end) => counts[end] > 0)
    .map((end) => say(end, { count: counts[end] }))
    .join(' · ');
}

function State({ row: { undone, open } }: { readonly row: Import }) {
  const say = useSay(importsTexts);
  if (undone !== null) return <Tag>{say('undone')}</Tag>;
  if (open > 0) return <Tag meaning="attention">{say('open', { count: open })}</Tag>;
  return <Tag meaning="good">{say('whole')}</Tag>;
}
