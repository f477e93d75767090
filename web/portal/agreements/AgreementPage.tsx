import { useParams } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { paths } from '../../api/openApi.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Acceptance } from './Acceptance.tsx';
import { AgreementState } from './AgreementState.tsx';
import styles from './Agreements.module.css';
import { agreementsTexts } from './texts.ts';

type Read =
  paths['/api/v1/portal/agreements/{code}']['get']['responses']['200']['content']['application/json'];

/** One agreement in plain words, and the yes to it. */
export function AgreementPage() {
  const say = useSay(agreementsTexts);
  const { name } = useReader();
  const { code } = useParams({ from: '/agreements/$code' });
  const { language } = useReader();
  const read = api.useQuery('get', '/api/v1/portal/agreements/{code}', {
    params: { path: { code }, query: { lang: language } },
  });
  return (
    <Page title={read.data === undefined ? say('one') : name(read.data.name)}>
      {read.error !== null && <Failure error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <Skeleton />}
      {read.data !== undefined && <Readable agreement={read.data} />}
    </Page>
  );
}

function Readable({ agreement }: { readonly agreement: Read }) {
  const say = useSay(agreementsTexts);
  const { span } = useReader();
  return (
    <>
      <p className={styles.quiet}>
        {agreement.agreement} · {span(agreement.validity)} · {say('version', { version: agreement.version })}
      </p>
      <AgreementState agreement={agreement} />
      <Acceptance agreement={agreement} />
      <div className={styles.text}>
        {agreement.clauses.map(({ depth, kind, text }, index) => {
          // Clauses have no names of their own, and the same sentence may stand in two terms.
          const key = `${index} ${text}`;
          if (kind === 'heading' && depth === 0) return <h2 key={key}>{text}</h2>;
          if (kind === 'heading') return <h3 key={key}>{text}</h3>;
          return (
            <p key={key} data-depth={Math.min(depth, 3)}>
              {text}
            </p>
          );
        })}
      </div>
    </>
  );
}
