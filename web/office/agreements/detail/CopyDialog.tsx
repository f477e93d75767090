import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { detailTexts } from './texts.ts';

type Props = { readonly code: string; readonly deed: 'renew' | 'clone'; readonly onClose: () => void };

/** Drafts the agreement of the next period, or another one with the same text; then it can be edited. */
export function CopyDialog({ code, deed, onClose }: Props) {
  const say = useSay(detailTexts);
  const navigate = useNavigate();
  const [id, setId] = useState('');
  const onSuccess = ({ agreement, proposal }: { readonly agreement: string; readonly proposal: string }) =>
    void navigate({ to: '/agreements/$code/edit', params: { code: agreement }, search: { proposal } });
  const renew = api.useMutation('post', '/api/v1/agreements/{code}/renewals', { onSuccess });
  const clone = api.useMutation('post', '/api/v1/agreements/{code}/clones', { onSuccess });
  const copy = deed === 'renew' ? renew : clone;
  return (
    <ConfirmDialog
      title={say(`${deed}Title`)}
      isOpen
      yes={say(`do.${deed}`)}
      onYes={() => copy.mutate({ params: { path: { code } }, body: { id: id.trim(), edits: [] } })}
      onClose={onClose}
      isPending={copy.isPending}
      isDisabled={id.trim() === ''}
      error={copy.error}
    >
      <p>{say(`${deed}Text`)}</p>
      <TextField label={say('newId')} value={id} onChange={setId} isRequired />
    </ConfirmDialog>
  );
}
