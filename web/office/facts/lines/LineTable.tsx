import { Link } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Amount } from '../../../ui/Amount.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Named } from '../../../ui/Named.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { linesTexts } from './texts.ts';

type Line = Answer<'listLines'>['rows'][number];

type Props = { readonly rows: readonly Line[]; readonly isStale: boolean };

/** Lines, each opens its sheet. */
export function LineTable({ rows, isStale }: Props) {
  const say = useSay(linesTexts);
  const columns = useLineColumns();
  return (
    <DataTable
      caption={say('title')}
      columns={columns}
      rows={rows}
      rowKey={({ source, document, line }) => `${source} ${document} ${line}`}
      isStale={isStale}
    />
  );
}

function useLineColumns(): readonly Column<Line>[] {
  const say = useSay(linesTexts);
  const { day: written, counted } = useReader();
  return [
    {
      id: 'line',
      title: say('line'),
      isMain: true,
      cell: (row) => <LineLink row={row} />,
    },
    { id: 'day', title: say('day'), cell: ({ day }) => (day === null ? '' : written(day)) },
    {
      id: 'partner',
      title: say('partnerName'),
      isPlain: true,
      cell: ({ partner, partnerName }) => <Named name={partnerName} code={partner} />,
    },
    {
      id: 'product',
      title: say('productName'),
      isPlain: true,
      cell: ({ product, productName }) => <Named name={productName} code={product} />,
    },
    {
      id: 'quantity',
      title: say('quantity'),
      isFigure: true,
      cell: ({ quantity, unit, currency }) =>
        quantity === null ? '' : counted(quantity, { of: 'quantity', unit }, currency),
    },
    {
      id: 'value',
      title: say('netValue'),
      isFigure: true,
      isFirst: true,
      cell: ({ netValue, currency }) =>
        netValue === null ? '' : <Amount exact={netValue} currency={currency} />,
    },
  ];
}

function LineLink({ row }: { readonly row: Line }) {
  const say = useSay(linesTexts);
  const { source, document, line, side, isReturn } = row;
  return (
    <Named
      name={
        <Link
          from="/facts"
          to="/facts"
          search={(old) => ({ ...old, source, of: document, line })}
          resetScroll={false}
        >
          {document} / {line}
        </Link>
      }
      code={
        <>
          {say(side)} {isReturn && <Tag>{say('back')}</Tag>}
        </>
      }
    />
  );
}
