import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Details } from '../../ui/Details.tsx';
import { LongTextField } from '../../ui/LongTextField.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useScopes } from '../useScopes.ts';
import styles from './Payments.module.css';
import { paymentsTexts } from './texts.ts';

type Balance =
  paths['/api/v1/balance-confirmations']['get']['responses']['200']['content']['application/json']['rows'][number];

const SHOWN = 100;

/** Balances that we ask to confirm; those that wait for an answer come first. */
export function Balances() {
  const say = useSay(paymentsTexts);
  const list = api.useQuery('get', '/api/v1/balance-confirmations', {
    params: { query: { limit: String(SHOWN) } },
  });
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null;
  const waiting = rows.filter(({ state }) => state === 'sent');
  const answered = rows.filter(({ state }) => state !== 'sent');
  return (
    <Section title={say('balances')} lead={say('balancesLead')}>
      {[...waiting, ...answered].map((balance) => (
        <BalanceCard key={balance.id} balance={balance} />
      ))}
    </Section>
  );
}

function BalanceCard({ balance }: { readonly balance: Balance }) {
  const say = useSay(paymentsTexts);
  const { day } = useReader();
  const scopes = useScopes();
  const { asOf, company, currency, earned, settled, paid, open, state } = balance;
  const mayAnswer = state === 'sent' && scopes?.isOfPartner === true && scopes.has('claims:send');
  return (
    <div className={styles.card}>
      <p className={styles.head}>
        <strong>{say('asOf', { day: day(asOf), company })}</strong>
        <Tag meaning={state === 'confirmed' || state === 'resolved' ? 'good' : 'attention'}>{say(state)}</Tag>
      </p>
      <Details
        entries={[
          [say('earned'), <Amount key="earned" exact={earned} currency={currency} />],
          [say('settled'), <Amount key="settled" exact={settled} currency={currency} />],
          [say('paidAmount'), <Amount key="paid" exact={paid} currency={currency} />],
          [say('open'), <Amount key="open" exact={open} currency={currency} />],
        ]}
      />
      {mayAnswer && <Answer balance={balance} />}
    </div>
  );
}

function Answer({ balance: { id, currency } }: { readonly balance: Balance }) {
  const say = useSay(paymentsTexts);
  const [asking, ask] = useState<'confirm' | 'contest'>();
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const send = api.useMutation('post', '/api/v1/balance-confirmations/{id}/own-answer', {
    onSuccess: () => ask(undefined),
  });
  const isContest = asking === 'contest';
  const answer = () =>
    send.mutate({
      params: { path: { id } },
      body: { contested: isContest ? amount.trim() : null, ...(note.trim() !== '' && { note }) },
    });
  return (
    <>
      <p className={styles.actions}>
        <Button kind="primary" onPress={() => ask('confirm')}>
          {say('confirm')}
        </Button>
        <Button onPress={() => ask('contest')}>{say('contest')}</Button>
      </p>
      <ConfirmDialog
        title={say(isContest ? 'contestTitle' : 'confirmTitle')}
        isOpen={asking !== undefined}
        yes={say(isContest ? 'contest' : 'confirm')}
        onYes={answer}
        onClose={() => ask(undefined)}
        isPending={send.isPending}
        isDisabled={isContest && amount.trim() === ''}
        error={send.error}
      >
        {isContest && (
          <TextField
            label={say('openAsYouHaveIt', { currency })}
            inputMode="decimal"
            value={amount}
            onChange={setAmount}
          />
        )}
        <LongTextField label={say('note')} value={note} onChange={setNote} />
      </ConfirmDialog>
    </>
  );
}
