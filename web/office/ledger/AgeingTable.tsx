import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { cashFlowTexts } from './cashFlowTexts.ts';
import type { CashFlow } from './ledgerTypes.ts';

type Age = CashFlow['ageing'][number];

/** How late what was asked for is, by stage. */
export function AgeingTable({ ageing }: { readonly ageing: readonly Age[] }) {
  const say = useSay(cashFlowTexts);
  const { money } = useReader();
  const columns: readonly Column<Age>[] = [
    {
      id: 'age',
      title: say('age'),
      isMain: true,
      cell: ({ age, company, stage }) => (
        <Named name={say(`age.${age}`)} code={`${company} · ${say(`stage.${stage}`)}`} />
      ),
    },
    {
      id: 'payments',
      title: say('payments'),
      isFigure: true,
      cell: ({ payments, currency }) => money(payments, currency),
    },
    {
      id: 'receipts',
      title: say('receipts'),
      isFigure: true,
      cell: ({ receipts, currency }) => money(receipts, currency),
    },
  ];
  return (
    <DataTable
      caption={say('ageing')}
      columns={columns}
      rows={ageing}
      rowKey={({ age, company, currency, stage }) => `${age} ${company} ${currency} ${stage}`}
    />
  );
}
