import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { RowsCounted } from '../../../ui/RowsToMend.tsx';
import { Section } from '../../../ui/Section.tsx';
import { faultText } from '../faultText.ts';
import { useFieldName } from '../useFieldName.ts';
import { importTexts } from './texts.ts';
import type { Preview } from './usePreview.ts';

type Row = Preview['refusedRows'][number];

/** So many are read; the others are put right after the import. */
const SHOWN = 8;

type Props = {
  readonly rows: readonly Row[];
  readonly total: number;
  /** They wait, and the others come in. */
  readonly isLeft: boolean;
};

/** The first rows that would not come in, each with every reason. */
export function BadRows({ rows, total, isLeft }: Props) {
  const say = useSay(importTexts);
  const { count } = useReader();
  const fieldName = useFieldName();
  if (rows.length === 0) return null;
  const columns: readonly Column<Row>[] = [
    { id: 'row', title: say('row'), isMain: true, width: '6rem', cell: ({ row }) => count(row) },
    {
      id: 'reason',
      title: say('reason'),
      isPlain: true,
      cell: ({ errors }) =>
        errors.map((fault) => <p key={`${fault.code} ${fault.at}`}>{faultText(fault, fieldName)}</p>),
    },
  ];
  const left = total - Math.min(rows.length, SHOWN);
  return (
    <Section title={say('badRows')} lead={say(isLeft ? 'badRowsLead' : 'badRowsRefused')}>
      <RowsCounted />
      <DataTable
        caption={say('badRows')}
        columns={columns}
        rows={rows.slice(0, SHOWN)}
        rowKey={({ row }) => String(row)}
      />
      {left > 0 && <p>{say('more', { count: left })}</p>}
    </Section>
  );
}
