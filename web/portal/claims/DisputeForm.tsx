import { useState } from 'react';
import { api } from '../../api/client.ts';
import { REASONS, type Reason, reasonTexts } from '../../claim/claimReasons.ts';
import { said } from '../../shell/textsIn.ts';
import { useFields } from '../../shell/useFields.ts';
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
import type { Claim } from './claimTypes.ts';
import { claimsTexts } from './texts.ts';

/** Objects to an amount of a claim; not where all of it is paid already. */
export function DisputeForm({ claim }: { readonly claim: Claim }) {
  const say = useSay(claimsTexts);
  const sayReason = useSay(reasonTexts);
  const [reason, setReason] = useState<Reason>('price');
  const { texts, field, change } = useFields({ amount: '', note: '' });
  const dispute = api.useMutation('post', '/api/v1/claim-messages/disputes', {
    onSuccess: () => change({ amount: '', note: '' }),
  });
  if (isSameFigure(claim.positions.received ?? '0', claim.claimed)) return null;
  const send = () =>
    dispute.mutate({
      body: {
        ...{ claim: claim.id, reason },
        ...said({ amount: texts.amount.trim(), note: texts.note.trim() }),
      },
    });
  return (
    <div id="dispute">
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
            choices={REASONS.map((id) => ({ id, name: sayReason(id) }))}
            value={reason}
            onChange={(id) => setReason(id as typeof reason)}
          />
          <TextField
            label={say('disputeAmount')}
            hint={say('disputeAmountHint')}
            inputMode="decimal"
            {...field('amount')}
          />
          <LongTextField label={say('note')} {...field('note')} />
        </Form>
        {dispute.error !== null && <Refused error={dispute.error} />}
        {dispute.isSuccess && <Done title={say('sent')} />}
      </Section>
    </div>
  );
}
