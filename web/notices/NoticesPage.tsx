import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { MarkAll } from './Bell.tsx';
import { NoticeList } from './NoticeList.tsx';
import { noticeTexts } from './texts.ts';

const AT_FIRST = 50;
const MOST = 500;

/** `/notices`: everything that concerns whoever is signed in. */
export function NoticesPage() {
  const say = useSay(noticeTexts);
  const [limit, setLimit] = useState(AT_FIRST);
  const query = { limit: String(limit) };
  const notices = api.useQuery(
    'get',
    '/api/v1/notices',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const { unread = 0, next = null } = notices.data ?? {};
  return (
    <Page title={say('title')} lead={say('lead')} actions={unread > 0 && <MarkAll />}>
      <Loaded query={notices}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Notice title={say('none')}>
              <p>{say('noneText')}</p>
            </Notice>
          ) : (
            <NoticeList rows={rows} />
          )
        }
      </Loaded>
      {next !== null && limit < MOST && (
        <Button onPress={() => setLimit(Math.min(limit + AT_FIRST, MOST))}>{say('older')}</Button>
      )}
    </Page>
  );
}
