import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { PagedList } from '../../shell/PagedList.tsx';
import { PAGED, pageQuery } from '../../shell/paging.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { OfPartner, UnderAgreement } from '../money/OneOfMany.tsx';
import { OneOrAll } from '../money/OneOrAll.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { useMay } from '../money/useMay.ts';
import { AdjustmentSheet } from './AdjustmentSheet.tsx';
import { adjustmentTexts } from './adjustmentTexts.ts';
import { LedgerFrame } from './LedgerFrame.tsx';
import type { Adjustment } from './ledgerTypes.ts';
import { ProposeAdjustment } from './ProposeAdjustment.tsx';

const STATES = ['proposed', 'approved', 'rejected'] as const;

/** Amounts beside the terms: what waits, what was approved or rejected. */
export function AdjustmentsPage() {
  const say = useSay(adjustmentTexts);
  const address = useSearch({ from: '/ledger/adjustments' });
  const { agreement, partner, cursor } = address;
  const state = STATES.find((one) => one === address.state);
  const query = pageQuery({ agreement, partner, state, cursor });
  const list = api.useQuery('get', '/api/v1/adjustments', { params: { query } }, PAGED);
  return (
    <LedgerFrame lead={say('lead')}>
      <Proposing />
      <AdjustmentFilter />
      <PagedList list={list} empty={{ title: say('emptyTitle'), text: say('emptyText') }}>
        {(rows) => <AdjustmentTable rows={rows} />}
      </PagedList>
      <AdjustmentSheet id={address.adjustment} />
    </LedgerFrame>
  );
}

function Proposing() {
  const say = useSay(adjustmentTexts);
  const [isOpen, setOpen] = useState(false);
  const may = useMay('agreements:write');
  return (
    <Deeds>
      {may && !isOpen && <Button onPress={() => setOpen(true)}>{say('propose')}</Button>}
      {isOpen && <ProposeAdjustment onClose={() => setOpen(false)} />}
    </Deeds>
  );
}

function AdjustmentFilter() {
  const say = useSay(adjustmentTexts);
  return (
    <FilterBar names={['agreement', 'partner', 'state']}>
      <UnderAgreement />
      <OfPartner />
      <OneOrAll
        name="state"
        label={say('state')}
        choices={STATES.map((id) => ({ id, name: say(`state.${id}`) }))}
      />
    </FilterBar>
  );
}

const MEANINGS: Readonly<Record<Adjustment['state'], Meaning>> = {
  proposed: 'attention',
  approved: 'good',
  rejected: 'neutral',
};

function AdjustmentTable({ rows }: { readonly rows: readonly Adjustment[] }) {
  const say = useSay(adjustmentTexts);
  const { money } = useReader();
  const columns: readonly Column<Adjustment>[] = [
    {
      id: 'partner',
      title: say('partner'),
      isMain: true,
      cell: ({ partner, agreement }) => <PartnerName code={partner} below={agreement} />,
    },
    {
      id: 'kind',
      title: say('kind'),
      isPlain: true,
      cell: ({ kind, reason }) => <Named name={say(`kind.${kind}`)} code={reason} />,
    },
    {
      id: 'state',
      title: say('state'),
      isPlain: true,
      cell: ({ state }) => <Tag meaning={MEANINGS[state]}>{say(`state.${state}`)}</Tag>,
    },
    {
      id: 'amount',
      title: say('amount'),
      isFigure: true,
      isFirst: true,
      cell: ({ id, amount, currency, partner }) => (
        <Link
          from="/ledger/adjustments"
          to="/ledger/adjustments"
          search={(old) => ({ ...old, adjustment: id })}
          resetScroll={false}
          aria-label={say('openAdjustment', { partner, amount: money(amount, currency) })}
        >
          <Amount exact={amount} currency={currency} />
        </Link>
      ),
    },
  ];
  return <DataTable caption={say('caption')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
