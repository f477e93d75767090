import { Link, useSearch } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { balanceTexts } from './balanceTexts.ts';
import type { Balance } from './paymentTypes.ts';

/** Balances that partners were asked to confirm, in the order of asking. */
export function BalanceTable() {
  const say = useSay(balanceTexts);
  const { day, money } = useReader();
  const list = useBalances();
  const columns: readonly Column<Balance>[] = [
    {
      id: 'partner',
      title: say('partner'),
      isMain: true,
      cell: (row) => <PartnerName code={row.partner} below={say('asOf', { day: day(row.asOf) })} />,
    },
    {
      id: 'state',
      title: say('state'),
      isPlain: true,
      cell: ({ state, direction }) => (
        <Named name={<BalanceState state={state} />} code={say(`direction.${direction}`)} />
      ),
    },
    {
      id: 'open',
      title: say('open'),
      isFigure: true,
      isFirst: true,
      cell: ({ id, open, currency, partner: of }) => (
        <Link
          from="/settlement/balances"
          to="/settlement/balances"
          search={(old) => ({ ...old, balance: id })}
          resetScroll={false}
          aria-label={say('openBalance', { partner: of, amount: money(open, currency) })}
        >
          <Amount exact={open} currency={currency} />
        </Link>
      ),
    },
  ];
  return (
    <PagedList list={list} empty={{ text: say('none') }}>
      {(rows) => (
        <DataTable caption={say('confirmations')} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
    </PagedList>
  );
}

/** A page of balances; the sheet of one of them shows it out of the same answer. */
export function useBalances() {
  const { partner, cursor } = useSearch({ from: '/settlement/balances' });
  const query = pageQuery({ partner, cursor });
  return api.useQuery('get', '/api/v1/balance-confirmations', { params: { query } }, PAGED);
}

const MEANINGS: Readonly<Record<Balance['state'], Meaning>> = {
  sent: 'information',
  confirmed: 'good',
  contested: 'bad',
  resolved: 'neutral',
};

export function BalanceState({ state }: { readonly state: Balance['state'] }) {
  const say = useSay(balanceTexts);
  return <Tag meaning={MEANINGS[state]}>{say(`state.${state}`)}</Tag>;
}
