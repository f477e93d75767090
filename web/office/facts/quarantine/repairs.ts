import type { Answer } from '../../../api/answer.ts';

export type Waiting = Answer<'listQuarantine'>['rows'][number];

/** What somebody has written over the fields of waiting rows, by row. */
export type Edits = ReadonlyMap<string, Readonly<Record<string, string>>>;

export function rowKey({ import: id, row }: Pick<Waiting, 'import' | 'row'>): string {
  return `${id} ${row}`;
}

/** What stands in a field before anybody changes it: what was read, else what was received and could not be. */
export function textIn({ fields, problem }: Waiting, field: string): string {
  const read = fields?.[field];
  if (read !== undefined) return read;
  const wrong = problem.errors.find(({ at }) => at === field);
  return wrong?.facts.value ?? '';
}

export function isWrong({ problem }: Waiting, field: string): boolean {
  return problem.errors.some(({ at }) => at === field);
}

/** By these one knows a row. */
const CONTEXT = ['document', 'partner', 'product', 'quantity', 'netValue', 'code', 'name'];

/** The columns of the grid: what tells a row, and every field that is wrong in one of them. */
export function columnsOf(rows: readonly Waiting[]): readonly string[] {
  const said = new Set(rows.flatMap(({ fields }) => Object.keys(fields ?? {})));
  const wrong = rows.flatMap((row) =>
    row.problem.errors.map(({ at }) => at).filter((at) => isField(at) && row.fields !== null),
  );
  const context = CONTEXT.filter((field) => said.has(field));
  return [...new Set([...wrong, ...context])];
}

function isField(at: string): boolean {
  return /^[a-z][A-Za-z]*(\..+)?$/.test(at) && at !== 'row';
}

export function edited(edits: Edits, row: Waiting, field: string, text: string): Edits {
  const own = { ...edits.get(rowKey(row)), [field]: text };
  const changed = Object.entries(own).filter(([name, now]) => now !== textIn(row, name));
  const next = new Map(edits);
  if (changed.length === 0) next.delete(rowKey(row));
  else next.set(rowKey(row), Object.fromEntries(changed));
  return next;
}

/** What is sent, an import after the other. */
export function repairsOf(
  edits: Edits,
  rows: readonly Waiting[],
): ReadonlyMap<string, { row: number; fields: Record<string, string> }[]> {
  const byImport = new Map<string, { row: number; fields: Record<string, string> }[]>();
  for (const row of rows) {
    const fields = edits.get(rowKey(row));
    if (fields === undefined) continue;
    const own = byImport.get(row.import) ?? [];
    byImport.set(row.import, [...own, { row: row.row, fields: { ...fields } }]);
  }
  return byImport;
}
