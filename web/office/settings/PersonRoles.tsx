import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Done } from '../../ui/Done.tsx';
import { Failure, Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useMay } from '../money/useMay.ts';
import { peopleTexts } from './peopleTexts.ts';
import { RoleFields } from './RoleFields.tsx';
import type { Person } from './settingsTypes.ts';
import { draftOf, type RoleDraft, wantedOf } from './wantedRoles.ts';

/** The roles of a person, which whoever lets people in changes. */
export function PersonRoles({ person }: { readonly person: Person }) {
  const say = useSay(peopleTexts);
  const mayChange = useMay('access:write');
  const [drafts, setDrafts] = useState<readonly RoleDraft[]>();
  const path = { path: { id: person.id } };
  const roles = api.useQuery('get', '/api/v1/persons/{id}/roles', { params: path });
  const set = api.useMutation('put', '/api/v1/persons/{id}/roles', { onSuccess: () => setDrafts(undefined) });
  if (roles.error !== null) return <Failure error={roles.error} onRetry={() => void roles.refetch()} />;
  if (roles.data === undefined) return <Skeleton />;
  const value = drafts ?? roles.data.rows.map(draftOf);
  return (
    <Form
      label={say('roles')}
      onSubmit={() => set.mutate({ params: path, body: { roles: value.map(wantedOf) } })}
      submit={mayChange ? say('save') : undefined}
      isPending={set.isPending}
      isDisabled={drafts === undefined}
    >
      {set.error !== null && <Refused error={set.error} />}
      {set.isSuccess && drafts === undefined && <Done title={say('saved')} />}
      <RoleFields isPartners={person.partners !== null} value={value} onChange={setDrafts} />
    </Form>
  );
}
