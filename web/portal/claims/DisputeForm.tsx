import { useState } from 'react';
import { api } from '../../api/client.ts';
import { isSameFigure } from '../../text/figures.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Done } from '../../ui/Done.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { LongTextField } from '../../ui/LongTextField.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { type Claim, REASONS } from './claimTypes.ts';
import { claimsTexts } from './texts.ts';

/** Objects to what became of a claim; not where all of it is paid already. */
export function DisputeForm({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimsTexts);
  const [reason, setReason] = useState<(typeof REASONS)[number]>('price');
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const dispute = api.useMutation('post', '/api/v1/claim-messages/disputes');
  if (isSameFigure(claim.positions.received ?? '0', claim.claimed)) return null;
  const send = () =>
    dispute.mutate({
      body: {
        ...{ claim: claim.id, reason },
        ...(amount.trim() !== '' && { amount: amount.trim() }),
        ...(note.trim() !== '' && { note }),
      },
    });
  return (
    <Section title={say('dispute')}>
      <Form
        label={say('dispute')}
        onSubmit={send}
        actions={
          <Button type="submit" isPending={dispute.isPending}>
            {say('send')}
          </Button>
        }
      >
        <SelectField
          label={say('reason')}
          choices={REASONS.map((id) => ({ id, name: say(`reason.${id}`) }))}
          value={reason}
          onChange={(id) => setReason(id as typeof reason)}
        />
        <TextField
          label={say('disputeAmount')}
          hint={say('disputeAmountHint')}
          inputMode="decimal"
          value={amount}
          onChange={setAmount}
        />
        <LongTextField label={say('note')} value={note} onChange={setNote} />
      </Form>
      {dispute.error !== null && <Refused error={dispute.error} />}
      {dispute.isSuccess && <Done title={say('sent')} />}
    </Section>
  );
}
