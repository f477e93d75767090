import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSession } from '../session/useSession.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { BecomeMenu } from './BecomeMenu.tsx';
import { ResetProgress } from './ResetProgress.tsx';
import styles from './TrialBar.module.css';
import { trialTexts } from './texts.ts';
import { useBecome, useTrial, useTrialPlace } from './useTrial.ts';

/** Pages that show nothing of the sandbox to whoever is not in it yet. */
const AT_THE_DOOR = /^\/(welcome|sign-in|sso|password|invitation|mail-stop|$)/;

/** Where amounts of the sandbox are shown: that it is one, and what can be done there. */
export function OfficeTrialBar() {
  const say = useSay(trialTexts);
  const place = useTrialPlace();
  const { pathname } = useLocation();
  const isShown = place === 'sandbox' || (place === 'door' && !AT_THE_DOOR.test(pathname));
  if (!isShown) return null;
  return (
    <aside className={styles.bar} aria-label={say('sandbox')}>
      <p className={styles.text}>{say('sandbox')}</p>
      {place === 'sandbox' ? <Inside /> : <Outside />}
    </aside>
  );
}

/** Who else can be played, and the way to begin anew or with own data. */
function Inside() {
  const say = useSay(trialTexts);
  const trial = useTrial();
  const session = useSession();
  const [isAsked, setAsked] = useState(false);
  const reset = api.useMutation('post', '/api/v1/trial/reset', { onSuccess: () => setAsked(false) });
  const mayReset = session?.scopes.includes('company:write') === true;
  return (
    <>
      <BecomeMenu />
      {trial?.hasOwn === false && <Link to="/welcome/own">{say('own')}</Link>}
      {mayReset && (
        <Button kind="quiet" onPress={() => setAsked(true)} isDisabled={trial?.reset?.state === 'running'}>
          {say('reset')}
        </Button>
      )}
      <ResetProgress />
      <ConfirmDialog
        title={say('resetQuestion')}
        isOpen={isAsked}
        yes={say('reset')}
        onYes={() => reset.mutate({})}
        onClose={() => setAsked(false)}
        isDanger
        isPending={reset.isPending}
        error={reset.error}
      >
        <p>{say('resetText')}</p>
      </ConfirmDialog>
    </>
  );
}

/** Whoever follows a link without being anybody only looks; the way in. */
function Outside() {
  const say = useSay(trialTexts);
  const become = useBecome();
  return (
    <Button onPress={() => become.mutate({ body: { person: 'guest' } })} isPending={become.isPending}>
      {say('toSandbox')}
    </Button>
  );
}
