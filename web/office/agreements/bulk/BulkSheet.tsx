import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, call } from '../../../api/client.ts';
import type { paths } from '../../../api/openApi.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Deeds, useTell } from '../../money/Deeds.tsx';
import { useMay } from '../../money/useMay.ts';
import { useMe } from '../../money/useMe.ts';
import { ProposalTag } from '../ProposalTag.tsx';
import { BulkStates } from './BulkStates.tsx';
import { bulkTexts } from './texts.ts';

type Entry =
  paths['/api/v1/agreement-bulks/{id}/rows']['get']['responses'][200]['content']['application/json']['rows'][number];

/** One spreadsheet that was handed in: what became of each row, and the approval of all of them at once. */
export function BulkSheet({ id }: { readonly id: string | undefined }) {
  const say = useSay(bulkTexts);
  const navigate = useNavigate({ from: '/agreements/bulks' });
  return (
    <Sheet
      title={say('sheetTitle')}
      isOpen={id !== undefined}
      onClose={() => void navigate({ search: {}, resetScroll: false })}
    >
      {id !== undefined && <Content id={id} />}
    </Sheet>
  );
}

function Content({ id }: { readonly id: string }) {
  const path = { id };
  // With the version that was looked at: what has changed since is not approved by it.
  const shown = useQuery({
    queryKey: ['bulk', id],
    queryFn: async ({ signal }) => {
      const { data, response } = await call.GET('/api/v1/agreement-bulks/{id}', { params: { path }, signal });
      return { bulk: data, seen: response.headers.get('etag') ?? '' };
    },
  });
  const rows = api.useQuery('get', '/api/v1/agreement-bulks/{id}/rows', {
    params: { path, query: { limit: '500' } },
  });
  return (
    <Loaded query={shown}>
      {({ bulk, seen }) =>
        bulk && (
          <>
            <BulkStates states={bulk.states} />
            <Deeds>
              {(bulk.states.inReview ?? 0) > 0 && (
                <Approval id={id} seen={seen} count={bulk.states.inReview ?? 0} by={bulk.submittedBy} />
              )}
            </Deeds>
            <Loaded query={rows}>{(page) => <EntryTable rows={page.rows} />}</Loaded>
          </>
        )
      }
    </Loaded>
  );
}

type ApprovalProps = {
  readonly id: string;
  readonly seen: string;
  readonly count: number;
  readonly by: string;
};

/** The next level of approval for all of them, by somebody else than whoever handed them in. */
function Approval({ id, seen, count, by }: ApprovalProps) {
  const say = useSay(bulkTexts);
  const tell = useTell();
  const me = useMe();
  const mayApprove = useMay('agreements:approve');
  const approve = useMutation({
    mutationFn: () =>
      call.POST('/api/v1/agreement-bulks/{id}/approvals', {
        params: { path: { id }, header: { 'If-Match': seen } },
        body: {},
      }),
    onSuccess: ({ data }) => data !== undefined && tell(say('approved', { count: data.approved })),
  });
  if (!mayApprove || by === `person:${me?.id}`) return <p>{say('otherApproves')}</p>;
  return (
    <>
      {approve.error !== null && <Refused error={approve.error} />}
      <Button kind="primary" onPress={() => approve.mutate()} isPending={approve.isPending}>
        {say('approve', { count })}
      </Button>
    </>
  );
}

function EntryTable({ rows }: { readonly rows: readonly Entry[] }) {
  const say = useSay(bulkTexts);
  const columns: readonly Column<Entry>[] = [
    {
      id: 'agreement',
      title: say('agreement'),
      isMain: true,
      cell: ({ agreement, proposal }) => (
        <Link to="/agreements/$code" params={{ code: agreement }} search={{ tab: 'proposals', proposal }}>
          {agreement}
        </Link>
      ),
    },
    { id: 'state', title: say('states'), isPlain: true, cell: ({ state }) => <ProposalTag state={state} /> },
    {
      id: 'version',
      title: say('version'),
      isFigure: true,
      cell: ({ version }) => version !== null && String(version),
    },
  ];
  return (
    <DataTable caption={say('sheetTitle')} columns={columns} rows={rows} rowKey={({ row }) => String(row)} />
  );
}
