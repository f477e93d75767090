import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AgreementState } from './AgreementState.tsx';
import styles from './Agreements.module.css';
import { agreementsTexts } from './texts.ts';

/** The agreements with the partner, and whether they are accepted. */
export function AgreementsPage() {
  const say = useSay(agreementsTexts);
  const { name, span } = useReader();
  const list = api.useQuery('get', '/api/v1/portal/agreements');
  return (
    <Page title={say('title')} lead={say('lead')}>
      {list.error !== null && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton />}
      {list.data?.rows.length === 0 && (
        <Notice title={say('none')}>
          <p>{say('noneText')}</p>
        </Notice>
      )}
      <ul className={styles.list}>
        {list.data?.rows.map((agreement) => (
          <li key={agreement.agreement} className={styles.card}>
            <div>
              <Link
                to="/agreements/$code"
                params={{ code: agreement.agreement }}
                className={styles.name ?? ''}
              >
                {name(agreement.name)}
              </Link>
              <p className={styles.quiet}>
                {agreement.agreement} · {span(agreement.validity)}
              </p>
            </div>
            <AgreementState agreement={agreement} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
