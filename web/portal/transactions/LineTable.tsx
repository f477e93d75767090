import { Link } from '@tanstack/react-router';
import type { paths } from '../../api/openApi.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../ui/DataTable.tsx';
import { Named } from '../../ui/Named.tsx';
import styles from './LineTable.module.css';
import { transactionsTexts } from './texts.ts';

export type Line =
  paths['/api/v1/portal/lines']['get']['responses']['200']['content']['application/json']['rows'][number];

export function LineTable({ rows, isStale }: { readonly rows: readonly Line[]; readonly isStale: boolean }) {
  const say = useSay(transactionsTexts);
  const columns = useLineColumns();
  return <DataTable caption={say('title')} columns={columns} rows={rows} rowKey={keyOf} isStale={isStale} />;
}

function useLineColumns(): readonly Column<Line>[] {
  const say = useSay(transactionsTexts);
  const reader = useReader();
  return [
    {
      id: 'document',
      title: say('document'),
      isMain: true,
      cell: (row) => (
        <Named
          name={
            <Link
              to="/transactions"
              search={(old) => ({ ...old, opened: keyOf(row) })}
              className={styles.open ?? ''}
              resetScroll={false}
            >
              {row.document}
            </Link>
          }
          // What a machine has numbered tells nobody anything.
          code={/^[0-9a-f]{16}-\d+$/.test(row.line) ? '' : say('line', { line: row.line })}
        />
      ),
    },
    { id: 'day', title: say('day'), cell: ({ day }) => reader.day(day) },
    {
      id: 'product',
      title: say('product'),
      isPlain: true,
      cell: ({ product, productName, returnOf, kind }) => (
        <Named
          name={productName}
          code={[
            productName === product ? '' : product,
            kind === 'goods' ? '' : say(kind),
            returnOf && say('returnOf', { document: returnOf }),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ),
    },
    {
      id: 'quantity',
      title: say('quantity'),
      isFigure: true,
      cell: ({ quantity, unit }) =>
        quantity === null ? '' : reader.counted(quantity, { of: 'quantity', unit }, ''),
    },
    {
      id: 'value',
      title: say('value'),
      isFigure: true,
      isFirst: true,
      cell: ({ value, currency }) => (value === null ? '' : reader.money(value, currency)),
    },
  ];
}

/** By which a line is found again in the list. */
export function keyOf({ source, document, line }: Line): string {
  return `${source} ${document} ${line}`;
}
