import type { ReactNode } from 'react';
import { api, call } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useLongList } from '../../shell/useLongList.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { More } from '../../ui/More.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useMay } from '../money/useMay.ts';
import { peopleTexts } from './peopleTexts.ts';
import styles from './Settings.module.css';

type Listed = paths['/api/v1/invitations']['get']['responses'][200]['content']['application/json'];
type Row = Listed['rows'][number];

const MEANING = { waiting: 'attention', accepted: 'good', revoked: 'neutral', expired: 'neutral' } as const;
const ROWS = '50';

/** Who was invited, the latest first; what waits is written again or taken back. */
export function Invitations() {
  const say = useSay(peopleTexts);
  const mayChange = useMay('access:write');
  const { query, more } = useLongList<Row>(['invitations'], (page) =>
    call.GET('/api/v1/invitations', { params: { query: { ...page, limit: ROWS } } }),
  );
  const again = api.useMutation('post', '/api/v1/invitations/{id}/mail');
  const revoke = api.useMutation('delete', '/api/v1/invitations/{id}');
  const columns = useInvitationColumns((row) =>
    mayChange && (row.state === 'waiting' || row.state === 'expired') ? (
      <InvitationDeeds
        row={row}
        onAgain={() => again.mutate({ params: { path: { id: row.id } }, body: {} })}
        onRevoke={() => revoke.mutate({ params: { path: { id: row.id } } })}
      />
    ) : null,
  );
  const refused = again.error ?? revoke.error;
  return (
    <Section title={say('invitations')}>
      {refused !== null && <Refused error={refused} />}
      <Loaded query={query} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Notice title={say('noInvitations')} />
          ) : (
            <>
              <DataTable caption={say('invitations')} columns={columns} rows={rows} rowKey={({ id }) => id} />
              <More {...more} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function useInvitationColumns(deeds: (row: Row) => ReactNode): readonly Column<Row>[] {
  const say = useSay(peopleTexts);
  const { instant } = useReader();
  return [
    {
      id: 'who',
      title: say('name'),
      isMain: true,
      cell: (row) => <Named name={row.name} code={row.email} />,
    },
    {
      id: 'roles',
      title: say('roles'),
      cell: (row) => row.roles.map(({ role }) => say(`role_${role}`)).join('; '),
    },
    { id: 'until', title: say('until'), cell: ({ expiresAt }) => instant(expiresAt) },
    {
      id: 'state',
      title: say('state'),
      cell: ({ state }) => <Tag meaning={MEANING[state]}>{say(state)}</Tag>,
    },
    { id: 'deeds', title: say('revoke'), isPlain: true, cell: deeds },
  ];
}

type DeedsProps = { readonly row: Row; readonly onAgain: () => void; readonly onRevoke: () => void };

function InvitationDeeds({ row: { email }, onAgain, onRevoke }: DeedsProps) {
  const say = useSay(peopleTexts);
  return (
    <div className={styles.actions}>
      <Button kind="quiet" label={`${say('again')}: ${email}`} onPress={onAgain}>
        {say('again')}
      </Button>
      <Button kind="quiet" label={`${say('revoke')}: ${email}`} onPress={onRevoke}>
        {say('revoke')}
      </Button>
    </div>
  );
}
