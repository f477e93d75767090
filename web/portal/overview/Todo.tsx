import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Overview.module.css';
import { overviewTexts } from './texts.ts';

/** What waits for the partner; nothing is said where nothing does. */
export function Todo() {
  const say = useSay(overviewTexts);
  const { name } = useReader();
  const agreements = api.useQuery('get', '/api/v1/portal/agreements');
  const open = (agreements.data?.rows ?? []).filter(
    ({ state, parties }) =>
      (state === 'active' || state === 'approved') && parties.some(({ accepted }) => accepted === null),
  );
  const balances = api.useQuery('get', '/api/v1/balance-confirmations', {
    params: { query: { limit: '100' } },
  });
  const waiting = (balances.data?.rows ?? []).filter(({ state }) => state === 'sent');
  if (open.length + waiting.length === 0) return null;
  return (
    <Section title={say('todo')}>
      <ul className={styles.todo}>
        {waiting.length > 0 && (
          <li>
            <Link to="/payments">{say('toConfirm', { count: waiting.length })}</Link>
          </li>
        )}
        {open.map(({ agreement, name: names }) => (
          <li key={agreement}>
            <Link to="/agreements/$code" params={{ code: agreement }}>
              {say('toAccept', { name: name(names) })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
