import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { LongTextField } from '../../../ui/LongTextField.tsx';
import type { DialogProps } from './dialogProps.ts';
import { detailTexts } from './texts.ts';

/** Sends a proposal back to its authors, with what is wrong with it. */
export function RejectDialog({ proposal, onClose }: DialogProps) {
  const say = useSay(detailTexts);
  const [reason, setReason] = useState('');
  const reject = api.useMutation('post', '/api/v1/proposals/{id}/rejections', { onSuccess: onClose });
  const { id, submission } = proposal;
  return (
    <ConfirmDialog
      title={say('rejectTitle')}
      isOpen
      yes={say('do.reject')}
      onYes={() => reject.mutate({ params: { path: { id } }, body: { submission, reason: reason.trim() } })}
      onClose={onClose}
      isDanger
      isPending={reject.isPending}
      isDisabled={reason.trim() === ''}
      error={reject.error}
    >
      <LongTextField label={say('reasonNeeded')} value={reason} onChange={setReason} isRequired />
    </ConfirmDialog>
  );
}
