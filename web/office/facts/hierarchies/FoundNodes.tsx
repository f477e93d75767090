import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Named } from '../../../ui/Named.tsx';
import { keyOf, type Node } from './hierarchyTypes.ts';
import { hierarchyTexts } from './texts.ts';
import type { AsOf } from './useNodes.ts';

/** So many are enough to see that one has to say more. */
const SHOWN = 100;

/** What is called so, wherever it stands. */
export function FoundNodes({ asOf, text }: { readonly asOf: AsOf; readonly text: string }) {
  const say = useSay(hierarchyTexts);
  const query = { ...asOf, text, limit: String(SHOWN) };
  const list = api.useQuery(
    'get',
    '/api/v1/hierarchies',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const columns = useFoundNodeColumns();
  return (
    <Loaded query={list}>
      {({ rows, next }) =>
        rows.length === 0 ? (
          <p>{say('nothing')}</p>
        ) : (
          <>
            <DataTable
              caption={say('found')}
              columns={columns}
              rows={rows}
              rowKey={keyOf}
              isStale={list.isPlaceholderData}
            />
            {next !== null && <p>{say('more')}</p>}
          </>
        )
      }
    </Loaded>
  );
}

function useFoundNodeColumns(): readonly Column<Node>[] {
  const say = useSay(hierarchyTexts);
  const { count } = useReader();
  return [
    {
      id: 'name',
      title: say('name'),
      isMain: true,
      cell: ({ kind, code, name }) => (
        <Named
          name={
            <Link
              from="/facts/hierarchies"
              to="/facts/hierarchies"
              search={(old) => ({ ...old, kind, code })}
              resetScroll={false}
            >
              {name}
            </Link>
          }
          code={code}
        />
      ),
    },
    { id: 'above', title: say('above'), cell: ({ above }) => above ?? '–' },
    { id: 'lines', title: say('linesOf'), isFigure: true, cell: ({ lines }) => count(lines) },
  ];
}
