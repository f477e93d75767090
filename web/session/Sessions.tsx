import { useState } from 'react';
import { api } from '../api/client.ts';
import type { paths } from '../api/openApi.ts';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Failure, Refused } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Tag } from '../ui/Tag.tsx';
import { deviceName } from './deviceName.ts';
import { factorTexts } from './factorTexts.ts';

type Listed = paths['/api/v1/sessions']['get']['responses'][200]['content']['application/json'];
type Row = Listed['rows'][number];

/** Where the account is signed in; each can be ended from here. */
export function Sessions() {
  const say = useSay(factorTexts);
  const sessions = api.useQuery('get', '/api/v1/sessions');
  const end = api.useMutation('delete', '/api/v1/sessions/{id}');
  return (
    <Section title={say('sessions')}>
      {end.error !== null && <Refused error={end.error} />}
      {sessions.error !== null && <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.isPending && <Skeleton />}
      {sessions.data !== undefined && (
        <>
          <SessionTable rows={sessions.data.rows} onEnd={(id) => end.mutate({ params: { path: { id } } })} />
          {sessions.data.rows.length > 1 && <EndOthers />}
        </>
      )}
    </Section>
  );
}

type TableProps = { readonly rows: readonly Row[]; readonly onEnd: (id: string) => void };

function SessionTable({ rows, onEnd }: TableProps) {
  const say = useSay(factorTexts);
  const reader = useReader();
  const columns: readonly Column<Row>[] = [
    {
      id: 'device',
      title: say('device'),
      isMain: true,
      cell: ({ device, isThis }) => (
        <>
          {deviceName(device)} {isThis && <Tag meaning="good">{say('thisOne')}</Tag>}
        </>
      ),
    },
    { id: 'method', title: say('method'), cell: ({ method }) => say(`by_${method}`) },
    { id: 'seen', title: say('seen'), cell: ({ seenAt }) => reader.instant(seenAt) },
    {
      id: 'end',
      title: say('end'),
      isPlain: true,
      cell: ({ id, isThis, device }) =>
        isThis ? undefined : (
          <Button kind="quiet" label={`${say('end')}: ${deviceName(device)}`} onPress={() => onEnd(id)}>
            {say('end')}
          </Button>
        ),
    },
  ];
  return <DataTable caption={say('sessions')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** Ends all but the one that is used here, once that was asked. */
function EndOthers() {
  const say = useSay(factorTexts);
  const [isAsking, setAsking] = useState(false);
  const endOthers = api.useMutation('delete', '/api/v1/sessions', { onSuccess: () => setAsking(false) });
  return (
    <>
      <Button onPress={() => setAsking(true)}>{say('endOthers')}</Button>
      <ConfirmDialog
        title={say('endOthersAsk')}
        yes={say('endOthers')}
        isDanger
        isOpen={isAsking}
        isPending={endOthers.isPending}
        error={endOthers.error}
        onYes={() => endOthers.mutate({})}
        onClose={() => setAsking(false)}
      >
        <p>{say('endOthersWhy')}</p>
      </ConfirmDialog>
    </>
  );
}
