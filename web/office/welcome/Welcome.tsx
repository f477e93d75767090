import { Link, useNavigate } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { useBecome, useTrial } from '../../trial/useTrial.ts';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { goTo } from '../tour/tourState.ts';
import styles from './Welcome.module.css';
import { welcomeTexts } from './welcomeTexts.ts';

/** The first thing that somebody sees who has started the program: look around, or begin with own data. */
export function Welcome() {
  const say = useSay(welcomeTexts);
  const trial = useTrial();
  const become = useBecome();
  const navigate = useNavigate();
  const lookAround = () => {
    goTo(0);
    become.mutate({ body: { person: 'guest' } });
  };
  if (trial?.isTrial === false) {
    return (
      <Page title={say('title')} lead={say('notHere')}>
        <Link to="/sign-in">{say('signIn')}</Link>
      </Page>
    );
  }
  return (
    <Page title={say('title')} lead={say('lead')}>
      {become.error !== null && <Refused error={become.error} />}
      <div className={styles.ways}>
        <section className={styles.way} aria-label={say('lookTitle')}>
          <h2>{say('lookTitle')}</h2>
          <p>{say('lookText')}</p>
          <Button kind="primary" isPending={become.isPending} onPress={lookAround}>
            {say('look')}
          </Button>
        </section>
        <section className={styles.way} aria-label={say('ownTitle')}>
          <h2>{say('ownTitle')}</h2>
          <p>{say('ownText')}</p>
          {trial?.hasOwn === true ? (
            <Link to="/sign-in">{say('signIn')}</Link>
          ) : (
            <Button onPress={() => void navigate({ to: '/welcome/own' })}>{say('own')}</Button>
          )}
        </section>
      </div>
    </Page>
  );
}
