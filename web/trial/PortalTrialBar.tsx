import { useSession } from '../session/useSession.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { BecomeMenu } from './BecomeMenu.tsx';
import styles from './TrialBar.module.css';
import { trialTexts } from './texts.ts';
import { useBecome, useTrialPlace } from './useTrial.ts';

/** In the portal of the sandbox, or where it has gone under whoever is signed in: the way back to the office. */
export function PortalTrialBar() {
  const say = useSay(trialTexts);
  const become = useBecome();
  const place = useTrialPlace();
  const session = useSession();
  const isLost = place === 'door' && session !== null;
  if (place !== 'sandbox' && !isLost) return null;
  return (
    <aside className={styles.bar} aria-label={say('sandbox')}>
      <p className={`${styles.text} ${styles.wide}`}>{say('sandbox')}</p>
      <p className={styles.narrow}>{say('sandboxShort')}</p>
      <Button kind="quiet" onPress={() => become.mutate({ body: { person: 'guest' } })}>
        {say('back')}
      </Button>
      <BecomeMenu />
    </aside>
  );
}
