import type { FoundObject } from '../../core/trust/finding.ts';
import { claimLineId, type Draft, earningId, lineId } from './draft.ts';
import { namedKey } from './label.ts';

/** Everything that a finding may name, in the form of `namedKey`. */
export function objectKeysOf(draft: Draft): Set<string> {
  const keys = new Set<string>();
  const add = (object: FoundObject, ids: readonly string[]) => {
    for (const id of ids) keys.add(namedKey({ object, id }));
  };
  add('line', draft.lines.map(lineId));
  add(
    'claim',
    draft.claims.map(({ claim }) => claim),
  );
  add(
    'claimLine',
    draft.claims.flatMap((claim) => claim.lines.map((line) => claimLineId(claim, line))),
  );
  add(
    'settlement',
    draft.settlements.map(({ settlement }) => settlement),
  );
  add(
    'payment',
    draft.payments.map(({ payment }) => payment),
  );
  add(
    'bankChange',
    draft.bankChanges.map(({ change }) => change),
  );
  add(
    'approval',
    draft.approvals.map(({ approval }) => approval),
  );
  add(
    'adjustment',
    draft.adjustments.map(({ adjustment }) => adjustment),
  );
  add(
    'partner',
    draft.partners.map(({ partner }) => partner),
  );
  add(
    'agreement',
    draft.agreements.map(({ agreement }) => agreement),
  );
  add('earning', draft.earnings.map(earningId));
  add(
    'product',
    draft.products.map(({ product }) => product),
  );
  return keys;
}
