import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { LongTextField } from '../../../ui/LongTextField.tsx';
import { type DialogProps, reasonGiven } from './dialogProps.ts';
import { detailTexts } from './texts.ts';

/** Takes a proposal back from review, or gives it up. */
export function EndDialog({
  proposal,
  deed,
  onClose,
}: DialogProps & { readonly deed: 'recall' | 'withdraw' }) {
  const say = useSay(detailTexts);
  const [reason, setReason] = useState('');
  const recall = api.useMutation('post', '/api/v1/proposals/{id}/recall', { onSuccess: onClose });
  const withdraw = api.useMutation('post', '/api/v1/proposals/{id}/withdrawal', { onSuccess: onClose });
  const end = deed === 'recall' ? recall : withdraw;
  const { id } = proposal;
  return (
    <ConfirmDialog
      title={say(`${deed}Title`)}
      isOpen
      yes={say(`do.${deed}`)}
      onYes={() => end.mutate({ params: { path: { id } }, body: reasonGiven(reason) })}
      onClose={onClose}
      isDanger={deed === 'withdraw'}
      isPending={end.isPending}
      error={end.error}
    >
      <p>{say(`${deed}Text`)}</p>
      <LongTextField label={say('reasonIfAny')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
