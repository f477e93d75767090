import { LEDGER_ROLES, type LedgerRole } from './ledgerRole.ts';

/** What a rule may ask of an amount; one that is left out is met by all. */
export const RULE_FIELDS = ['company', 'agreement', 'event', 'productGroup', 'costCentre'] as const;
type RuleField = (typeof RULE_FIELDS)[number];

/** What master data of products says of lines; each is an attribute of that name. */
export const PRODUCT_FIELDS = ['productGroup', 'costCentre'] as const;
const OF_LINES: readonly LedgerRole[] = ['rebateExpense', 'rebateIncome'];

/** An account of the general ledger for one role, where every field that is named is met. */
export type AccountRule = {
  readonly role: LedgerRole;
  readonly account: string;
} & { readonly [field in RuleField]?: string };

/** What a transfer says of itself. */
export type RuledAmount = { readonly [field in RuleField]?: string | undefined };

/**
 * The account of the general ledger that an amount stands on: that of the rule which names most; of
 * two that name as many, of the one that names the earlier field, so that one is always found and
 * never by the order of the list. Without a rule the role itself is the account.
 */
export function accountOf(rules: readonly AccountRule[], role: LedgerRole, amount: RuledAmount): string {
  const met = rules.filter((rule) => rule.role === role && isMet(rule, amount));
  const best = met.reduce<AccountRule | undefined>(
    (found, rule) => (found === undefined || rank(rule) > rank(found) ? rule : found),
    undefined,
  );
  return best?.account ?? role;
}

function isMet(rule: AccountRule, amount: RuledAmount): boolean {
  return RULE_FIELDS.every((field) => rule[field] === undefined || rule[field] === amount[field]);
}

/** How many fields it names, then which: an earlier one weighs more. */
function rank(rule: AccountRule): number {
  const named = RULE_FIELDS.map((field) => (rule[field] === undefined ? 0 : 1));
  const places = named.reduce<number>((sum, is) => sum * 2 + is, 0);
  return named.filter(Boolean).length * 2 ** RULE_FIELDS.length + places;
}

/**
 * A rule that sends what comes onto a balance and what goes off it to two accounts, neither of which
 * would ever be zero again: by the event only costs and income are told apart.
 */
export function unclearable(rules: readonly AccountRule[]): AccountRule | undefined {
  return rules.find(
    ({ role, event }) => event !== undefined && !['expense', 'income'].includes(LEDGER_ROLES[role]),
  );
}

/**
 * A rule that asks for something of lines where there are none: documents and payments know no products, so
 * that a balance would be built up on one account and cleared on another.
 */
export function lineless(rules: readonly AccountRule[]): AccountRule | undefined {
  return rules.find(
    (rule) => PRODUCT_FIELDS.some((field) => rule[field] !== undefined) && !OF_LINES.includes(rule.role),
  );
}

/** Two rules that ask the same of the same role: which of them is meant, nobody can say. */
export function contradicting(
  rules: readonly AccountRule[],
): readonly [AccountRule, AccountRule] | undefined {
  const seen = new Map<string, AccountRule>();
  for (const rule of rules) {
    const asked = JSON.stringify([rule.role, ...RULE_FIELDS.map((field) => rule[field] ?? null)]);
    const before = seen.get(asked);
    if (before !== undefined) return [before, rule];
    seen.set(asked, rule);
  }
  return undefined;
}
