import {
  type AccountRule,
  contradicting,
  lineless,
  RULE_FIELDS,
  unclearable,
} from '../../core/ledger/accountRules.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Ports, TenantId } from '../ports.ts';

/**
 * Puts the rules of accounts in the place of those before; what was posted stays where it is.
 * Refuses: ledger-rules-contradict (role, account, other), ledger-rule-invalid (value, expected).
 */
export function setAccountRules(
  ports: Ports,
  tenant: TenantId,
  { rules, actor }: { readonly rules: readonly AccountRule[]; readonly actor: Actor },
): Promise<Result<{ readonly version: number }>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const pair = contradicting(rules);
    if (pair !== undefined) {
      const [first, second] = pair;
      const named = RULE_FIELDS.filter((field) => second[field] !== undefined).join(', ');
      const facts = { role: second.role, account: first.account, other: second.account, fields: named };
      return refused(refuse('ledger-rules-contradict', `rules[${rules.indexOf(second)}]`, facts));
    }
    const lasting = unclearable(rules);
    if (lasting !== undefined) {
      const facts = {
        value: lasting.event ?? '',
        expected: RULE_FIELDS.filter((field) => field !== 'event').join(', '),
      };
      return refused(refuse('ledger-rule-invalid', `rules[${rules.indexOf(lasting)}].event`, facts));
    }
    const misplaced = lineless(rules);
    if (misplaced !== undefined) {
      const facts = { value: misplaced.role, expected: 'rebateExpense, rebateIncome' };
      return refused(refuse('ledger-rule-invalid', `rules[${rules.indexOf(misplaced)}].role`, facts));
    }
    const version = await tx.ledger.setRules(rules, actorText(actor), ports.clock.now());
    const body = { version, rules: rules as unknown as Json };
    await auditDeed(ports, tx, { actor, action: 'ledger.rules', object: 'accounts', body });
    return accept({ version });
  });
}
