import { texts } from '../text/texts.ts';

/** Rows of claims that wait to be mended. */
export const repairTexts = texts(
  {
    rows: 'Rows to mend',
    row: 'Row',
    rowOf: 'Row {row}',
    what: 'What is wrong',
    cell: '{field}, row {row}',
    allColumns: 'Show all columns',
    send: { one: 'Send {count} row once more', other: 'Send {count} rows once more' },
    undo: 'Take the changes back',
  },
  {
    rows: '待修正的行',
    row: '行',
    rowOf: '第 {row} 行',
    what: '问题',
    cell: '{field}，第 {row} 行',
    allColumns: '显示全部列',
    send: '重新发送 {count} 行',
    undo: '撤销修改',
  },
);
