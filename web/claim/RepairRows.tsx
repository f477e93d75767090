import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { useReader, useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { CellField } from '../ui/CellField.tsx';
import { CheckField } from '../ui/CheckField.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { Refused } from '../ui/Failure.tsx';
import { MendBar, RowsToMend, WrongInRow } from '../ui/RowsToMend.tsx';
import { claimFieldTexts } from './claimFieldTexts.ts';
import {
  columnsOf,
  type Edits,
  edited,
  repairsOf,
  type SentRow,
  type SentRows,
  waitingRows,
  wrongElsewhere,
  wrongIn,
} from './claimRepairs.ts';
import { repairTexts } from './repairTexts.ts';

type Props = {
  readonly message: SentRows & { readonly id: string };
  /** Whether who reads it may send it anew. */
  readonly mayRepair: boolean;
  /** The message in which the rows were sent once more. */
  readonly onSent: (id: string) => void;
};

/** Rows of a message that wait: each with what is wrong and what would do, mended in place and sent once more. */
export function RepairRows({ message, mayRepair, onSent }: Props) {
  const say = useSay(repairTexts);
  const queries = useQueryClient();
  const [edits, setEdits] = useState<Edits>(new Map());
  const [isWhole, setWhole] = useState(false);
  const repair = useMutation({
    mutationFn: () =>
      call.POST('/api/v1/claim-messages/{id}/repair', {
        params: { path: { id: message.id } },
        body: { rows: repairsOf(edits) },
      }),
    onSuccess: async ({ data }) => {
      await queries.invalidateQueries();
      onSent(data?.id ?? '');
    },
  });
  return (
    <>
      {wrongElsewhere(message).map((refusal) => (
        <WrongInRow key={`${refusal.code} ${refusal.at}`} title={refusal.title} detail={refusal.detail} />
      ))}
      <CheckField isSelected={isWhole} onChange={setWhole}>
        {say('allColumns')}
      </CheckField>
      <Grid
        message={message}
        edits={edits}
        isWhole={isWhole}
        onEdit={mayRepair ? (row, column, text) => setEdits(edited(edits, row, column, text)) : undefined}
      />
      {repair.error !== null && <Refused error={repair.error} />}
      {mayRepair && (
        <MendBar>
          <Button kind="primary" isPending={repair.isPending} onPress={() => repair.mutate()}>
            {say('send', { count: message.waiting.length })}
          </Button>
          {edits.size > 0 && (
            <Button kind="quiet" onPress={() => setEdits(new Map())}>
              {say('undo')}
            </Button>
          )}
        </MendBar>
      )}
    </>
  );
}

type GridProps = {
  readonly message: SentRows;
  readonly edits: Edits;
  readonly isWhole: boolean;
  readonly onEdit: ((row: SentRow, column: string, text: string) => void) | undefined;
};

function Grid({ message, edits, isWhole, onEdit }: GridProps) {
  const say = useSay(repairTexts);
  const sayField = useSay(claimFieldTexts);
  const { count } = useReader();
  const fields = columnsOf(message, isWhole).map((column): Column<SentRow> => {
    const title = Object.hasOwn(claimFieldTexts.en, column) ? sayField(column as 'amount') : column;
    return {
      id: column,
      title,
      cell: (row) => {
        const changed = edits.get(row.row)?.[column];
        const text = changed ?? row.texts[column] ?? '';
        if (onEdit === undefined) return text;
        return (
          <CellField
            label={say('cell', { field: title, row: row.row })}
            value={text}
            isWrong={wrongIn(message, row).some(
              ({ at, facts }) => at === column && facts.row === String(row.row),
            )}
            isChanged={changed !== undefined}
            onChange={(typed) => onEdit(row, column, typed)}
          />
        );
      },
    };
  });
  const columns: readonly Column<SentRow>[] = [
    {
      id: 'row',
      title: say('row'),
      isMain: true,
      width: '4rem',
      cell: ({ row }) => say('rowOf', { row: count(row) }),
    },
    {
      id: 'what',
      title: say('what'),
      isPlain: true,
      cell: (row) =>
        wrongIn(message, row).map((refusal) => (
          <WrongInRow
            key={`${refusal.code} ${refusal.at} ${refusal.facts.row}`}
            title={refusal.title}
            detail={refusal.detail}
          />
        )),
    },
    ...fields,
  ];
  return (
    <RowsToMend>
      <DataTable
        caption={say('rows')}
        columns={columns}
        rows={waitingRows(message)}
        rowKey={({ row }) => String(row)}
      />
    </RowsToMend>
  );
}
