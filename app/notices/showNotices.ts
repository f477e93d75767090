import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Caller } from '../access/caller.ts';
import { personOf } from '../agreements/personOf.ts';
import { auditDeed } from '../auditDeed.ts';
import { isUuid } from '../isUuid.ts';
import type { NoticeFilter, ShownNotice } from '../ports/noticeStore.ts';
import type { Ports } from '../ports.ts';
import { kindsFor, type MailChoice, mailChoiceOf, type NoticeKind } from './noticeKind.ts';
import { placesSeen } from './place.ts';

export type NoticePage = {
  readonly rows: readonly ShownNotice[];
  readonly hasMore: boolean;
  readonly unread: number;
};

function filterOf({ scopes, partners }: Caller, person: string): NoticeFilter {
  return { person, places: placesSeen(scopes), ...(partners && { partners }) };
}

/** What concerns whoever asks, the latest first, as far as they may see it now. Of a program that is nothing. */
export function listNotices(
  ports: Ports,
  caller: Caller,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<NoticePage> {
  return ports.store.inTenant(caller.tenant, async (tx) => {
    if (caller.actor.kind !== 'person') return { rows: [], hasMore: false, unread: 0 };
    const filter = filterOf(caller, caller.actor.id);
    const page = { limit: limit + 1, ...(after !== undefined && { after }) };
    const found = await tx.notices.list({ ...filter, ...page });
    return {
      ...{ rows: found.slice(0, limit), hasMore: found.length > limit },
      unread: await tx.notices.unread(filter),
    };
  });
}

/** Refuses: person-needed, notice-not-found of one that is another's, too. */
export function markNotice(
  ports: Ports,
  { tenant, actor }: Caller,
  { id, isRead }: { readonly id: string; readonly isRead: boolean },
): Promise<Result<undefined>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const at = isRead ? ports.clock.now() : undefined;
    const marked = isUuid(id) ? await tx.notices.mark({ person: person.value, id }, at) : 0;
    return marked === 0 ? refused(refuse('notice-not-found', 'id', { id })) : accept(undefined);
  });
}

/** Refuses: person-needed. */
export function markAllNotices(ports: Ports, { tenant, actor }: Caller): Promise<Result<number>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    return accept(await tx.notices.mark({ person: person.value }, ports.clock.now()));
  });
}

/** What somebody gets by mail; without a language they have not said which. */
export type NoticeChoices = {
  readonly language?: Language;
  readonly mail: readonly { readonly kind: NoticeKind; readonly when: MailChoice }[];
};

/** Refuses: person-needed. */
export function showChoices(
  ports: Ports,
  { tenant, actor, partners }: Caller,
): Promise<Result<NoticeChoices>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const person = personOf(actor);
    if (!person.ok) return person;
    const chosen = await tx.notices.choice(person.value);
    const mail = kindsFor(partners !== undefined).map((kind) => ({
      kind,
      when: mailChoiceOf(kind, chosen?.mail),
    }));
    return accept({ mail, ...(chosen && { language: chosen.language }) });
  });
}

/** Refuses: person-needed. */
export function setChoices(
  ports: Ports,
  caller: Caller,
  { language, mail }: NoticeChoices & { readonly language: Language },
): Promise<Result<NoticeChoices>> {
  return ports.store.inTenant(caller.tenant, async (tx) => {
    const person = personOf(caller.actor);
    if (!person.ok) return person;
    const before = await tx.notices.choice(person.value);
    const own = kindsFor(caller.partners !== undefined);
    const said = mail.filter(({ kind }) => own.includes(kind)).map(({ kind, when }) => [kind, when] as const);
    const chosen = { language, mail: { ...before?.mail, ...Object.fromEntries(said) } };
    await tx.notices.setChoice(person.value, chosen, ports.clock.now());
    const entry = { action: 'notice.choose', object: person.value, body: chosen };
    await auditDeed(ports, tx, { actor: caller.actor, ...entry });
    return accept({ language, mail: own.map((kind) => ({ kind, when: mailChoiceOf(kind, chosen.mail) })) });
  });
}
