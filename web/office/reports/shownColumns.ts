import type { MadeReport, ReportRow } from './reportTypes.ts';

type Given = MadeReport['columns'][number];

/** A column on the screen: a name with its number below it takes the place of both. */
export type ShownColumn = Given & { readonly code?: string; readonly isMain: boolean };

const CODES: Readonly<Record<string, string>> = {
  partnerName: 'partner',
  agreementName: 'agreement',
  productName: 'product',
};

/** The columns that are shown: numbers go below their names, and the currency stands beside each amount. */
export function columnsShown(columns: readonly Given[]): readonly ShownColumn[] {
  const names = new Set(columns.map(({ name }) => name));
  const below = new Set(
    Object.entries(CODES)
      .filter(([name]) => names.has(name))
      .map(([, code]) => code),
  );
  const hasMoney = columns.some(({ holds }) => holds === 'money');
  const left = columns.filter(({ name }) => !below.has(name) && !(hasMoney && name === 'currency'));
  return left.map((column, at) => {
    const code = CODES[column.name];
    return { ...column, isMain: at === 0, ...(code !== undefined && names.has(code) && { code }) };
  });
}

/** What a bar is called: its words, by the columns that name it. */
export function labelOf(columns: readonly string[], { said, cells }: ReportRow): string {
  const texts = columns.map((column) => said[column] ?? cells[column] ?? '').filter((text) => text !== '');
  // Who is called as it is coded, is called once.
  return [...new Set(texts)].join(' · ');
}
