import { useRouter } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { trialTexts } from '../trial/texts.ts';
import { useBecome, useTrial, useTrialPlace } from '../trial/useTrial.ts';
import { Menu } from '../ui/Menu.tsx';
import styles from './PersonMenu.module.css';
import { sessionTexts } from './texts.ts';
import { useSession } from './useSession.ts';
import { baseOf, signInAddress } from './wayBack.ts';

/** Who is signed in, where else they may work, and the way out; or the way in. */
export function PersonMenu() {
  const say = useSay(sessionTexts);
  const sayTrial = useSay(trialTexts);
  const session = useSession();
  const { history, basepath } = useRouter();
  const trial = useTrial();
  const signOut = api.useMutation('delete', '/api/v1/session', {
    // Nothing stays on the page that was shown to who was signed in.
    onSuccess: () => location.assign(trial?.isTrial ? '/' : `${baseOf(location.pathname)}/sign-in`),
  });
  const work = api.useMutation('put', '/api/v1/session/tenant');
  const become = useBecome();
  const place = useTrialPlace();
  const isOwn = place === 'own' && session?.scopes.includes('access:write');
  // Who is only played has no password, and finds back to where they have come from.
  const isPlayed = session?.session.method === 'trial';
  if (session === undefined) return null;
  if (session === null) {
    return (
      <a className={styles.way} href={signInAddress(location)}>
        {say('title')}
      </a>
    );
  }
  const others = session.tenants.filter(({ code }) => code !== session.tenant?.code);
  const choose = (id: string) => {
    if (id === 'signOut') return signOut.mutate({});
    if (id === 'second') return become.mutate({ body: { person: 'second-person' } });
    if (id === 'sandbox') return become.mutate({ body: { person: 'guest' } });
    if (id === 'own') return location.assign('/sign-in');
    if (id === 'account') return history.push(`${basepath === '/' ? '' : basepath}/account`);
    work.mutate({ body: { tenant: id.slice('tenant '.length) } });
  };
  const name = session.person?.name ?? session.email;
  return (
    <Menu
      label={`${say('account')}: ${name}`}
      button={<span className={styles.name}>{name}</span>}
      entries={[
        ...others.map(({ code, name: tenant }) => ({
          id: `tenant ${code}`,
          name: say('tenant', { name: tenant }),
        })),
        ...(isOwn ? [{ id: 'second', name: sayTrial('second') }] : []),
        ...(isPlayed && trial?.hasOwn ? [{ id: 'own', name: sayTrial('signInOwn') }] : []),
        ...(isPlayed && place === 'own' ? [{ id: 'sandbox', name: sayTrial('toSandbox') }] : []),
        { id: 'account', name: say('yourAccount') },
        { id: 'signOut', name: say('signOut') },
      ]}
      onChoose={choose}
    />
  );
}
