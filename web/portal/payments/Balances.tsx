import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, call } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useLongList } from '../../shell/useLongList.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Details } from '../../ui/Details.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LongTextField } from '../../ui/LongTextField.tsx';
import { More } from '../../ui/More.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useScopes } from '../useScopes.ts';
import styles from './Payments.module.css';
import { paymentsTexts } from './texts.ts';

type Balance =
  paths['/api/v1/balance-confirmations']['get']['responses']['200']['content']['application/json']['rows'][number];

const AT_ONCE = '50';

/** Balances that we ask to confirm; those that wait for an answer come first. */
export function Balances() {
  const say = useSay(paymentsTexts);
  const ask = (waiting: 'true' | 'false') => (page: { readonly cursor?: string }) =>
    call.GET('/api/v1/balance-confirmations', { params: { query: { ...page, waiting, limit: AT_ONCE } } });
  const waiting = useLongList<Balance>(['balances', 'waiting'], ask('true'));
  const all = useLongList<Balance>(['balances'], ask('false'));
  const answered = (all.query.data ?? []).filter(({ state }) => state !== 'sent');
  const rows = [...(waiting.query.data ?? []), ...answered];
  const error = waiting.query.error ?? all.query.error;
  // What stands below waits with it: a balance that comes late would move it.
  if (waiting.query.isPending || all.query.isPending) return <Skeleton rows={3} />;
  if (rows.length === 0 && error === null) return null;
  return (
    <Section title={say('balances')} lead={say('balancesLead')}>
      {error !== null && <Failure error={error} onRetry={() => void all.query.refetch()} />}
      {rows.map((balance) => (
        <BalanceCard key={balance.id} balance={balance} />
      ))}
      {[waiting, all].map(({ more }, index) =>
        more.onMore === undefined ? null : <More key={String(index)} {...more} />,
      )}
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
      <p>
        <Link to="/payments" search={statementUntil(balance)} hash="statement">
          {say('toStatement')}
        </Link>
      </p>
      {mayAnswer && <Answer balance={balance} />}
    </div>
  );
}

/** The statement that the balance comes from: everything up to its day. */
function statementUntil({ partner, company, asOf }: Balance) {
  return { partner, company, from: `${asOf.slice(0, 4)}-01-01`, until: asOf };
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
