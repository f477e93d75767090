import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Duties } from './Duties.tsx';
import { HomeFigures } from './HomeFigures.tsx';
import { LargestAmounts } from './LargestAmounts.tsx';
import { Trend } from './Trend.tsx';
import { homeTexts } from './texts.ts';

/** A new import, or what somebody else has decided, shows without loading the page again. */
const ASKED_AGAIN_MS = 10_000;

/** What needs somebody today, what it comes to, and how it went. */
export function HomePage() {
  const say = useSay(homeTexts);
  const { day } = useReader();
  const home = api.useQuery('get', '/api/v1/home', {}, { refetchInterval: ASKED_AGAIN_MS });
  return (
    <Page title={say('title')} {...(home.data && { lead: say('lead', { day: day(home.data.day) }) })}>
      {home.error !== null && <Failure error={home.error} onRetry={() => void home.refetch()} />}
      {home.isPending && <Skeleton />}
      {home.data !== undefined && <Standing home={home.data} />}
      <LargestAmounts />
    </Page>
  );
}

function Standing({ home }: { readonly home: Answer<'showHome'> }) {
  const say = useSay(homeTexts);
  const { instant } = useReader();
  const { lastImport, due, earned } = home;
  const isEmpty = lastImport === null && earned.length === 0;
  if (isEmpty) {
    return (
      <Notice title={say('emptyTitle')} actions={<Link to="/facts/import">{say('toImport')}</Link>}>
        <p>{say('emptyText')}</p>
      </Notice>
    );
  }
  const rows = lastImport === null ? 0 : Object.values(lastImport.rows).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <div role="log" aria-live="polite">
        {due > 0 && <p>{say('due', { count: due })}</p>}
        {lastImport !== null && (
          <p>
            <Link to="/facts/imports/$import" params={{ import: lastImport.id }}>
              {say('lastImport', {
                name: lastImport.name,
                count: rows,
                when: instant(lastImport.recordedAt),
              })}
            </Link>
          </p>
        )}
      </div>
      <Duties duties={home.duties} day={home.day} />
      <HomeFigures home={home} />
      <Trend months={home.months} />
    </>
  );
}
