import { decodeCalendar } from '../../core/agreement/calendarFormat.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { type Actor, actorText } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import type { NamedCalendar } from '../ports/calendarStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import { sameVersion } from '../sameVersion.ts';
import { lockSettings } from './lockSettings.ts';

export type CalendarChange = Omit<NamedCalendar, 'version'> & {
  /** The version that the changer has seen; "0" of a new one. */
  readonly seen: string;
};

/** The calendars that are chosen in agreements, by code. */
export function listCalendars(ports: Ports, tenant: TenantId): Promise<readonly NamedCalendar[]> {
  return ports.store.inTenant(tenant, ({ calendars }) => calendars.list());
}

/**
 * Says a calendar, or another version of it; agreements keep the words that they were written in.
 * Refuses: those of decodeCalendar, version-differs.
 */
export function setCalendar(
  ports: Ports,
  tenant: TenantId,
  { seen, ...wanted }: CalendarChange,
  actor: Actor,
): Promise<Result<NamedCalendar>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const decoded = decodeCalendar(wanted.calendar);
    if (!decoded.ok) return decoded;
    await lockSettings(tx);
    const before = (await tx.calendars.list()).find(({ code }) => code === wanted.code);
    const same = sameVersion(seen, String(before?.version ?? 0));
    if (!same.ok) return same;
    const calendar = { ...wanted, version: (before?.version ?? 0) + 1 };
    await tx.calendars.add(calendar, actorText(actor), ports.clock.now());
    const { code: object, version, name, isOffered } = calendar;
    const body = { version, name: { ...name }, calendar: calendar.calendar, isOffered };
    await auditDeed(ports, tx, { actor, action: 'calendar.set', object, body });
    return accept(calendar);
  });
}
