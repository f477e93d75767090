import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Outcome } from './Outcome.tsx';
import { claimsTexts } from './texts.ts';

const OFFERED = 200;

/** A claim on an amount of one's own, by a form of three fields. */
export function NewClaimPage() {
  const say = useSay(claimsTexts);
  const { message } = useSearch({ from: '/claims/new' });
  const query = { limit: String(OFFERED) };
  const earnings = api.useQuery('get', '/api/v1/earnings', { params: { query } });
  return (
    <Page title={say('newTitle')} lead={say('newLead')}>
      <Loaded query={earnings}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Notice title={say('noAmount')}>
              <p>{say('noAmountText')}</p>
            </Notice>
          ) : (
            <ClaimForm earnings={rows} />
          )
        }
      </Loaded>
      {message !== undefined && <Outcome message={message} />}
    </Page>
  );
}

function ClaimForm({ earnings }: { readonly earnings: readonly Schemas['Earning'][] }) {
  const say = useSay(claimsTexts);
  const { name, span, money } = useReader();
  const navigate = useNavigate({ from: '/claims/new' });
  const [chosen, choose] = useState(earnings[0]?.id ?? '');
  const [reference, setReference] = useState('');
  const [amount, setAmount] = useState('');
  const send = api.useMutation('post', '/api/v1/claim-messages/claims', {
    onSuccess: ({ id }) => void navigate({ search: { message: id } }),
  });
  const earning = earnings.find(({ id }) => id === chosen);
  if (earning === undefined) return null;
  const { agreement, term, window, currency, partner } = earning;
  const row = { reference, agreement, currency, term, ...window, amount: amount.trim() };
  return (
    <>
      <Form
        label={say('newTitle')}
        onSubmit={() => send.mutate({ body: { partner, rows: [row] } })}
        actions={
          <Button
            type="submit"
            kind="primary"
            isPending={send.isPending}
            isDisabled={reference.trim() === '' || amount.trim() === ''}
          >
            {say('send')}
          </Button>
        }
      >
        <SelectField
          label={say('forWhat')}
          choices={earnings.map((one) => ({
            id: one.id,
            name: `${name(one.agreementName)} · ${span(one.window)} · ${one.partnerName} · ${money(one.amount, one.currency)}`,
          }))}
          value={chosen}
          onChange={choose}
        />
        <TextField
          label={`${say('amount')}, ${currency}`}
          inputMode="decimal"
          value={amount}
          onChange={setAmount}
          isRequired
        />
        <TextField
          label={say('ownReference')}
          hint={say('ownReferenceHint')}
          value={reference}
          onChange={setReference}
          isRequired
        />
      </Form>
      {send.error !== null && <Refused error={send.error} />}
    </>
  );
}
