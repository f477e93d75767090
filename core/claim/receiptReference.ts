/** How the references of receipts begin that the program makes, by what brings the money. */
const BEGINNINGS = { payment: 'paid by ', deduction: 'deduction ', bankEntry: 'bankEntry ' } as const;
export type ReceiptSource = keyof typeof BEGINNINGS;

/** What tells a receipt that the program makes from every other one of its claim. */
export function receiptReference(source: ReceiptSource, of: string): string {
  return `${BEGINNINGS[source]}${of}`;
}

/** What made a receipt; undefined of one that a person has named. */
export function receiptSource(reference: string): ReceiptSource | undefined {
  const sources = Object.keys(BEGINNINGS) as ReceiptSource[];
  return sources.find((source) => reference.startsWith(BEGINNINGS[source]));
}
