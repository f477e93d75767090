import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Fields } from '../../ui/Form.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { useActorName } from '../money/useActorName.ts';
import { auditTexts } from './auditTexts.ts';
import { SettingsFrame } from './SettingsFrame.tsx';

type Row = paths['/api/v1/audit']['get']['responses'][200]['content']['application/json']['rows'][number];

/** Who did what, the newest first. */
export function AuditPage() {
  const say = useSay(auditTexts);
  const reader = useReader();
  const actorName = useActorName();
  const { passed, ...asked } = useSearch({ from: '/settings/audit' });
  const navigate = useNavigate({ from: '/settings/audit' });
  const query = { limit: String(PAGE_ROWS), ...said(asked) };
  const audit = api.useQuery('get', '/api/v1/audit', { params: { query } });
  const narrow = (wanted: Record<string, string>) =>
    void navigate({ search: (old) => narrowed(old, wanted), replace: true });
  const columns: readonly Column<Row>[] = [
    { id: 'action', title: say('action'), isMain: true, cell: ({ action }) => <code>{action}</code> },
    { id: 'at', title: say('at'), cell: ({ at }) => reader.instant(at) },
    { id: 'actor', title: say('actor'), cell: (row) => row.actorName ?? actorName(row.actor) },
    { id: 'object', title: say('object'), cell: ({ object }) => object },
    {
      id: 'content',
      title: say('content'),
      width: '35%',
      cell: ({ body }) => (body === null ? say('erased') : <code>{JSON.stringify(body)}</code>),
    },
  ];
  const { data, error, isPending } = audit;
  return (
    <SettingsFrame lead={say('lead')}>
      <search aria-label={say('filter')}>
        <Fields>
          <TextField
            label={say('action')}
            hint={say('actionHint')}
            value={asked.action ?? ''}
            onChange={(action) => narrow({ action })}
          />
          <TextField
            label={say('object')}
            value={asked.object ?? ''}
            onChange={(object) => narrow({ object })}
          />
          <TextField
            label={say('from')}
            type="date"
            value={asked.from ?? ''}
            onChange={(from) => narrow({ from })}
          />
          <TextField
            label={say('until')}
            type="date"
            value={asked.until ?? ''}
            onChange={(until) => narrow({ until })}
          />
        </Fields>
      </search>
      <Section title={say('entries')}>
        {error !== null && <Failure error={error} onRetry={() => void audit.refetch()} />}
        {isPending && <Skeleton />}
        {data?.rows.length === 0 && <Notice title={say('nothing')} />}
        {data !== undefined && data.rows.length > 0 && (
          <>
            <DataTable caption={say('entries')} columns={columns} rows={data.rows} rowKey={({ id }) => id} />
            <ListPager
              count={data.rows.length}
              next={data.next}
              passed={passed}
              onNext={(page) => void navigate({ search: (old) => ({ ...old, ...page }) })}
            />
          </>
        )}
      </Section>
    </SettingsFrame>
  );
}
