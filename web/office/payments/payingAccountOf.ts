import type { Answers } from '../money/question.ts';

export type FileOfBank = 'pain' | 'nacha' | 'csv';

const ACCOUNT = ['holder', 'iban', 'bic', 'number', 'bankCode'] as const;
const PAIN = ['is', 'scheme', 'charges', 'characters', 'booking'] as const;
const NACHA = [
  'entryClass',
  'destination',
  'destinationName',
  'origin',
  'originName',
  'companyId',
  'description',
] as const;

/** The text of an account of ours, as the server takes it, of what was said in a form. */
export function payingAccountOf(file: FileOfBank, said: Answers): Record<string, unknown> {
  const { code = '', company = '', currency = '' } = said;
  const columns = Object.entries(said).flatMap(([id, text]) => {
    const [, column = ''] = /^table\.(\w+)$/.exec(id) ?? [];
    return column === '' || column === 'days' || column === 'decimals' ? [] : [[column, text] as const];
  });
  const files = {
    pain: only(said, PAIN),
    nacha: { is: 'nacha', ...only(said, NACHA) },
    csv: { is: 'csv' },
  };
  return {
    format: 'openrebate/paying-account/v1',
    ...{ code, company, currency: currency.toUpperCase() },
    account: only(said, ACCOUNT),
    file: files[file],
    ...(columns.length > 0 && {
      statement: {
        columns: Object.fromEntries(columns),
        days: said['table.days'] ?? 'YYYY-MM-DD',
        decimals: said['table.decimals'] ?? '.',
      },
    }),
  };
}

function only(said: Answers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])));
}
