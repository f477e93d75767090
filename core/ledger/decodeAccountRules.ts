import { accept, type Refusal, type Result, refuse, refused } from '../refusal/refusals.ts';
import { type AccountRule, RULE_FIELDS } from './accountRules.ts';
import { LEDGER_ROLES, type LedgerRole } from './ledgerRole.ts';

const TEXT_MAX = 200;

/**
 * A list of rules as it came out of a file: each an object of texts, with a role, an account and what
 * it asks. Refuses: ledger-rule-invalid (value, expected), at its place.
 */
export function decodeAccountRules(parsed: unknown): Result<readonly AccountRule[]> {
  if (!Array.isArray(parsed)) return refused(invalid('rules', parsed, '[ … ]'));
  const refusals = parsed.flatMap((rule: unknown, index) => faultsOf(rule, `rules[${index}]`));
  return refusals.length > 0 ? refused(...refusals) : accept(parsed as readonly AccountRule[]);
}

function faultsOf(rule: unknown, at: string): Refusal[] {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return [invalid(at, rule, '{ … }')];
  const { role, account, ...rest } = rule as Record<string, unknown>;
  const faults: Refusal[] = [];
  if (!isRole(role)) faults.push(invalid(`${at}.role`, role, Object.keys(LEDGER_ROLES).join(', ')));
  if (!isText(account)) faults.push(invalid(`${at}.account`, account, `1–${TEXT_MAX}`));
  for (const [field, value] of Object.entries(rest)) {
    const isKnown = (RULE_FIELDS as readonly string[]).includes(field);
    if (!isKnown) faults.push(invalid(`${at}.${field}`, field, RULE_FIELDS.join(', ')));
    else if (!isText(value)) faults.push(invalid(`${at}.${field}`, value, `1–${TEXT_MAX}`));
  }
  return faults;
}

function isRole(role: unknown): role is LedgerRole {
  return typeof role === 'string' && Object.hasOwn(LEDGER_ROLES, role);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= TEXT_MAX;
}

function invalid(at: string, value: unknown, expected: string): Refusal {
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return refuse('ledger-rule-invalid', at, { value: shown.slice(0, TEXT_MAX), expected });
}
