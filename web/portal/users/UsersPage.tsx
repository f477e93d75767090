import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { InviteForm } from './InviteForm.tsx';
import { usersTexts } from './texts.ts';

type Users = paths['/api/v1/portal/users']['get']['responses']['200']['content']['application/json'];
type User = Users['users'][number];

/** The persons of the partner: who comes in, as what, and who is invited. */
export function UsersPage() {
  const say = useSay(usersTexts);
  const list = api.useQuery('get', '/api/v1/portal/users');
  return (
    <Page title={say('title')} lead={say('lead')}>
      <Loaded query={list}>
        {({ users, invitations }) => (
          <>
            <UserTable users={users} />
            <Section title={say('invite')} lead={say('inviteLead')}>
              <InviteForm />
            </Section>
            {invitations.length > 0 && <Waiting invitations={invitations} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function UserTable({ users }: { readonly users: readonly User[] }) {
  const say = useSay(usersTexts);
  const columns: readonly Column<User>[] = [
    {
      id: 'name',
      title: say('name'),
      isMain: true,
      cell: ({ name, login, isSelf }) => (
        <Named name={name} code={isSelf ? `${login} · ${say('you')}` : login} />
      ),
    },
    {
      id: 'role',
      title: say('role'),
      isPlain: true,
      cell: ({ role }) => (role === null ? say('noRole') : say(role)),
    },
    {
      id: 'state',
      title: say('state'),
      isPlain: true,
      cell: ({ isActive }) => (
        <Tag meaning={isActive ? 'good' : 'neutral'}>{say(isActive ? 'active' : 'inactive')}</Tag>
      ),
    },
    {
      id: 'deeds',
      title: say('deeds'),
      isPlain: true,
      cell: (user) => (user.isSelf ? '' : <Deeds user={user} />),
    },
  ];
  return <DataTable caption={say('title')} columns={columns} rows={users} rowKey={({ id }) => id} />;
}

/** Shutting out and letting in again, and the other role. */
function Deeds({ user: { id, name, role, isActive } }: { readonly user: User }) {
  const say = useSay(usersTexts);
  const [asking, ask] = useState<'access' | 'role'>();
  const change = api.useMutation('put', '/api/v1/portal/users/{id}', { onSuccess: () => ask(undefined) });
  const isRole = asking === 'role';
  const other = role === 'partnerAdministrator' ? 'partnerUser' : 'partnerAdministrator';
  const deed = say(isActive ? 'shutOut' : 'letIn');
  const body = isRole
    ? ({ role: other, isActive } as const)
    : ({ role: role ?? 'partnerUser', isActive: !isActive } as const);
  return (
    <>
      <Button label={`${deed}: ${name}`} onPress={() => ask('access')}>
        {deed}
      </Button>
      {isActive && (
        <Button kind="quiet" label={`${say('otherRole')}: ${name}`} onPress={() => ask('role')}>
          {say('otherRole')}
        </Button>
      )}
      <ConfirmDialog
        title={isRole ? say('roleTitle', { name, role: say(other) }) : `${deed}: ${name}?`}
        isOpen={asking !== undefined}
        yes={isRole ? say('otherRole') : deed}
        onYes={() => change.mutate({ params: { path: { id } }, body })}
        onClose={() => ask(undefined)}
        isDanger={!isRole && isActive}
        isPending={change.isPending}
        error={change.error}
      />
    </>
  );
}

function Waiting({ invitations }: Pick<Users, 'invitations'>) {
  const say = useSay(usersTexts);
  const { instant } = useReader();
  return (
    <Section title={say('waiting')}>
      <ul>
        {invitations.map(({ id, name, email, expiresAt }) => (
          <li key={id}>
            <Named name={name} code={`${email} · ${say('until', { at: instant(expiresAt) })}`} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
