import { Link, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FundSheet } from './FundSheet.tsx';
import { fundTexts } from './fundTexts.ts';
import { LedgerFrame } from './LedgerFrame.tsx';
import type { Fund } from './ledgerTypes.ts';
import { OpenFund } from './OpenFund.tsx';

type Row = Omit<Fund, 'activities'>;

/** Marketing funds, and the sheet of the one that is open. */
export function FundsPage() {
  const say = useSay(fundTexts);
  const { fund } = useSearch({ from: '/ledger/funds' });
  const list = api.useQuery('get', '/api/v1/funds');
  return (
    <LedgerFrame lead={say('lead')}>
      <OpenFund />
      <Loaded query={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Notice title={say('emptyTitle')}>
              <p>{say('emptyText')}</p>
            </Notice>
          ) : (
            <FundTable rows={rows} />
          )
        }
      </Loaded>
      <FundSheet code={fund} />
    </LedgerFrame>
  );
}

function FundTable({ rows }: { readonly rows: readonly Row[] }) {
  const say = useSay(fundTexts);
  const { span, percent, money } = useReader();
  const amount = (sum: 'budget' | 'reserved' | 'used'): Column<Row> => ({
    id: sum,
    title: say(sum),
    isFigure: true,
    cell: (row) => <Amount exact={row[sum]} currency={row.currency} />,
  });
  const columns: readonly Column<Row>[] = [
    {
      id: 'fund',
      title: say('fund'),
      isMain: true,
      cell: (row) => (
        <Named name={row.code} code={say('days', { span: span(row), percent: percent(row.percent) })} />
      ),
    },
    amount('budget'),
    amount('reserved'),
    amount('used'),
    {
      id: 'free',
      title: say('free'),
      isFigure: true,
      isFirst: true,
      cell: ({ code, free, currency }) => (
        <Link
          to="/ledger/funds"
          search={{ fund: code }}
          resetScroll={false}
          aria-label={say('openFund', { code, amount: money(free, currency) })}
        >
          <Amount exact={free} currency={currency} />
        </Link>
      ),
    },
  ];
  return <DataTable caption={say('caption')} columns={columns} rows={rows} rowKey={({ code }) => code} />;
}
