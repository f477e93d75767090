import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Caller } from '../access/caller.ts';
import { actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Person } from '../ports/accessStore.ts';
import type { Comment } from '../ports/noticeStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { type CommentPlace, placeScope, seenPlace } from './place.ts';

export const COMMENT_MAX = 4000;
export const MENTIONS_MAX = 20;

export type CommentAt = { readonly kind: CommentPlace; readonly id: string };

/** Who may be named at a place: colleagues who have not left and may see it. */
export async function mentionable(ports: Ports, tx: Tx, kind: CommentPlace): Promise<readonly Person[]> {
  const holders = await tx.access.holders(ports.clock.now());
  return holders
    .filter(({ person, scopes }) => person.partners === undefined && scopes.includes(placeScope(kind)))
    .map(({ person }) => person);
}

/** Refuses: those of seenPlace. */
export function listMentionable(
  ports: Ports,
  caller: Caller,
  at: CommentAt,
): Promise<Result<readonly Person[]>> {
  return ports.store.inTenant(caller.tenant, async (tx) => {
    const seen = await seenPlace(tx, caller.scopes, at);
    return seen.ok ? accept(await mentionable(ports, tx, at.kind)) : seen;
  });
}

/**
 * Says something at a place, to colleagues alone: no partner ever reads it, and it is never changed. Whoever is named in it is told.
 * Refuses: reason-missing, those of seenPlace, person-not-found of whom it must not name.
 */
export function writeComment(
  ports: Ports,
  { tenant, actor, scopes }: Caller,
  {
    kind,
    id: place,
    said,
    mentions,
  }: CommentAt & { readonly said: string; readonly mentions: readonly string[] },
): Promise<Result<Comment>> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (said.trim() === '') return refused(refuse('reason-missing', 'text'));
    const seen = await seenPlace(tx, scopes, { kind, id: place });
    if (!seen.ok) return seen;
    const colleagues = new Map((await mentionable(ports, tx, kind)).map((person) => [person.id, person]));
    const named = [...new Set(mentions)];
    const unknown = named.filter((person) => !colleagues.has(person));
    if (unknown.length > 0)
      return refused(...unknown.map((person) => refuse('person-not-found', 'mentions', { id: person })));
    const comment = {
      ...{ id: ports.ids.next(), place: { kind, id: place }, said: said.trim() },
      ...{ author: actorText(actor), at: ports.clock.now() },
    };
    await tx.notices.addComment({ ...comment, mentions: named });
    // What was said stays out of the trail: it stands in the comment, which is never changed.
    const body = { kind, place, mentions: named };
    await auditDeed(ports, tx, { actor, action: 'comment.write', object: comment.id, body });
    return accept({
      ...comment,
      mentions: named.map((person) => ({ person, name: colleagues.get(person)?.name ?? person })),
    });
  });
}

export type CommentPage = { readonly rows: readonly Comment[]; readonly hasMore: boolean };

/** What was said at a place, the latest first. Refuses: those of seenPlace. */
export function listComments(
  ports: Ports,
  { tenant, scopes }: Caller,
  { kind, id, after, limit }: CommentAt & { readonly after?: string; readonly limit: number },
): Promise<Result<CommentPage>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const seen = await seenPlace(tx, scopes, { kind, id });
    if (!seen.ok) return seen;
    const page = { limit: limit + 1, ...(after !== undefined && { after }) };
    const found = await tx.notices.comments({ kind, id }, page);
    return accept({ rows: found.slice(0, limit), hasMore: found.length > limit });
  });
}
