import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { useTrialPlace } from '../../trial/useTrial.ts';
import { Failure, Forbidden } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { FirstSteps, useIsWanted } from '../firstSteps/FirstSteps.tsx';
import { useMe } from '../money/useMe.ts';
import { Welcome } from '../welcome/Welcome.tsx';
import { Duties } from './Duties.tsx';
import styles from './Home.module.css';
import { HomeFigures } from './HomeFigures.tsx';
import { LargestAmounts } from './LargestAmounts.tsx';
import { Trend } from './Trend.tsx';
import { homeTexts } from './texts.ts';

/** A new import, or what somebody else has decided, shows without loading the page again. */
const ASKED_AGAIN_MS = 10_000;

/** Whoever comes first to a server for trying out chooses how to begin; everybody else sees where things stand. */
export function HomePage() {
  const say = useSay(homeTexts);
  const place = useTrialPlace();
  if (place === 'door') return <Welcome />;
  if (place !== undefined) return <Today />;
  return (
    <Page title={say('title')}>
      <Skeleton />
    </Page>
  );
}

/** What needs somebody today, what it comes to, and how it went. */
function Today() {
  const say = useSay(homeTexts);
  const { day } = useReader();
  const home = api.useQuery('get', '/api/v1/home', {}, { refetchInterval: ASKED_AGAIN_MS });
  return (
    <Page
      title={say('title')}
      lead={home.data === undefined ? null : say('lead', { day: day(home.data.day) })}
    >
      {home.error !== null && <Failure error={home.error} onRetry={() => void home.refetch()} />}
      {home.isPending && <Skeleton />}
      <FirstSteps />
      {home.data !== undefined && <Standing home={home.data} />}
      <LargestAmounts />
    </Page>
  );
}

function Standing({ home }: { readonly home: Answer<'showHome'> }) {
  const say = useSay(homeTexts);
  const { instant } = useReader();
  const { lastImport, due, earned } = home;
  const me = useMe();
  const hasSteps = useIsWanted(me?.tenant.code);
  const isEmpty = lastImport === null && earned.length === 0;
  if (me?.scopes.length === 0) return <Forbidden />;
  if (isEmpty) {
    // The list of first steps says the same, and more.
    if (hasSteps) return null;
    return (
      <Notice title={say('emptyTitle')} actions={<Link to="/facts/import">{say('toImport')}</Link>}>
        <p>{say('emptyText')}</p>
      </Notice>
    );
  }
  return (
    <>
      <div role="log" aria-live="polite" className={styles.news}>
        {due > 0 && (
          <p>
            <Link to="/jobs">{say('due', { count: due })}</Link>
          </p>
        )}
        {lastImport !== null && (
          <p>
            <Link to="/facts/imports/$import" params={{ import: lastImport.id }}>
              {say('lastImport', {
                name: lastImport.name,
                count: lastImport.rows,
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
