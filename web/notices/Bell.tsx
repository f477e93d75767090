import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api } from '../api/client.ts';
import { useSession } from '../session/useSession.ts';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PopoverButton } from '../ui/PopoverButton.tsx';
import { NoticeList } from './NoticeList.tsx';
import styles from './Notices.module.css';
import { noticeTexts } from './texts.ts';

/** What concerns somebody shows without loading the page again. */
const ASKED_AGAIN_MS = 10_000;
const SHOWN = '8';

/** What concerns whoever is signed in, and how much of it they have not read; its place, while nobody knows who that is. */
export function Bell() {
  const session = useSession();
  if (session === undefined) return <span className={styles.place} />;
  return session?.person == null ? null : <OwnBell />;
}

function OwnBell() {
  const say = useSay(noticeTexts);
  const { count } = useReader();
  const { history, basepath } = useRouter();
  const notices = api.useQuery(
    'get',
    '/api/v1/notices',
    { params: { query: { limit: SHOWN } } },
    { refetchInterval: ASKED_AGAIN_MS },
  );
  useMailLanguage();
  const unread = notices.data?.unread ?? 0;
  const label = unread > 0 ? say('bellUnread', { count: count(unread) }) : say('bell');
  const toAll = () => history.push(`${basepath === '/' ? '' : basepath}/notices`);
  return (
    <PopoverButton
      label={label}
      button={
        <>
          <svg className={styles.bell} viewBox="0 0 20 20" aria-hidden="true">
            <path d="M10 2.5a5 5 0 0 0-5 5v3.2L3.5 14h13L15 10.7V7.5a5 5 0 0 0-5-5zM8 16a2 2 0 0 0 4 0" />
          </svg>
          {unread > 0 && (
            // What the button is called says it already.
            <span className={styles.count} aria-hidden="true">
              {count(Math.min(unread, 99))}
            </span>
          )}
        </>
      }
    >
      {(close) => (
        <>
          <Loaded query={notices} rows={3}>
            {({ rows }) => <NoticeList rows={rows} onChosen={close} />}
          </Loaded>
          <div className={styles.actions}>
            {unread > 0 && <MarkAll />}
            <Button
              kind="quiet"
              onPress={() => {
                close();
                toAll();
              }}
            >
              {say('all')}
            </Button>
          </div>
        </>
      )}
    </PopoverButton>
  );
}

export function MarkAll() {
  const say = useSay(noticeTexts);
  const mark = api.useMutation('post', '/api/v1/notices/read');
  return (
    <Button kind="quiet" isPending={mark.isPending} onPress={() => mark.mutate({})}>
      {say('markAll')}
    </Button>
  );
}

/** Mails come in the language in which somebody reads, until they choose another one. */
function useMailLanguage(): void {
  const { language } = useReader();
  const choices = api.useQuery('get', '/api/v1/notices/choices', {}, { staleTime: Number.POSITIVE_INFINITY });
  const { mutate } = api.useMutation('put', '/api/v1/notices/choices');
  const isUnsaid = choices.data?.language === null;
  useEffect(() => {
    if (isUnsaid) mutate({ body: { language, mail: [] } });
  }, [isUnsaid, language, mutate]);
}
