import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Details } from '../../ui/Details.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useMay } from '../money/useMay.ts';
import { Forgetting } from './Forgetting.tsx';
import { isForgotten } from './isForgotten.ts';
import { PersonRoles } from './PersonRoles.tsx';
import { peopleTexts } from './peopleTexts.ts';
import type { Person } from './settingsTypes.ts';

/** One person: what they may, and whether they are still here. */
export function PersonSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useSay(peopleTexts);
  const { list } = useReader();
  const person = api.useQuery('get', '/api/v1/persons/{id}', { params: { path: { id } } });
  const { data, error, isPending } = person;
  return (
    <Sheet title={say('open', { name: data?.name ?? '' })} isOpen onClose={onClose}>
      {error !== null && <Failure error={error} onRetry={() => void person.refetch()} />}
      {isPending && <Skeleton />}
      {data !== undefined && (
        <>
          <Details
            entries={[
              ...(isForgotten(data) ? [] : [[say('login'), data.login] as const]),
              [say('side'), data.partners === null ? say('ours') : list(data.partners)],
              [say('state'), say(isForgotten(data) ? 'forgotten' : data.isActive ? 'active' : 'gone')],
            ]}
          />
          {!isForgotten(data) && <PersonRoles person={data} />}
          {!isForgotten(data) && <Leaving person={data} />}
          <Forgetting person={data} />
        </>
      )}
    </Sheet>
  );
}

/** Lets a person leave, or in again. */
function Leaving({ person }: { readonly person: Person }) {
  const say = useSay(peopleTexts);
  const mayChange = useMay('access:write');
  const [isAsking, setAsking] = useState(false);
  const change = api.useMutation('put', '/api/v1/persons/{id}', { onSuccess: () => setAsking(false) });
  if (!mayChange) return null;
  const { id, name, partners, isActive, version } = person;
  const set = (wanted: boolean) =>
    change.mutate({
      params: { path: { id }, header: { 'If-Match': `"${version}"` } },
      body: { name, partners, isActive: wanted },
    });
  if (!isActive) {
    return (
      <Button isPending={change.isPending} onPress={() => set(true)}>
        {say('comeBack')}
      </Button>
    );
  }
  return (
    <>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {say('leave')}
      </Button>
      <ConfirmDialog
        title={say('leaveAsk', { name })}
        yes={say('leave')}
        isDanger
        isOpen={isAsking}
        isPending={change.isPending}
        error={change.error}
        onYes={() => set(false)}
        onClose={() => setAsking(false)}
      >
        <p>{say('leaveWhy')}</p>
      </ConfirmDialog>
    </>
  );
}
