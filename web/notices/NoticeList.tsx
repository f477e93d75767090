import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import type { Answer } from '../api/answer.ts';
import { api } from '../api/client.ts';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Notices.module.css';
import { noticeTexts } from './texts.ts';

export type Notice = Answer<'listNotices'>['rows'][number];

type Props = {
  readonly rows: readonly Notice[];
  /** Told that somebody goes to one. */
  readonly onChosen?: () => void;
};

/** Notices: each leads to its place and is read then, or is marked by hand. */
export function NoticeList({ rows, onChosen }: Props) {
  const say = useSay(noticeTexts);
  const { instant } = useReader();
  const { history } = useRouter();
  const mark = api.useMutation('put', '/api/v1/notices/{id}/read');
  const set = (id: string, isRead: boolean) => mark.mutate({ params: { path: { id } }, body: { isRead } });
  const open = (event: MouseEvent, { id, address, isRead }: Notice) => {
    if (!isRead) set(id, true);
    onChosen?.();
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    history.push(address);
  };
  if (rows.length === 0) {
    return (
      <div className={styles.none}>
        <p>{say('none')}</p>
        <p className={styles.when}>{say('noneText')}</p>
      </div>
    );
  }
  return (
    <ul className={styles.list}>
      {rows.map((notice) => (
        <li key={notice.id} className={styles.notice} data-read={notice.isRead}>
          <div>
            <a className={styles.link} href={notice.address} onClick={(event) => open(event, notice)}>
              {notice.text}
            </a>
            <p className={styles.when}>
              {instant(notice.at)}
              {!notice.isRead && <span className={styles.unread}> · {say('unread')}</span>}
            </p>
          </div>
          <Button
            kind="quiet"
            label={`${say(notice.isRead ? 'markUnread' : 'markRead')}: ${notice.text}`}
            onPress={() => set(notice.id, !notice.isRead)}
          >
            <span className={styles.dot} data-read={notice.isRead} aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
