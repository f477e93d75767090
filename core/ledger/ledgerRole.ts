/** What an account of the books is for: its type, and the words that people read are in the catalogue of texts. */
export const LEDGER_ROLES = {
  /** What customer rebates cost: a reduction of revenue. */
  rebateExpense: 'expense',
  /** What supplier rebates bring: a reduction of the cost of goods sold. */
  rebateIncome: 'income',
  /** The part of a supplier's rebate that belongs to goods still in stock: a reduction of their cost. */
  inventory: 'asset',
  accruedLiability: 'liability',
  accruedReceivable: 'asset',
  claimedReceivable: 'asset',
  /** Open items of documents. */
  partnerPayable: 'liability',
  partnerReceivable: 'asset',
  outputTax: 'liability',
  inputTax: 'asset',
  withholding: 'liability',
  bankClearing: 'asset',
  bank: 'asset',
  writtenOff: 'expense',
  lapsed: 'income',
  intercompany: 'asset',
  exchangeDifference: 'expense',
  /** Between two currencies: what was earned goes in, what is paid comes out. In the books they are worth the same. */
  conversion: 'equity',
  advance: 'asset',
  /** What is set off goes through it, from one open item to the other: it is zero after each. */
  offset: 'asset',
  fund: 'liability',
  /** What the books of before the cut-over stand for. */
  opening: 'equity',
} as const satisfies Readonly<Record<string, LedgerType>>;

export type LedgerType = 'asset' | 'liability' | 'equity' | 'income' | 'expense';
export type LedgerRole = keyof typeof LEDGER_ROLES;
