import { Link } from '@tanstack/react-router';
import { call } from '../../api/client.ts';
import { useLongList } from '../../shell/useLongList.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { More } from '../../ui/More.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Claims.module.css';
import type { Message } from './claimTypes.ts';
import { claimsTexts } from './texts.ts';

const AT_ONCE = '20';

/** What was sent and waits for its sender; nothing is said where nothing does. */
export function ToMend() {
  const say = useSay(claimsTexts);
  const { instant } = useReader();
  const { query, more } = useLongList<Message>(['messages', 'waiting'], (page) =>
    call.GET('/api/v1/claim-messages', { params: { query: { ...page, waiting: 'true', limit: AT_ONCE } } }),
  );
  if (query.error !== null) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined || query.data.length === 0) return null;
  return (
    <Section title={say('toMend')} lead={say('toMendLead')}>
      <ul>
        {query.data.map(({ id, at, waiting }) => (
          <li key={id} className={styles.line}>
            <Link to="/claims/file" search={{ message: id }}>
              {say('fileOf', { at: instant(at) })}
            </Link>
            <span>{say('rowsToMend', { count: waiting.length })}</span>
          </li>
        ))}
      </ul>
      {more.onMore !== undefined && <More {...more} />}
    </Section>
  );
}
