import { openTable } from './openTable.ts';
import { OWN_FORM } from './readCsv.ts';
import type { TableReading } from './readingFormat.ts';
import { isRepairColumn } from './repairColumns.ts';

/**
 * How a file is written that a description reads: as it says, unless the file is one of ours with
 * rows that failed. That one has the sender's texts, and so the sender's numbers and days, in our
 * own form: UTF-8, commas, header first.
 */
export async function readingOfRepairs(path: string, reading: TableReading): Promise<TableReading> {
  const file = await openTable(path, { reading: OWN_FORM });
  if (!file.ok) return reading;
  const isOurs = file.value.columns.some(isRepairColumn);
  await file.value.close();
  if (!isOurs) return reading;
  const { columns, empty } = reading;
  return { ...OWN_FORM, ...(columns && { columns }), ...(empty && { empty }) };
}
