import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import type { paths } from '../../../api/openApi.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useActorName } from '../../money/useActorName.ts';
import { BulkStates } from './BulkStates.tsx';
import { bulkTexts } from './texts.ts';

type Bulk =
  paths['/api/v1/agreement-bulks']['get']['responses'][200]['content']['application/json']['rows'][number];

/** The spreadsheets that were handed in, the latest first. */
export function BulkList() {
  const say = useSay(bulkTexts);
  const list = api.useQuery('get', '/api/v1/agreement-bulks', { params: { query: { limit: '100' } } });
  return (
    <Loaded query={list}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Notice title={say('none')}>
            <p>{say('noneText')}</p>
          </Notice>
        ) : (
          <BulkTable rows={rows} />
        )
      }
    </Loaded>
  );
}

function BulkTable({ rows }: { readonly rows: readonly Bulk[] }) {
  const say = useSay(bulkTexts);
  const { instant } = useReader();
  const nameOf = useActorName();
  const columns: readonly Column<Bulk>[] = [
    {
      id: 'name',
      title: say('spreadsheet'),
      isMain: true,
      cell: ({ id, name, rows: count }) => (
        <Named
          name={
            <Link to="/agreements/bulks" search={{ bulk: id }}>
              {name}
            </Link>
          }
          code={say('rows', { count })}
        />
      ),
    },
    {
      id: 'who',
      title: say('by'),
      isPlain: true,
      cell: ({ submittedBy, submittedAt }) => (
        <Named name={nameOf(submittedBy)} code={instant(submittedAt)} />
      ),
    },
    {
      id: 'states',
      title: say('states'),
      isPlain: true,
      cell: ({ states }) => <BulkStates states={states} />,
    },
  ];
  return <DataTable caption={say('handedIn')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
