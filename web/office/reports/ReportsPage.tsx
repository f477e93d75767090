import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import styles from './Reports.module.css';
import { reportsTexts } from './texts.ts';

/** The ready reports: what each of them answers. */
export function ReportsPage() {
  const say = useSay(reportsTexts);
  const list = api.useQuery('get', '/api/v1/reports');
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={<Link to="/reports/subscriptions">{say('byMail')}</Link>}
    >
      <Loaded query={list}>
        {({ rows }) => (
          <ul className={styles.list}>
            {rows.map(({ name, title, lead }) => (
              <li key={name}>
                <Link to="/reports/$report" params={{ report: name }} className={styles.title ?? ''}>
                  {title}
                </Link>
                <p className={styles.lead}>{lead}</p>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}
