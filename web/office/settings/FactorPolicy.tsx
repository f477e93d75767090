import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useMay } from '../money/useMay.ts';
import { signInTexts } from './signInTexts.ts';

/** Whether everybody has to show a second factor. */
export function FactorPolicy() {
  const say = useSay(signInTexts);
  const mayChange = useMay('access:write');
  const [isAsking, setAsking] = useState(false);
  const policy = api.useQuery('get', '/api/v1/sign-in-policy');
  const set = api.useMutation('put', '/api/v1/sign-in-policy', { onSuccess: () => setAsking(false) });
  const { data, error } = policy;
  const isOn = data?.needsSecondFactor ?? false;
  const change = () =>
    set.mutate({
      params: { header: { 'If-Match': `"${data?.version ?? 0}"` } },
      body: { needsSecondFactor: !isOn },
    });
  return (
    <Section title={say('factor')}>
      {error !== null && <Failure error={error} onRetry={() => void policy.refetch()} />}
      {policy.isPending && <Skeleton />}
      {data !== undefined && (
        <>
          <p>{say(isOn ? 'factorOn' : 'factorOff')}</p>
          {mayChange && <Button onPress={() => setAsking(true)}>{say(isOn ? 'turnOff' : 'turnOn')}</Button>}
        </>
      )}
      <ConfirmDialog
        title={say(isOn ? 'offAsk' : 'onAsk')}
        yes={say(isOn ? 'turnOff' : 'turnOn')}
        isOpen={isAsking}
        isPending={set.isPending}
        error={set.error}
        onYes={change}
        onClose={() => setAsking(false)}
      >
        <p>{say(isOn ? 'offWhy' : 'onWhy')}</p>
      </ConfirmDialog>
    </Section>
  );
}
