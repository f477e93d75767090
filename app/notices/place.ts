import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Scope } from '../access/scope.ts';
import { isUuid } from '../isUuid.ts';
import type { Tx } from '../ports.ts';

/** Where something is said, or what a notice is about. */
export const PLACE_KINDS = [
  'agreement',
  'claim',
  'deduction',
  'settlement',
  'import',
  'adjustment',
  'paymentRun',
  'bankAccount',
  'confirmation',
  'webhook',
  'trustCase',
  'trustCases',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Where people comment; a dispute is commented at its claim. */
export const COMMENT_PLACES = ['agreement', 'claim', 'settlement', 'import'] as const;
export type CommentPlace = (typeof COMMENT_PLACES)[number];

/** A kind of place and which one: an id, or the code of an agreement or partner. */
export type Place = { readonly kind: PlaceKind; readonly id: string };

const SCOPE_OF: Readonly<Record<PlaceKind, Scope>> = {
  agreement: 'agreements:read',
  claim: 'claims:read',
  deduction: 'claims:read',
  settlement: 'settlements:read',
  import: 'facts:read',
  adjustment: 'agreements:read',
  paymentRun: 'payments:read',
  bankAccount: 'bank:read',
  confirmation: 'claims:read',
  webhook: 'company:read',
  trustCase: 'trust:read',
  trustCases: 'trust:read',
};

export function placeScope(kind: PlaceKind): Scope {
  return SCOPE_OF[kind];
}

/** The kinds of places that somebody may see. */
export function placesSeen(scopes: ReadonlySet<Scope>): readonly PlaceKind[] {
  return PLACE_KINDS.filter((kind) => scopes.has(SCOPE_OF[kind]));
}

/** Who may not read a kind of place does not learn whether there is this one. Refuses: scope-missing, comment-place-not-found. */
export async function seenPlace(
  tx: Tx,
  scopes: ReadonlySet<Scope>,
  { kind, id }: { readonly kind: CommentPlace; readonly id: string },
): Promise<Result<true>> {
  const missing = refused(refuse('comment-place-not-found', 'place', { id }));
  if (!COMMENT_PLACES.includes(kind)) return missing;
  const scope = placeScope(kind);
  if (!scopes.has(scope)) return refused(refuse('scope-missing', 'kind', { scope }));
  return (await isKnown(tx, kind, id)) ? accept(true) : missing;
}

async function isKnown(tx: Tx, kind: CommentPlace, id: string): Promise<boolean> {
  if (kind === 'agreement') return tx.dossiers.exists(id);
  if (!isUuid(id)) return false;
  if (kind === 'claim') return (await tx.claims.find(id)) !== undefined;
  if (kind === 'settlement') return (await tx.settlements.get(id)) !== undefined;
  return (await tx.received.import(id)) !== undefined;
}
