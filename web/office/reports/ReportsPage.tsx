import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
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
        {({ rows }) =>
          GROUPS.map((group) => (
            <Section key={group} title={say(`group.${group}`)}>
              <ReportList reports={rows.filter(({ name }) => groupOf(name) === group)} />
            </Section>
          ))
        }
      </Loaded>
    </Page>
  );
}

type Report = Answer<'listReports'>['rows'][number];

/** By what one wants to know; a report that nobody has put anywhere steers. */
const GROUPS = ['earned', 'open', 'steering'] as const;
const GROUP_OF: Readonly<Record<string, (typeof GROUPS)[number]>> = {
  ...{ earnedByPartner: 'earned', earnedByAgreement: 'earned', recognisedByProduct: 'earned' },
  ...{ liability: 'open', ageing: 'open' },
};
const groupOf = (name: string) => GROUP_OF[name] ?? 'steering';

function ReportList({ reports }: { readonly reports: readonly Report[] }) {
  return (
    <ul className={styles.list}>
      {reports.map(({ name, title, lead }) => (
        <li key={name}>
          <Link to="/reports/$report" params={{ report: name }} className={styles.title ?? ''}>
            {title}
          </Link>
          <p className={styles.lead}>{lead}</p>
        </li>
      ))}
    </ul>
  );
}
