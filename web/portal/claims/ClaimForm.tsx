import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useFields } from '../../shell/useFields.ts';
import { typedFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Form } from '../../ui/Form.tsx';
import { LongTextField } from '../../ui/LongTextField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ClaimedAlready } from './ClaimedAlready.tsx';
import type { Along } from './SentAlong.tsx';
import { SentOne } from './SentOne.tsx';
import { claimsTexts } from './texts.ts';
import { useMessage } from './useMessage.ts';
import { useNewClaim } from './useNewClaim.ts';

/** One claim by its fields. What becomes of it is said below its button; what was refused is changed here and sent once more. */
export function ClaimForm({ earnings }: { readonly earnings: readonly Schemas['Earning'][] }) {
  const say = useSay(claimsTexts);
  const navigate = useNavigate({ from: '/claims/new' });
  const { message, earning: asked } = useSearch({ from: '/claims/new' });
  const first = earnings.find(({ id }) => id === asked) ?? earnings[0];
  const [chosen, choose] = useState(first?.id ?? '');
  const { texts, field, change } = useFields({ reference: '', amount: first?.amount ?? '', why: '' });
  const [proof, setProof] = useState<File>();
  // As it was when the claim was sent, whatever is typed into the form after that.
  const [along, setAlong] = useState<Along>();
  const send = useNewClaim((id) => {
    setAlong({ why: texts.why.trim(), proof });
    void navigate({ search: (old) => ({ ...old, message: id }), resetScroll: false });
  });
  // What is a claim now would be sent a second time from what still stands in the form.
  const isTaken = (useMessage(message).data?.claims.length ?? 0) > 0;
  const amounts = useAmounts(earnings);
  const earning = earnings.find(({ id }) => id === chosen);
  if (earning === undefined) return null;
  const pick = (id: string) => {
    choose(id);
    change({ amount: earnings.find((one) => one.id === id)?.amount ?? '' });
  };
  const more = () => {
    change({ reference: '', why: '' });
    setProof(undefined);
    void navigate({ search: ({ agreement }) => (agreement === undefined ? {} : { agreement }) });
  };
  return (
    <>
      {!isTaken && (
        <Form
          label={say('newTitle')}
          onSubmit={() => send.mutate({ body: bodyOf(earning, texts), before: message })}
          submit={say('send')}
          isPending={send.isPending}
          missing={[
            ...(texts.amount.trim() === '' ? [say('amount')] : []),
            ...(texts.reference.trim() === '' ? [say('ownReference')] : []),
          ]}
        >
          <SelectField label={say('forWhat')} choices={amounts} value={chosen} onChange={pick} />
          <ClaimedAlready earning={earning} />
          <ClaimFields currency={earning.currency} field={field} />
          <FileField
            label={say('prove')}
            hint={say('proveHint')}
            kinds={[]}
            file={proof}
            onChoose={setProof}
          />
        </Form>
      )}
      {send.error !== null && <Refused error={send.error} />}
      {message !== undefined && <SentOne key={message} message={message} along={along} />}
      {isTaken && <Button onPress={more}>{say('claimMore')}</Button>}
    </>
  );
}

type FieldsProps = {
  readonly currency: string;
  readonly field: ReturnType<typeof useFields<Typed>>['field'];
};

function ClaimFields({ currency, field }: FieldsProps) {
  const say = useSay(claimsTexts);
  const { inCurrency } = useReader();
  return (
    <>
      <TextField
        label={inCurrency(say('amount'), currency)}
        inputMode="decimal"
        {...field('amount')}
        isRequired
      />
      <TextField
        label={say('ownReference')}
        hint={say('ownReferenceHint')}
        {...field('reference')}
        isRequired
      />
      <LongTextField label={say('why')} hint={say('whyHint')} {...field('why')} />
    </>
  );
}

type Typed = { readonly reference: string; readonly amount: string; readonly why: string };

function bodyOf(earning: Schemas['Earning'], { reference, amount }: Typed) {
  const { agreement, term, window, currency, partner } = earning;
  const row = { reference, agreement, currency, term, ...window, amount: typedFigure(amount) };
  return { partner, rows: [row] };
}

/** Amounts to choose from; what is the same of all tells nothing apart. */
function useAmounts(earnings: readonly Schemas['Earning'][]) {
  const { span, money } = useReader();
  const hasTerms = new Set(earnings.map(({ term }) => term)).size > 1;
  const hasPartners = new Set(earnings.map(({ partner }) => partner)).size > 1;
  return earnings.map(({ id, window, term, partnerName, amount, currency }) => ({
    id,
    name: [
      span(window),
      ...(hasTerms ? [term] : []),
      ...(hasPartners ? [partnerName] : []),
      money(amount, currency),
    ].join(' · '),
  }));
}
