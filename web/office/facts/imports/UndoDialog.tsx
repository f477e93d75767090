import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Refused } from '../../../ui/Failure.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { ChangesTable } from '../ChangesTable.tsx';
import { importsTexts } from './texts.ts';

type Props = {
  readonly id: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Asks before an import is taken back, and says what that changes. */
export function UndoDialog({ id, isOpen, onClose, onDone }: Props) {
  const say = useSay(importsTexts);
  const [reason, setReason] = useState('');
  const undo = api.useMutation('post', '/api/v1/imports/{id}/undo', { onSuccess: onDone });
  return (
    <ConfirmDialog
      title={say('undoTitle')}
      isOpen={isOpen}
      yes={say('undoYes')}
      onYes={() => undo.mutate({ params: { path: { id } }, body: { reason: reason.trim() } })}
      onClose={onClose}
      isDanger
      isPending={undo.isPending}
      isDisabled={reason.trim() === ''}
      error={undo.error}
    >
      <p>{say('undoText')}</p>
      <WouldChange id={id} />
      <TextField label={say('undoReason')} value={reason} onChange={setReason} isRequired />
    </ConfirmDialog>
  );
}

function WouldChange({ id }: { readonly id: string }) {
  const say = useSay(importsTexts);
  const preview = useQuery({
    queryKey: ['undo preview', id],
    queryFn: async ({ signal }) => {
      const path = { id };
      const { data } = await call.POST('/api/v1/imports/{id}/undo/preview', { params: { path }, signal });
      return data;
    },
  });
  if (preview.error !== null) return <Refused error={preview.error} />;
  if (preview.data === undefined) return <Skeleton rows={3} />;
  const { withdrawn, restored, changes } = preview.data;
  return (
    <>
      {withdrawn !== null && withdrawn > 0 && <p>{say('withdrawn', { count: withdrawn })}</p>}
      {restored !== null && restored > 0 && <p>{say('restored', { count: restored })}</p>}
      {changes.length === 0 ? <p>{say('noBooking')}</p> : <ChangesTable changes={changes} />}
    </>
  );
}
