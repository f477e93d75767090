import { useState } from 'react';
import { call } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './TrialBar.module.css';
import { trialTexts } from './texts.ts';
import { useBecome, useTrial } from './useTrial.ts';

/** How far the sandbox is that is made anew, for as long as this page has seen it; and the way into it. */
export function ResetProgress() {
  const say = useSay(trialTexts);
  const reset = useTrial()?.reset ?? null;
  const [hasSeen, setSeen] = useState(false);
  const become = useBecome();
  const isRunning = reset?.state === 'running';
  if (isRunning && !hasSeen) setSeen(true);
  // Whoever plays somebody begins anew; whoever is here with a password of their own is here already. What was known before the
  // sandbox was made anew says nothing of it.
  const enter = async () => {
    const { data } = await call.GET('/api/v1/session');
    if (data?.tenant) location.assign('/');
    else become.mutate({ body: { person: 'guest' } });
  };
  return (
    <div className={styles.progress} aria-live="polite" hidden={!isRunning && !hasSeen}>
      {reset?.state === 'running' && stepOf(reset, say)}
      {hasSeen && reset?.state === 'failed' && say('failed')}
      {hasSeen && reset?.state === 'done' && (
        <>
          {say('isNew')}{' '}
          <Button kind="quiet" onPress={() => void enter()}>
            {say('look')}
          </Button>
        </>
      )}
    </div>
  );
}

type Reset = NonNullable<NonNullable<ReturnType<typeof useTrial>>['reset']>;

function stepOf({ step, done, total }: Reset, say: ReturnType<typeof useSay<typeof trialTexts>>): string {
  if (step === 'facts') return say('facts', { count: done });
  return step === 'calculation' ? say('calculation', { done, total: total ?? done }) : say(step);
}
