import { useSearch } from '@tanstack/react-router';
import { api, type Schemas } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EarningSheet } from '../earning/EarningSheet.tsx';
import { AgreementLadders } from './AgreementLadders.tsx';
import { MoneyFigures } from './MoneyFigures.tsx';
import { Todo } from './Todo.tsx';
import { overviewTexts } from './texts.ts';

const SHOWN = 50;

/** What the partner has earned, what is on the way and paid, what there is to do, and how far the next tiers are. */
export function OverviewPage() {
  const say = useSay(overviewTexts);
  const { earning } = useSearch({ from: '/' });
  const earnings = api.useQuery('get', '/api/v1/earnings', { params: { query: { limit: String(SHOWN) } } });
  const me = api.useQuery('get', '/api/v1/me');
  return (
    <Page title={say('title')} lead={say('lead')}>
      {me.data?.partners === null && (
        <Notice title={say('noPartner')} meaning="attention">
          <p>{say('noPartnerText')}</p>
        </Notice>
      )}
      {earnings.error !== null && <Failure error={earnings.error} onRetry={() => void earnings.refetch()} />}
      {earnings.isPending && <Skeleton />}
      {earnings.data !== undefined && <Earned list={earnings.data} />}
      <EarningSheet id={earning} />
    </Page>
  );
}

function Earned({ list: { totals, rows, total } }: { readonly list: Schemas['EarningList'] }) {
  const say = useSay(overviewTexts);
  if (rows.length === 0) {
    return (
      <>
        <Todo />
        <Notice title={say('none')}>
          <p>{say('noneText')}</p>
        </Notice>
      </>
    );
  }
  return (
    <>
      <MoneyFigures totals={totals} />
      <Todo />
      <Section
        title={say('ladders')}
        lead={total > rows.length ? say('shown', { shown: rows.length, count: total }) : undefined}
      >
        <AgreementLadders rows={rows} />
      </Section>
    </>
  );
}
