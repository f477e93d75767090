import type { Reader } from '../../text/reader.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const COUNTED = /^(-?\d+(?:\.\d+)?) (\S+)$/;
const FIGURE = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
/** These are names, however they look. */
const NAMES: ReadonlySet<string> = new Set([
  ...['reference', 'document', 'line', 'product', 'partner', 'agreement', 'endCustomer', 'settlement'],
  ...['taxId', 'phone', 'order', 'other', 'otherPartner', 'person', 'name', 'otherName', 'address', 'digit'],
]);

type Writer = Pick<Reader, 'day' | 'money' | 'figure'>;

/** What a detector wrote of a record, `2026-10-02`, `1234.50 EUR` or `12.5 EA`, as a reader writes it. */
export function evidenceValue(field: string, text: string, { day, money, figure }: Writer): string {
  if (NAMES.has(field)) return text;
  if (DAY.test(text)) return day(text);
  if (FIGURE.test(text)) return figure(text);
  const [, exact, of] = COUNTED.exec(text) ?? [];
  if (exact === undefined || of === undefined) return text;
  return CURRENCIES.has(of) ? money(exact, of) : `${figure(exact)} ${of}`;
}
