import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { CellField } from '../../../ui/CellField.tsx';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { RowsToMend, WrongInRow } from '../../../ui/RowsToMend.tsx';
import { faultText } from '../faultText.ts';
import { useFieldName } from '../useFieldName.ts';
import { columnsOf, type Edits, isWrong, rowKey, textIn, type Waiting } from './repairs.ts';
import { quarantineTexts } from './texts.ts';

type Props = {
  readonly rows: readonly Waiting[];
  readonly edits: Edits;
  /** Whether who reads it may change it. */
  readonly isOpen: boolean;
  readonly onEdit: (row: Waiting, field: string, text: string) => void;
  readonly onDismiss: (row: Waiting) => void;
};

/** Rows and the fields that matter; what is wrong stands beside, with what would be right. */
export function RepairGrid({ rows, edits, isOpen, onEdit, onDismiss }: Props) {
  const say = useSay(quarantineTexts);
  const { count } = useReader();
  const fieldName = useFieldName();
  const fields = columnsOf(rows).map((field): Column<Waiting> => {
    const title = fieldName(field);
    return {
      id: field,
      title,
      cell: (row) => {
        if (row.fields === null) return undefined;
        const changed = edits.get(rowKey(row))?.[field];
        const text = changed ?? textIn(row, field);
        if (!isOpen) return text;
        return (
          <CellField
            label={say('cell', { field: title, row: row.row })}
            value={text}
            isWrong={isWrong(row, field)}
            isChanged={changed !== undefined}
            onChange={(typed) => onEdit(row, field, typed)}
          />
        );
      },
    };
  });
  const columns: readonly Column<Waiting>[] = [
    { id: 'row', title: say('row'), isMain: true, width: '4rem', cell: ({ row }) => count(row) },
    {
      id: 'what',
      title: say('what'),
      isPlain: true,
      width: '26%',
      cell: (row) => <Wrong row={row} onDismiss={isOpen ? onDismiss : undefined} />,
    },
    ...fields,
  ];
  return (
    <RowsToMend>
      <DataTable caption={say('title')} columns={columns} rows={rows} rowKey={rowKey} />
    </RowsToMend>
  );
}

type WrongProps = {
  readonly row: Waiting;
  readonly onDismiss: Props['onDismiss'] | undefined;
};

function Wrong({ row, onDismiss }: WrongProps) {
  const say = useSay(quarantineTexts);
  const fieldName = useFieldName();
  const { problem, fields } = row;
  return (
    <>
      {problem.errors.map((fault) => (
        <WrongInRow
          key={`${fault.code} ${fault.at}`}
          title={faultText(fault, fieldName)}
          detail={fault.detail}
        />
      ))}
      {fields === null && <WrongInRow detail={say('unreadable')} />}
      {onDismiss !== undefined && (
        <Button kind="quiet" onPress={() => onDismiss(row)} label={`${say('aside')}: ${row.row}`}>
          {say('aside')}
        </Button>
      )}
    </>
  );
}
