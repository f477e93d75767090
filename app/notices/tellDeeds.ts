import type { AuditEntry } from '../../core/audit/auditEntry.ts';
import type { LinkedEntry } from '../../core/audit/verifyChain.ts';
import { actorText, systemActor } from '../actor.ts';
import type { Person } from '../ports/accessStore.ts';
import type { NoticeChoice } from '../ports/noticeStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type PlacedEntry, recordEvents } from '../webhooks/recordEvents.ts';
import { type Listeners, listeners } from './listeners.ts';
import { type MailChoice, mailChoiceOf, type NoticeKind } from './noticeKind.ts';
import { type Telling, tellingsOf } from './tellings.ts';

/** How many entries one transaction tells of: whoever is killed tells no more than these again, and nobody hears them twice. */
const AT_ONCE = 100;

/**
 * Tells people what concerns them of what the audit trail has bound into its chain, in its order: nothing that is told has
 * not happened, and what has happened is told once, by whichever worker. Asks for the mails that go out at once. What it means to
 * programs outside is kept at the same step.
 */
export async function tellDeeds(ports: Ports, tenant: TenantId): Promise<void> {
  while (await tellSome(ports, tenant));
}

function tellSome(ports: Ports, tenant: TenantId): Promise<boolean> {
  return ports.store.inTenant(tenant, async (tx) => {
    // What is older is history, to whoever upgrades or puts a backup back.
    const { position, newsSince } = await tx.notices.lockPlace(ports.clock.now());
    const links = await tx.audit.links(position, AT_ONCE);
    const last = links.at(-1);
    if (last === undefined) return false;
    const news = links.flatMap(({ entry }) => (entry !== undefined && entry.at >= newsSince ? [entry] : []));
    const around = news.length > 0 ? await listeners(tx, ports.clock.now()) : undefined;
    const teller = new Teller(ports, tx);
    for (const entry of news) if (around) await teller.tell(entry, around);
    await teller.askForMails();
    // To a program nothing is too old: it is told in order, and of all.
    await recordEvents(ports, tx, placedEntries(links));
    await tx.notices.movePlace(last.link.position);
    return links.length === AT_ONCE;
  });
}

function placedEntries(links: readonly LinkedEntry[]): readonly PlacedEntry[] {
  return links.flatMap(({ link, entry }) =>
    entry === undefined ? [] : [{ position: link.position, entry }],
  );
}

class Teller {
  private readonly ports: Ports;
  private readonly tx: Tx;
  private readonly choices = new Map<string, NoticeChoice | undefined>();
  private morning: Date | undefined;
  private isUrgent = false;

  constructor(ports: Ports, tx: Tx) {
    this.ports = ports;
    this.tx = tx;
  }

  async tell(entry: AuditEntry, around: Listeners): Promise<void> {
    const { ports, tx } = this;
    if (entry.content === undefined) return;
    const body = JSON.parse(entry.content.body) as Readonly<Record<string, unknown>>;
    const by = entry.actor.startsWith('person:') ? entry.actor.slice('person:'.length) : '';
    const tellings = await tellingsOf({ ports, tx, entry, body, by, listeners: around });
    for (const telling of tellings) {
      // Nobody is told what they did themselves, but that it has ended.
      const isOwn = telling.kind === 'importEnded' || telling.kind === 'importQuarantined';
      for (const person of telling.to) {
        if (person.id !== by || isOwn) await this.add(telling, { person, by, entry });
      }
    }
  }

  /** One job, however many are told. */
  async askForMails(): Promise<void> {
    if (!this.isUrgent) return;
    const requestedBy = actorText(systemActor('worker'));
    const job = { id: this.ports.ids.next(), kind: 'sendNotices' as const, subject: '', delayMs: 0 };
    await this.tx.jobs.add({ ...job, requestedBy });
  }

  private async add(
    { kind, place, about, partner }: Telling,
    { person, by, entry }: { readonly person: Person; readonly by: string; readonly entry: AuditEntry },
  ): Promise<void> {
    const { ports, tx } = this;
    const when = await this.whenMailed(person.id, kind);
    const mailAt = when === 'off' ? undefined : when === 'now' ? ports.clock.now() : await this.nextMorning();
    const isNew = await tx.notices.add({
      ...{ id: ports.ids.next(), person: person.id, kind, place, about },
      ...{ deed: entry.id, at: entry.at },
      // To a partner it is the company that acts, and none of its people.
      ...(partner === undefined ? by !== '' && { by } : { partner }),
      ...(mailAt && { mailAt }),
    });
    if (isNew && when === 'now') this.isUrgent = true;
  }

  private async whenMailed(person: string, kind: NoticeKind): Promise<MailChoice> {
    if (!this.choices.has(person)) this.choices.set(person, await this.tx.notices.choice(person));
    return mailChoiceOf(kind, this.choices.get(person)?.mail);
  }

  private async nextMorning(): Promise<Date> {
    const [first] = await this.tx.company.all();
    this.morning ??= await this.tx.notices.nextMorning(
      this.ports.clock.now(),
      first?.timeZone ?? 'UTC',
      'day',
    );
    return this.morning;
  }
}
