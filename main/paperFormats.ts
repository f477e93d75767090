/** What a document of ours is written as. */
export const DOCUMENT_FORMATS = ['pdf', 'ubl', 'json'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What a statement is written as; `zip` holds all the others, the lines behind the amounts, and the proofs. */
export const STATEMENT_FORMATS = ['pdf', 'xlsx', 'csv', 'zip'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

/** What the advice of a payment is written as. */
export const ADVICE_FORMATS = ['pdf', 'xlsx', 'csv'] as const;
export type AdviceFormat = (typeof ADVICE_FORMATS)[number];
