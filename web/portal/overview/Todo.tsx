import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useScopes } from '../useScopes.ts';
import styles from './Overview.module.css';
import { overviewTexts } from './texts.ts';

/** So many are counted; what goes beyond is said as "more than". */
const COUNTED = 100;

/** What waits for the partner; nothing is said where nothing does, and why where nobody knows. */
export function Todo() {
  const say = useSay(overviewTexts);
  const { name } = useReader();
  const waiting = { params: { query: { waiting: 'true', limit: String(COUNTED) } } } as const;
  const scopes = useScopes();
  const may = (scope: string) => ({ enabled: scopes?.has(scope) === true });
  const agreements = api.useQuery('get', '/api/v1/portal/agreements', {}, may('agreements:read'));
  const balances = api.useQuery('get', '/api/v1/balance-confirmations', waiting, may('claims:read'));
  const messages = api.useQuery('get', '/api/v1/claim-messages', waiting, may('claims:read'));
  // What stands below waits with it: a line that comes late would move it.
  if ([agreements, balances, messages].some(({ isLoading }) => isLoading)) return <Skeleton rows={2} />;
  const open = (agreements.data?.rows ?? []).filter(
    ({ state, parties }) =>
      (state === 'active' || state === 'approved') && parties.some(({ accepted }) => accepted === null),
  );
  const toConfirm = balances.data?.rows.length ?? 0;
  const toMend = messages.data?.rows.length ?? 0;
  const failed = [agreements, balances, messages].filter(({ error }) => error !== null);
  if (open.length + toConfirm + toMend + failed.length === 0) return null;
  return (
    <Section title={say('todo')}>
      {failed.map(({ error, refetch }, index) => (
        <Failure key={String(index)} error={error} onRetry={() => void refetch()} />
      ))}
      <ul className={styles.todo}>
        {toConfirm > 0 && (
          <li>
            <Link to="/payments">
              {say(balances.data?.next === null ? 'toConfirm' : 'moreToConfirm', { count: toConfirm })}
            </Link>
          </li>
        )}
        {messages.data?.rows.slice(0, 1).map(({ id }) => (
          <li key={id}>
            <Link to="/claims/file" search={{ message: id }}>
              {say('toMend', { count: toMend })}
            </Link>
          </li>
        ))}
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
