import { formatDate, type LocalDate } from '../calendar/localDate.ts';
import { moneyText } from '../money/money.ts';

/** What of one document a payment pays. Units: minor, above zero. */
export type AdvisedDocument = {
  readonly settlement: string;
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly grossMinor: bigint;
  readonly withheldMinor: bigint;
  readonly paidMinor: bigint;
  /** Of what was paid, what came back. */
  readonly returnedMinor: bigint;
};

/** Which documents a payment pays, for the partner that gets it. Units: minor. */
export type RemittanceAdvice = {
  readonly payment: string;
  readonly company: string;
  readonly companyName: string;
  readonly partner: string;
  readonly partnerName: string;
  /** By which the bank names it. */
  readonly endToEndId: string;
  /** By its end: enough to recognise it by. */
  readonly account: string;
  readonly executionDay: LocalDate;
  readonly currency: string;
  readonly minor: bigint;
  readonly documents: readonly AdvisedDocument[];
};

/** The columns of an advice as a table; names of days and amounts end as the files know them. */
export const ADVICE_FIELDS = [
  'endToEndId',
  'paymentDate',
  'partner',
  'currency',
  'documentKind',
  'document',
  'invoiceDate',
  'dueDate',
  'grossAmount',
  'withheldAmount',
  'paidAmount',
  'returnedAmount',
] as const;

/** One row for each document; what is paid sums to the payment. */
export function adviceRows(advice: RemittanceAdvice): readonly (readonly string[])[] {
  const { endToEndId, executionDay, partner, currency } = advice;
  const money = (minor: bigint) => moneyText({ minor, currency });
  return advice.documents.map(({ kind, number, issuedOn, dueOn, ...amounts }) => [
    ...[endToEndId, formatDate(executionDay), partner, currency],
    ...[kind, number, formatDate(issuedOn), formatDate(dueOn)],
    ...[amounts.grossMinor, amounts.withheldMinor, amounts.paidMinor, amounts.returnedMinor].map(money),
  ]);
}
