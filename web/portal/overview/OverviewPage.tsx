import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, call, type Schemas } from '../../api/client.ts';
import { useMe } from '../../session/useMe.ts';
import { PAGE_ROWS } from '../../shell/paging.ts';
import { useLongList } from '../../shell/useLongList.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { More } from '../../ui/More.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EarningSheet } from '../earning/EarningSheet.tsx';
import { AgreementLadders } from './AgreementLadders.tsx';
import { MoneyFigures } from './MoneyFigures.tsx';
import { Todo } from './Todo.tsx';
import { overviewTexts } from './texts.ts';

/** What the partner has earned, what is on the way and paid, what there is to do, and how far the next tiers are. */
export function OverviewPage() {
  const say = useSay(overviewTexts);
  const { earning } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const close = () => void navigate({ search: {}, resetScroll: false });
  const earnings = api.useQuery('get', '/api/v1/earnings', { params: { query: { limit: '1' } } });
  const me = useMe();
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
      <EarningSheet id={earning} onClose={close} />
    </Page>
  );
}

function Earned({ list: { totals, total } }: { readonly list: Schemas['EarningList'] }) {
  const say = useSay(overviewTexts);
  if (total === 0) {
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
      <Ladders />
    </>
  );
}

/** The largest amounts first, and the others as one reads on. */
function Ladders() {
  const say = useSay(overviewTexts);
  const { query, more } = useLongList<Schemas['Earning']>(['earnings'], (page) =>
    call.GET('/api/v1/earnings', { params: { query: { ...page, limit: String(PAGE_ROWS) } } }),
  );
  return (
    <Section title={say('ladders')}>
      <Loaded query={query}>
        {(rows) => (
          <>
            <AgreementLadders rows={rows} />
            {more.onMore !== undefined && <More {...more} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}
