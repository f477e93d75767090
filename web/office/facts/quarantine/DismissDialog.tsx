import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Waiting } from './repairs.ts';
import { quarantineTexts } from './texts.ts';

type Props = { readonly row: Waiting | undefined; readonly onClose: () => void };

/** Asks before a row is dismissed for good. */
export function DismissDialog({ row, onClose }: Props) {
  const say = useSay(quarantineTexts);
  const [reason, setReason] = useState('');
  const dismiss = api.useMutation('post', '/api/v1/imports/{id}/dismissals', { onSuccess: onClose });
  const send = ({ import: id, row: number }: Waiting) =>
    dismiss.mutate({ params: { path: { id } }, body: { rows: [number], reason: reason.trim() } });
  return (
    <ConfirmDialog
      title={say('asideTitle', { row: row?.row ?? 0 })}
      isOpen={row !== undefined}
      yes={say('asideYes')}
      onYes={() => row !== undefined && send(row)}
      onClose={onClose}
      isDanger
      isPending={dismiss.isPending}
      isDisabled={reason.trim() === ''}
      error={dismiss.error}
    >
      <p>{say('asideText')}</p>
      <TextField label={say('asideReason')} value={reason} onChange={setReason} isRequired />
    </ConfirmDialog>
  );
}
