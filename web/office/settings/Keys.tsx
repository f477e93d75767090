import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useMay } from '../money/useMay.ts';
import { keyTexts } from './keyTexts.ts';
import { scopeNames } from './scopeName.ts';
import { scopeWords } from './scopeWords.ts';
import type { Key } from './settingsTypes.ts';

type Props = { readonly programs: readonly { readonly id: string; readonly name: string }[] };

/** Every key, never its secret; one that is valid can be ended at once. */
export function Keys({ programs }: Props) {
  const say = useSay(keyTexts);
  const [asked, setAsked] = useState<Key>();
  const keys = api.useQuery('get', '/api/v1/keys', { params: { query: { limit: '500' } } });
  const revoke = api.useMutation('delete', '/api/v1/keys/{id}', { onSuccess: () => setAsked(undefined) });
  const columns = useKeyColumns(programs, setAsked);
  const { data, error, isPending } = keys;
  return (
    <Section title={say('keys')}>
      {error !== null && <Failure error={error} onRetry={() => void keys.refetch()} />}
      {isPending && <Skeleton />}
      {data?.rows.length === 0 && <Notice title={say('noKeys')} />}
      {data !== undefined && data.rows.length > 0 && (
        <DataTable caption={say('keys')} columns={columns} rows={data.rows} rowKey={({ id }) => id} />
      )}
      <ConfirmDialog
        title={say('revokeAsk', { label: asked?.label ?? '' })}
        yes={say('revoke')}
        isDanger
        isOpen={asked !== undefined}
        isPending={revoke.isPending}
        error={revoke.error}
        onYes={() => asked && revoke.mutate({ params: { path: { id: asked.id } } })}
        onClose={() => setAsked(undefined)}
      >
        <p>{say('revokeWhy')}</p>
      </ConfirmDialog>
    </Section>
  );
}

function useKeyColumns(programs: Props['programs'], onRevoke: (key: Key) => void): readonly Column<Key>[] {
  const say = useSay(keyTexts);
  const sayScope = useSay(scopeWords);
  const reader = useReader();
  const actorName = useActorName();
  const mayChange = useMay('access:write');
  const holderName = ({ holder }: Key) =>
    programs.find(({ id }) => id === holder.id)?.name ?? actorName(`${holder.kind}:${holder.id}`);
  return [
    {
      id: 'label',
      title: say('label'),
      isMain: true,
      cell: (key) => <Named name={key.label} code={key.id} />,
    },
    { id: 'holder', title: say('holder'), cell: holderName },
    {
      id: 'scopes',
      title: say('scopes'),
      cell: ({ scopes }) =>
        scopeNames(scopes, sayScope, reader.list).map((said) => <div key={said}>{said}</div>),
    },
    {
      id: 'used',
      title: say('used'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? say('never') : reader.instant(lastUsedAt)),
    },
    { id: 'expires', title: say('expires'), cell: ({ expiresAt }) => reader.instant(expiresAt) },
    {
      id: 'state',
      title: say('state'),
      cell: (key) => (
        <Tag meaning={isValid(key) ? 'good' : 'neutral'}>{say(isValid(key) ? 'valid' : 'ended')}</Tag>
      ),
    },
    {
      id: 'revoke',
      title: say('revoke'),
      isPlain: true,
      cell: (key) =>
        mayChange &&
        isValid(key) && (
          <Button kind="quiet" label={`${say('revoke')}: ${key.label}`} onPress={() => onRevoke(key)}>
            {say('revoke')}
          </Button>
        ),
    },
  ];
}

function isValid({ revokedAt, expiresAt }: Key): boolean {
  return revokedAt === null && expiresAt > new Date().toISOString();
}
