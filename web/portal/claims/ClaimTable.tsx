import { Link } from '@tanstack/react-router';
import { isSameFigure } from '../../text/figures.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { ClaimRow } from './claimTypes.ts';
import { claimsTexts } from './texts.ts';

export function ClaimTable({ rows }: { readonly rows: readonly ClaimRow[] }) {
  const say = useSay(claimsTexts);
  const reader = useReader();
  const columns: readonly Column<ClaimRow>[] = [
    {
      id: 'claim',
      title: say('claim'),
      isMain: true,
      cell: ({ id, reference, sentOn, claimant }) => (
        <Named
          name={
            <Link to="/claims/$id" params={{ id }}>
              {reference}
            </Link>
          }
          code={[reader.day(sentOn), claimant === 'us' ? say('byUs') : ''].filter(Boolean).join(' · ')}
        />
      ),
    },
    { id: 'agreement', title: say('agreement'), isPlain: true, cell: ({ agreement }) => agreement },
    { id: 'state', title: say('state'), isPlain: true, cell: (row) => <ClaimState claim={row} /> },
    {
      id: 'open',
      title: say('open'),
      isFigure: true,
      cell: ({ open, currency }) => reader.money(open, currency),
    },
    {
      id: 'claimed',
      title: say('claimed'),
      isFigure: true,
      isFirst: true,
      cell: ({ claimed, currency }) => reader.money(claimed, currency),
    },
  ];
  return <DataTable caption={say('caption')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** Whether something of a claim is open, and whether it is argued about. */
export function ClaimState({ claim }: { readonly claim: Pick<ClaimRow, 'open' | 'positions'> }) {
  const say = useSay(claimsTexts);
  if (!isSameFigure(claim.positions.disputed ?? '0', '0'))
    return <Tag meaning="attention">{say('inDispute')}</Tag>;
  if (isSameFigure(claim.open, '0')) return <Tag meaning="good">{say('closed')}</Tag>;
  return <Tag meaning="information">{say('isOpen')}</Tag>;
}
