import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { BecomeMenu } from './BecomeMenu.tsx';
import styles from './TrialBar.module.css';
import { trialTexts } from './texts.ts';
import { useBecome, useTrialPlace } from './useTrial.ts';

/** In the portal of the sandbox: the way back to the office. */
export function PortalTrialBar() {
  const say = useSay(trialTexts);
  const become = useBecome();
  if (useTrialPlace() !== 'sandbox') return null;
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
