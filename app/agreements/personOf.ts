import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';

/**
 * The person who does a deed that no program may do: one id, with however many keys.
 * Refuses: person-needed.
 */
export function personOf(actor: Actor): Result<string> {
  if (actor.kind === 'person') return accept(actor.id);
  return refused(refuse('person-needed', 'actor', { actorKind: actor.kind }));
}
