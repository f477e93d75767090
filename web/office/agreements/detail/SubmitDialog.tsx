import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { LongTextField } from '../../../ui/LongTextField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { decimalOf, readersMark } from '../text/decimalOf.ts';
import { type AgreementText, wordAt } from '../text/textPath.ts';
import { type DialogProps, reasonGiven } from './dialogProps.ts';
import { detailTexts } from './texts.ts';

/** Hands a draft in for review; its value decides whose approval is needed. */
export function SubmitDialog({ proposal, onClose }: DialogProps) {
  const say = useSay(detailTexts);
  const [of, setOf] = useState('expected');
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const submit = api.useMutation('post', '/api/v1/proposals/{id}/submissions', { onSuccess: onClose });
  const { id, revision } = proposal;
  const amount = decimalOf(typed, readersMark());
  const yes = () => {
    const value =
      of === 'capped' ? { of: 'capped' as const } : { of: 'expected' as const, amount: amount ?? '' };
    submit.mutate({ params: { path: { id } }, body: { revision, value, ...reasonGiven(reason) } });
  };
  return (
    <ConfirmDialog
      title={say('submitTitle')}
      isOpen
      yes={say('do.submit')}
      onYes={yes}
      onClose={onClose}
      isPending={submit.isPending}
      isDisabled={of === 'expected' && amount === undefined}
      error={submit.error}
    >
      <p>{say('submitText')}</p>
      <SelectField
        label={say('value')}
        choices={[
          { id: 'expected', name: say('byExpected') },
          { id: 'capped', name: say('byCap') },
        ]}
        value={of}
        onChange={setOf}
      />
      {of === 'expected' && (
        <TextField
          label={say('expectedValue', { currency: wordAt(proposal.text as AgreementText, ['currency']) })}
          inputMode="decimal"
          value={typed}
          onChange={setTyped}
          isRequired
        />
      )}
      <LongTextField label={say('reasonIfAny')} value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
