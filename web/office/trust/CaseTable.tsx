import { Link } from '@tanstack/react-router';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Amount } from '../../ui/Amount.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { aboutName } from './aboutName.ts';
import { CaseState } from './CaseState.tsx';
import { trustTexts } from './texts.ts';
import type { TrustCase } from './trustTypes.ts';
import { trustWords } from './trustWords.ts';

type Props = { readonly rows: readonly TrustCase[]; readonly isStale: boolean };

export function CaseTable({ rows, isStale }: Props) {
  const say = useSay(trustTexts);
  const sayWord = useSay(trustWords);
  const { count, instant } = useReader();
  const columns: readonly Column<TrustCase>[] = [
    {
      id: 'about',
      title: say('about'),
      isMain: true,
      cell: (one) => (
        <Link to="/trust/cases/$case" params={{ case: one.id }}>
          <Named name={aboutName(one)} code={sayWord(`object.${one.object}`)} />
        </Link>
      ),
    },
    {
      id: 'partner',
      title: say('partner'),
      isPlain: true,
      cell: ({ partner, partnerName }) =>
        partner === null ? undefined : <Named name={partnerName ?? partner} code={partner} />,
    },
    { id: 'state', title: say('state'), isPlain: true, cell: (one) => <CaseState of={one} /> },
    { id: 'assigned', title: say('assigned'), cell: ({ assigneeName }) => assigneeName ?? say('nobody') },
    { id: 'age', title: say('age'), cell: ({ openedAt }) => instant(openedAt) },
    { id: 'risk', title: say('risk'), isFigure: true, cell: ({ score }) => count(score) },
    {
      id: 'amount',
      title: say('amount'),
      isFigure: true,
      isFirst: true,
      cell: ({ amount, currency }) =>
        amount === null || currency === null ? undefined : <Amount exact={amount} currency={currency} />,
    },
  ];
  return (
    <DataTable
      caption={say('caption')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      isStale={isStale}
    />
  );
}
