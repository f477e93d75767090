import { CATALOGUES } from '../../core/wording/catalogue.ts';
import { fillText } from '../../core/wording/fillText.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Attempt, Outcome } from '../jobs/attempt.ts';
import { joinedPorts } from '../joinedStore.ts';
import { type MailReader, readerOf } from '../notices/sendNotices.ts';
import type { Letter, MailDesk } from '../ports/mails.ts';
import type { SendingOutcome, Subscription } from '../ports/subscriptionStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { nextSending } from './subscriptions.ts';

/** What servers of others take as a rule; above it the mail says where the report is. */
export const FILE_BYTES_MAX = 5 * 1024 * 1024;

/**
 * Makes and sends the reports that are due, one after the other, each with what its person may see at this moment: who
 * may see no reports any more gets nothing. When it is due next is written with what became of it, so each time is sent
 * once; whoever dies before that is written sends it again under the same name. What cannot be sent keeps no other from it, and is
 * tried again with the job. While mails are paused they stay due.
 */
export async function sendReportsJob(ports: Ports, tenant: TenantId, attempt: Attempt): Promise<Outcome> {
  const failed = new Map<string, unknown>();
  for (let done = 1; ; done += 1) {
    if (attempt.isStopping()) return 'again';
    if (!(await sendNext(ports, tenant, attempt.desk, failed))) break;
    await ports.store.inTenant(tenant, (tx) => attempt.progress(tx, { done }));
  }
  for (const error of failed.values()) throw error;
  return 'done';
}

/** One that is due and has not failed yet; one that fails is put to those that have. Gives whether there was one. */
async function sendNext(
  ports: Ports,
  tenant: TenantId,
  desk: MailDesk,
  failed: Map<string, unknown>,
): Promise<boolean> {
  let id: string | undefined;
  try {
    await ports.store.inTenant(tenant, async (tx) => {
      const now = ports.clock.now();
      id = undefined;
      if ((await tx.mailing.mailing()).isPaused) return;
      const subscription = await tx.subscriptions.lockDue(now, [...failed.keys()]);
      if (subscription === undefined) return;
      id = subscription.id;
      const outcome = await send(joinedPorts(ports, tenant, tx), tx, { tenant, subscription, desk });
      const nextAt = await nextSending(tx, now, subscription);
      await tx.subscriptions.sent(subscription, { outcome, at: now, nextAt });
    });
  } catch (error) {
    if (id === undefined) throw error;
    failed.set(id, error);
  }
  return id !== undefined;
}

type Sending = { readonly tenant: TenantId; readonly subscription: Subscription; readonly desk: MailDesk };

async function send(ports: Ports, tx: Tx, { tenant, subscription, desk }: Sending): Promise<SendingOutcome> {
  const reader = await readerOf(ports, tx, subscription.person, desk);
  const mayRead = reader?.scopes.has('earnings:read') === true && reader.person.partners === undefined;
  if (reader === undefined || !mayRead) return 'notAllowed';
  const { id, report: name, filter, format, language, nextAt } = subscription;
  const made = await desk.reportFile(ports, tenant, { name, filter, format, language });
  const isTooLarge = made.ok && made.value.content.length > FILE_BYTES_MAX;
  const outcome = !made.ok ? 'refused' : isTooLarge ? 'tooLarge' : 'sent';
  const tenantName = await tx.access.tenantName();
  const letter = letterOf(subscription, outcome, { reader, tenantName, origin: desk.origin });
  await desk.send({
    ...{ to: reader.email, language, letter, id: `${id}.${nextAt.getTime()}` },
    ...(made.ok && !isTooLarge && { file: made.value }),
  });
  return outcome;
}

const WORDS: Readonly<
  Record<
    Language,
    Readonly<
      Record<'subject' | 'weekly' | 'monthly' | 'sent' | 'tooLarge' | 'refused' | 'open' | 'end', string>
    >
  >
> = {
  en: {
    subject: '{tenant}: {title}',
    weekly: 'Dear {name}, you have this report sent every Monday morning ({zone}).',
    monthly: 'Dear {name}, you have this report sent on the first morning of every calendar month ({zone}).',
    sent: 'It is attached, as of the moment in which this mail was written.',
    tooLarge: 'It is too large for a mail. You find it in OpenRebate.',
    refused: 'It could not be made: what it is about is not there any more. Look at it in OpenRebate.',
    open: 'Open the report',
    end: 'You end it here: {address}',
  },
  'zh-CN': {
    subject: '{tenant}：{title}',
    weekly: '{name}，您好：您订阅了此报表，每周一早晨（{zone}）发送。',
    monthly: '{name}，您好：您订阅了此报表，每个公历月第一天早晨（{zone}）发送。',
    sent: '报表见附件，内容截至本邮件写成之时。',
    tooLarge: '报表过大，无法随邮件发送，请在 OpenRebate 中查看。',
    refused: '无法生成报表：其对象已不存在。请在 OpenRebate 中查看。',
    open: '打开报表',
    end: '在此结束订阅：{address}',
  },
};

function letterOf(
  { report, filter, rhythm, timeZone, language }: Subscription,
  outcome: 'sent' | 'tooLarge' | 'refused',
  told: { readonly reader: MailReader; readonly tenantName: string; readonly origin: string },
): Letter {
  const words = WORDS[language];
  const { title } = CATALOGUES[language].reports.names[report];
  const query = Object.entries(filter)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  const address = `${told.origin}/reports/${report}${query === '' ? '' : `?${query}`}`;
  const facts = { tenant: told.tenantName, title, name: told.reader.person.name, zone: timeZone };
  return {
    subject: fillText(words.subject, facts),
    before: [fillText(words[rhythm], facts), words[outcome]],
    way: { label: words.open, address },
    after: [fillText(words.end, { address: `${told.origin}/reports/subscriptions` })],
  };
}
