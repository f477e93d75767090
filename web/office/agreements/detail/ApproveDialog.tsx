import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { LongTextField } from '../../../ui/LongTextField.tsx';
import { type DialogProps, reasonGiven } from './dialogProps.ts';
import { detailTexts } from './texts.ts';

/** Gives the next level of approval, to the submission that was read. */
export function ApproveDialog({ proposal, onClose }: DialogProps) {
  const say = useSay(detailTexts);
  const [reason, setReason] = useState('');
  const approve = api.useMutation('post', '/api/v1/proposals/{id}/approvals', { onSuccess: onClose });
  const { id, submission } = proposal;
  const yes = () =>
    approve.mutate({ params: { path: { id } }, body: { submission, ...reasonGiven(reason) } });
  return (
    <ConfirmDialog
      title={say('approveTitle')}
      isOpen
      yes={say('do.approve')}
      onYes={yes}
      onClose={onClose}
      isPending={approve.isPending}
      error={approve.error}
    >
      <p>{say('approveText')}</p>
      <LongTextField label={say('reasonIfAny')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
