import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import { fillText } from '../../core/wording/fillText.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Scope } from '../access/scope.ts';
import { letterheadOf } from '../brand/letterhead.ts';
import type { Attempt, Outcome } from '../jobs/attempt.ts';
import type { Person } from '../ports/accessStore.ts';
import type { Letter, Letterhead, MailDesk } from '../ports/mails.ts';
import type { NoticeMail, ShownNotice } from '../ports/noticeStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { mailChoiceOf } from './noticeKind.ts';
import { noticeText, placeAddress } from './noticeText.ts';
import { placesSeen } from './place.ts';
import { stopText } from './stopMails.ts';

/** More than these are said by their number. */
const ITEMS_MAX = 30;

/**
 * Sends what goes out by mail now, to each person what they may see at this moment, in one mail. A mail is written down
 * before it is sent, and marked when the server has taken it; whoever dies between the two sends it again under the same
 * name. What cannot be sent keeps no other from it, and is tried again with the job. While mails are paused none is written down, so that
 * none grows old.
 */
export async function sendNoticesJob(ports: Ports, tenant: TenantId, attempt: Attempt): Promise<Outcome> {
  const { store, clock, ids } = ports;
  const isPaused = await store.inTenant(tenant, async (tx) => {
    if ((await tx.mailing.mailing()).isPaused) return true;
    await tx.notices.makeMails(clock.now(), ids.next);
    return false;
  });
  if (isPaused) return 'done';
  const mails = await store.inTenant(tenant, (tx) => tx.notices.unsentMails(clock.now()));
  const errors: unknown[] = [];
  for (const [done, mail] of mails.entries()) {
    if (attempt.isStopping()) return 'again';
    await sendMail(ports, tenant, mail, attempt.desk).catch((error: unknown) => errors.push(error));
    await store.inTenant(tenant, (tx) => attempt.progress(tx, { done: done + 1, total: mails.length }));
  }
  if (errors.length > 0) throw errors[0];
  return 'done';
}

/** Under the lock of the mail, so that two who work at once send it once. */
function sendMail(ports: Ports, tenant: TenantId, mail: NoticeMail, desk: MailDesk): Promise<void> {
  return ports.store.inTenant(tenant, async (tx) => {
    if (!(await tx.notices.lockMail(mail.id)) || (await tx.mailing.mailing()).isPaused) return;
    const reader = await readerOf(ports, tx, mail.person, desk);
    const notices = reader === undefined ? [] : await tx.notices.noticesOf(mail.id);
    const own = notices.filter((notice) => reader && isForReader(notice, reader));
    if (reader !== undefined && own.length > 0) {
      const { email: to, language, person } = reader;
      const isOfPartner = person.partners !== undefined;
      const origin = isOfPartner ? await partnerOrigin(tx, desk) : desk.origin;
      const stopAt = await stopAddress(ports, tx, person, { ...desk, origin });
      // To a partner it is the tenant that writes.
      const head = isOfPartner ? await letterheadOf(tx, language) : undefined;
      const tenantName = await tx.access.tenantName();
      const letter = letterOf(own, { ...reader, tenant: tenantName, origin, stopAt, head });
      await desk.send({ to, language, letter, id: mail.id, stopAt });
    }
    await tx.notices.sentMail(mail.id, ports.clock.now());
  });
}

export type MailReader = {
  readonly person: Person;
  readonly scopes: ReadonlySet<Scope>;
  readonly email: string;
  readonly language: Language;
  readonly isWanted: (notice: ShownNotice) => boolean;
};

/** Who reads a mail, with what they may now; undefined for who has left, may nothing, or has no account. */
export async function readerOf(
  ports: Ports,
  tx: Tx,
  id: string,
  desk: MailDesk,
): Promise<MailReader | undefined> {
  const holder = (await tx.access.holders(ports.clock.now())).find(({ person }) => person.id === id);
  const account = holder && (await tx.access.accountOf(id));
  const email = account && (await desk.emailOf(account));
  if (holder === undefined || email === undefined) return undefined;
  const chosen = await tx.notices.choice(id);
  return {
    ...{ person: holder.person, scopes: new Set(holder.scopes), email, language: chosen?.language ?? 'en' },
    isWanted: ({ kind }) => mailChoiceOf(kind, chosen?.mail) !== 'off',
  };
}

/** What was taken from somebody meanwhile, or is not wanted any more, is not mailed; nor what was read. */
function isForReader(notice: ShownNotice, { person: { partners }, scopes, isWanted }: MailReader): boolean {
  if (notice.readAt !== undefined || !isWanted(notice)) return false;
  if (!placesSeen(scopes).includes(notice.place.kind)) return false;
  return partners === undefined
    ? notice.partner === undefined
    : notice.partner !== undefined && partners.includes(notice.partner);
}

/** Where partners reach the tenant: at an address of its own, where it has one. */
async function partnerOrigin(tx: Tx, desk: MailDesk): Promise<string> {
  return desk.addresses(await tx.access.tenantCode())[0] ?? desk.origin;
}

/** A link of its own in each mail, so that none of them ever stops working by another. */
export async function stopAddress(
  ports: Ports,
  tx: Tx,
  { id, partners }: Person,
  desk: Pick<MailDesk, 'random' | 'origin'>,
): Promise<string> {
  const secret = hex(desk.random(32));
  await tx.notices.addLink(hex(ports.sha256(utf8(secret))), id, ports.clock.now());
  const text = stopText({ tenant: await tx.access.tenantCode(), secret });
  return `${desk.origin}${partners === undefined ? '' : '/portal'}/mail-stop#${text}`;
}

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly one: string;
      readonly many: string;
      readonly lead: string;
      readonly more: string;
      readonly stop: string;
    }
  >
> = {
  en: {
    one: '{tenant}: {text}',
    many: '{tenant}: {count} things that concern you',
    lead: 'Dear {name}, this concerns you at {tenant}:',
    more: 'And {count} more, which you find in {product}.',
    stop: 'You choose in your account what is written to you, and when. No more mails of this kind at all: {stop}',
  },
  'zh-CN': {
    one: '{tenant}：{text}',
    many: '{tenant}：{count} 条与您有关的消息',
    lead: '{name}，您好：{tenant} 有以下消息与您有关：',
    more: '另有 {count} 条，请在 {product} 中查看。',
    stop: '您可以在账户页面选择接收哪些邮件以及何时接收。不再接收任何此类邮件：{stop}',
  },
};

function letterOf(
  notices: readonly ShownNotice[],
  told: MailReader & {
    readonly tenant: string;
    readonly origin: string;
    readonly stopAt: string;
    readonly head: Letterhead | undefined;
  },
): Letter {
  const { person, language, tenant, origin, stopAt, head } = told;
  const words = WORDS[language];
  const isOfPartner = person.partners !== undefined;
  const items = notices.slice(0, ITEMS_MAX).map((notice) => ({
    text: noticeText(notice, language),
    address: `${origin}${placeAddress(notice, isOfPartner)}`,
  }));
  const [first] = items;
  const facts = { tenant, name: person.name, count: String(notices.length), text: first?.text ?? '' };
  const more = { count: String(notices.length - items.length), product: head?.name ?? 'OpenRebate' };
  return {
    ...(head && { head }),
    subject: fillText(notices.length === 1 ? words.one : words.many, facts),
    before: [fillText(words.lead, facts)],
    items,
    after: [
      ...(notices.length > items.length ? [fillText(words.more, more)] : []),
      fillText(words.stop, { stop: stopAt }),
    ],
  };
}
