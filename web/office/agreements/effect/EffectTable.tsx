import { useState } from 'react';
import type { Schemas } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Amount } from '../../../ui/Amount.tsx';
import { Button } from '../../../ui/Button.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { Named } from '../../../ui/Named.tsx';
import { effectTexts } from './texts.ts';

type Row = { readonly name: string; readonly code: string } & Schemas['PreviewEffect']['totals'][number];

const ROWS_AT_ONCE = 10;

type Props = {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** Against terms that stand. */
  readonly isCompared: boolean;
};

/** Amounts under the terms proposed, beside those under the terms that stand. */
export function EffectTable({ caption, rows, isCompared }: Props) {
  const say = useSay(effectTexts);
  const { signedFigure } = useReader();
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const compared: readonly Column<Row>[] = [
    {
      id: 'before',
      title: say('before'),
      isFigure: true,
      cell: ({ before, currency }) => <Amount exact={before} currency={currency} />,
    },
    {
      id: 'difference',
      title: say('difference'),
      isFigure: true,
      cell: ({ difference, currency }) => signedFigure(difference, currency),
    },
  ];
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      title: caption,
      isMain: true,
      cell: ({ name, code }) => <Named name={name} code={code} />,
    },
    ...(isCompared ? compared : []),
    {
      id: 'after',
      title: say('after'),
      isFigure: true,
      isFirst: true,
      cell: ({ after, currency }) => <Amount exact={after} currency={currency} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={caption}
        columns={columns}
        rows={rows.slice(0, shown)}
        rowKey={({ name, code, direction, currency }) => `${name} ${code} ${direction} ${currency}`}
      />
      {rows.length > shown && (
        <Button kind="quiet" onPress={() => setShown(rows.length)}>
          {say('showAll', { count: rows.length })}
        </Button>
      )}
    </>
  );
}
