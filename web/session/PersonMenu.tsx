import { useRouter } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Menu } from '../ui/Menu.tsx';
import styles from './PersonMenu.module.css';
import { sessionTexts } from './texts.ts';
import { useSession } from './useSession.ts';
import { signInAddress } from './wayBack.ts';

/** Who is signed in, where else they may work, and the way out; or the way in. */
export function PersonMenu() {
  const say = useSay(sessionTexts);
  const session = useSession();
  const { history, basepath } = useRouter();
  const signOut = api.useMutation('delete', '/api/v1/session');
  const work = api.useMutation('put', '/api/v1/session/tenant');
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
    if (id === 'account') return history.push(`${basepath === '/' ? '' : basepath}/account`);
    work.mutate({ body: { tenant: id.slice('tenant '.length) } });
  };
  const name = session.person?.name ?? session.email;
  return (
    <Menu
      label={`${say('account')}: ${name}`}
      button={name}
      entries={[
        ...others.map(({ code, name: tenant }) => ({
          id: `tenant ${code}`,
          name: say('tenant', { name: tenant }),
        })),
        { id: 'account', name: say('yourAccount') },
        { id: 'signOut', name: say('signOut') },
      ]}
      onChoose={choose}
    />
  );
}
