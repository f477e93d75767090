import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { LedgerFilter } from './LedgerFilter.tsx';
import { LedgerFrame } from './LedgerFrame.tsx';
import { TransferTable } from './TransferTable.tsx';
import { ledgerTexts } from './texts.ts';

/** What was posted, each with what it comes from. */
export function TransfersPage() {
  const say = useSay(ledgerTexts);
  const navigate = useNavigate({ from: '/ledger/transfers' });
  const { cursor, passed, ...selection } = useSearch({ from: '/ledger/transfers' });
  const query = { ...said({ ...selection, cursor }), limit: String(PAGE_ROWS) };
  const list = api.useQuery(
    'get',
    '/api/v1/ledger/transfers',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <LedgerFrame lead={say('transferLead')}>
      <LedgerFilter
        selection={selection}
        onNarrow={(wanted) => void navigate({ search: (old) => narrowed(old, wanted) })}
        onClear={() => void navigate({ search: {} })}
      />
      <Loaded query={list}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Notice title={say('emptyTitle')}>
              <p>{say('emptyText')}</p>
            </Notice>
          ) : (
            <>
              <TransferTable rows={rows} isStale={list.isPlaceholderData} />
              <ListPager
                count={rows.length}
                next={next}
                passed={passed}
                onNext={(page) => void navigate({ search: (old) => ({ ...old, ...page }) })}
              />
            </>
          )
        }
      </Loaded>
    </LedgerFrame>
  );
}
