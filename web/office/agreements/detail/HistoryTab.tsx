import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Comments } from '../../comments/Comments.tsx';
import { useActorName } from '../../money/useActorName.ts';
import type { Deed } from './shapes.ts';
import { detailTexts } from './texts.ts';

const DEEDS_AT_ONCE = '500';

/** Everything that was done, by whom and why; and what people say of it. */
export function HistoryTab({ code }: { readonly code: string }) {
  const deeds = api.useQuery('get', '/api/v1/agreements/{code}/history', {
    params: { path: { code }, query: { limit: DEEDS_AT_ONCE } },
  });
  return (
    <>
      <Comments kind="agreement" place={code} />
      <Loaded query={deeds}>{({ rows }) => <DeedTable deeds={rows.toReversed()} />}</Loaded>
    </>
  );
}

function DeedTable({ deeds }: { readonly deeds: readonly Deed[] }) {
  const say = useSay(detailTexts);
  const { instant, count } = useReader();
  const nameOf = useActorName();
  const columns: readonly Column<Deed>[] = [
    {
      id: 'deed',
      title: say('deed'),
      isMain: true,
      cell: ({ number, deed, level }) => (
        <Named name={say(`deed.${deed}`)} code={level ?? say('deedNumber', { number: count(number) })} />
      ),
    },
    {
      id: 'who',
      title: say('who'),
      isPlain: true,
      cell: ({ actor, at }) => <Named name={nameOf(actor)} code={instant(at)} />,
    },
    {
      id: 'reason',
      title: say('whatIsSaid'),
      isPlain: true,
      width: '45%',
      cell: ({ reason, path, version }) => (
        <Named name={reason} code={path ?? (version !== null && say('madeVersion', { version }))} />
      ),
    },
  ];
  return (
    <DataTable
      caption={say('tab.history')}
      columns={columns}
      rows={deeds}
      rowKey={({ number }) => String(number)}
    />
  );
}
