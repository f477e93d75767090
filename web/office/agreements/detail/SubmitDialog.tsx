import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { LongTextField } from '../../../ui/LongTextField.tsx';
import { type AgreementText, wordAt } from '../text/textPath.ts';
import { type DialogProps, reasonGiven } from './dialogProps.ts';
import { SubmitFields, useSubmission } from './SubmitFields.tsx';
import { detailTexts } from './texts.ts';

/** Hands a draft in for review; its value decides whose approval is needed. */
export function SubmitDialog({ proposal, onClose }: DialogProps) {
  const say = useSay(detailTexts);
  const [reason, setReason] = useState('');
  const submit = api.useMutation('post', '/api/v1/proposals/{id}/submissions', { onSuccess: onClose });
  const { id, revision } = proposal;
  const text = proposal.text as AgreementText;
  const submission = useSubmission(text, true);
  const body = { revision, value: submission.value, ...reasonGiven(reason) };
  return (
    <ConfirmDialog
      title={say('submitTitle')}
      isOpen
      yes={say('do.submit')}
      onYes={() => submit.mutate({ params: { path: { id } }, body })}
      onClose={onClose}
      isPending={submit.isPending}
      isDisabled={!submission.isWhole}
      error={submit.error}
    >
      <SubmitFields submission={submission} currency={wordAt(text, ['currency'])} />
      <LongTextField label={say('reasonIfAny')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
