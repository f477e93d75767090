import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { workedOutAt } from '../earnings/selection.ts';
import { cashFlowTexts } from './cashFlowTexts.ts';
import type { CashFlow } from './ledgerTypes.ts';

type Flow = CashFlow['flows'][number];

type Props = { readonly flows: readonly Flow[]; readonly filter: ReactNode };

/** More than anybody reads; the sums above count all of them. */
const SHOWN = 200;

/** Every amount behind the flow, by the day on which it is expected. */
export function FlowTable({ flows, filter }: Props) {
  const say = useSay(cashFlowTexts);
  const { day, span } = useReader();
  const rows = flows.slice(0, SHOWN).map((flow, index) => ({ ...flow, key: String(index) }));
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { id: 'due', title: say('due'), isMain: true, cell: ({ dueOn }) => day(dueOn) },
    {
      id: 'about',
      title: say('about'),
      isPlain: true,
      cell: ({ partner, agreement, window }) => (
        <Named name={partner ?? ''} code={[agreement, window && span(window)].filter(Boolean).join(' · ')} />
      ),
    },
    {
      id: 'stage',
      title: say('stage'),
      isPlain: true,
      cell: ({ stage, isCashless, isSetOff }) => (
        <>
          {say(`stage.${stage}`)} {isCashless && <Tag>{say('cashless')}</Tag>}
          {isSetOff && <Tag>{say('setOff')}</Tag>}
        </>
      ),
    },
    {
      id: 'amount',
      title: say('amount'),
      isFigure: true,
      isFirst: true,
      cell: (flow) => {
        const { amount, currency, company, partner } = flow;
        const earned = workedOutAt(flow);
        const shown = <Amount exact={amount} currency={currency} />;
        if (earned !== undefined)
          return (
            <Link to="/earnings" search={earned}>
              {shown}
            </Link>
          );
        // What a fund has granted is of no agreement: its transfers say what it comes from.
        return (
          <Link to="/ledger/transfers" search={{ company, ...(partner !== null && { partner }) }}>
            {shown}
          </Link>
        );
      },
    },
  ];
  return (
    <Section title={say('flows')} lead={say('flowsLead', { shown: rows.length, count: flows.length })}>
      {filter}
      <DataTable caption={say('flows')} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </Section>
  );
}
