import { formatDate } from '../calendar/localDate.ts';
import { moneyText } from '../money/money.ts';
import { withFormulaGuard } from '../text/formulaGuard.ts';
import type { PaymentBatch } from './paymentInstruction.ts';

const COLUMNS = [
  'payment',
  'partner',
  'holder',
  'iban',
  'number',
  'bankCode',
  'bic',
  'amount',
  'currency',
  'executionDay',
  'remittance',
];

/** The payments of a batch as a table, for banks whose portals take one; no spreadsheet finds a formula in it. */
export function paymentCsv({ executionDay, instructions }: PaymentBatch): string {
  const rows = instructions.map(({ endToEndId, partner, beneficiary, minor, currency, remittance }) => [
    endToEndId,
    partner,
    beneficiary.holder,
    beneficiary.iban ?? '',
    beneficiary.number ?? '',
    beneficiary.bankCode ?? '',
    beneficiary.bic ?? '',
    moneyText({ minor, currency }),
    currency,
    formatDate(executionDay),
    remittance,
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const guarded = withFormulaGuard(text);
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
