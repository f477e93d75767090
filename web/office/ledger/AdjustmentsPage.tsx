import { keepPreviousData } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Named } from '../../ui/Named.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { type Meaning, Tag } from '../../ui/Tag.tsx';
import { narrowed, said } from '../money/addressOf.ts';
import { Deeds } from '../money/Deeds.tsx';
import { FilterBar } from '../money/FilterBar.tsx';
import { ListPager, PAGE_ROWS } from '../money/ListPager.tsx';
import { PartnerName } from '../money/PartnerName.tsx';
import { moneyTexts } from '../money/texts.ts';
import { useAgreements, usePartners } from '../money/useChoices.ts';
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
  const navigate = useNavigate({ from: '/ledger/adjustments' });
  const { agreement, partner, cursor, passed } = address;
  const state = STATES.find((one) => one === address.state);
  const query = { limit: String(PAGE_ROWS), ...said({ agreement, partner, state, cursor }) };
  const list = api.useQuery(
    'get',
    '/api/v1/adjustments',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <LedgerFrame lead={say('lead')}>
      <Proposing />
      <AdjustmentFilter />
      <Loaded query={list}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <Notice title={say('emptyTitle')}>
              <p>{say('emptyText')}</p>
            </Notice>
          ) : (
            <>
              <AdjustmentTable rows={rows} />
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
  const sayMoney = useSay(moneyTexts);
  const navigate = useNavigate({ from: '/ledger/adjustments' });
  const { agreement = '', partner = '', state = '' } = useSearch({ from: '/ledger/adjustments' });
  const narrow = (wanted: Readonly<Record<string, string>>) =>
    void navigate({ search: (old) => narrowed(old, wanted) });
  return (
    <FilterBar>
      <ComboField
        label={sayMoney('agreement')}
        placeholder={sayMoney('all')}
        choices={useAgreements()}
        value={agreement}
        onChange={(id) => narrow({ agreement: id })}
      />
      <ComboField
        label={sayMoney('partner')}
        placeholder={sayMoney('all')}
        choices={usePartners()}
        value={partner}
        onChange={(id) => narrow({ partner: id })}
      />
      <SelectField
        label={say('state')}
        choices={[
          { id: 'all', name: sayMoney('all') },
          ...STATES.map((id) => ({ id, name: say(`state.${id}`) })),
        ]}
        value={state === '' ? 'all' : state}
        onChange={(id) => narrow({ state: id === 'all' ? '' : id })}
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
