import { type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Caller } from '../access/caller.ts';
import type { ResetProgress, Trial } from '../ports/trial.ts';
import type { Store } from '../ports.ts';
import { sandboxOf } from './sandboxOf.ts';

/**
 * Begins to make the sandbox anew, for an administrator who is signed in there; it goes on beside everything else, and the
 * present one is open until the new one stands.
 * Refuses: trial-not-here, tenant-not-sandbox, scope-missing, configuration-invalid, sandbox-reset-under-way.
 */
export async function beginReset(
  ports: { readonly store: Store },
  trial: Trial | undefined,
  { tenant, scopes }: Caller,
): Promise<Result<ResetProgress>> {
  const sandbox = await sandboxOf(ports, trial);
  if (!sandbox.ok) return sandbox;
  if (trial === undefined || sandbox.value !== tenant) return refused(refuse('tenant-not-sandbox', ''));
  if (!scopes.has('company:write')) return refused(refuse('scope-missing', '', { scope: 'company:write' }));
  return trial.beginReset();
}
