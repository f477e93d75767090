import { sumText } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { cashFlowTexts } from './cashFlowTexts.ts';
import type { CashFlow } from './ledgerTypes.ts';

type Bucket = CashFlow['buckets'][number];
type Props = { readonly buckets: readonly Bucket[]; readonly currency: string };

/** What is paid and received in each week or month. */
export function BucketTable({ buckets, currency }: Props) {
  const say = useSay(cashFlowTexts);
  const { span, moneyFigure, inCurrency } = useReader();
  const sum = (amounts: readonly string[]) => moneyFigure(sumText(amounts) ?? '0', currency);
  const columns: readonly Column<Bucket>[] = [
    {
      id: 'window',
      title: say('window'),
      isMain: true,
      cell: ({ window }) => (window === null ? say('overdue') : span(window)),
    },
    {
      id: 'payments',
      title: inCurrency(say('payments'), currency),
      isFigure: true,
      cell: ({ payments }) => moneyFigure(payments, currency),
    },
    {
      id: 'receipts',
      title: inCurrency(say('receipts'), currency),
      isFigure: true,
      cell: ({ receipts }) => moneyFigure(receipts, currency),
    },
  ];
  return (
    <DataTable
      caption={say('drawing', { currency })}
      columns={columns}
      rows={buckets}
      rowKey={({ window }) => window?.firstDay ?? 'overdue'}
      foot={{
        window: say('sum'),
        payments: sum(buckets.map(({ payments }) => payments)),
        receipts: sum(buckets.map(({ receipts }) => receipts)),
      }}
    />
  );
}
