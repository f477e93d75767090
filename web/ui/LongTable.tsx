import { type ComponentProps, useState } from 'react';
import { DataTable } from './DataTable.tsx';
import { More } from './More.tsx';

/** So many rows are drawn at once: a browser stands still over thousands. */
const STEP = 50;

/** Rows that came all at once, and may be thousands: the first of them, and on as one reads. */
export function LongTable<R>({ rows, ...table }: ComponentProps<typeof DataTable<R>>) {
  const [count, setCount] = useState(STEP);
  const shown = rows.slice(0, count);
  const onMore = rows.length > count ? () => setCount(count + STEP) : undefined;
  return (
    <>
      <DataTable {...table} rows={shown} />
      {rows.length > STEP && <More shown={shown.length} onMore={onMore} isLoading={false} error={null} />}
    </>
  );
}
