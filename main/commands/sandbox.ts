import { createSandbox } from '../../app/access/createSandbox.ts';
import { isTimeZone } from '../../app/companies/isTimeZone.ts';
import { type CompanyToday, listCompanies } from '../../app/companies/listCompanies.ts';
import { moveBusinessDay } from '../../app/companies/moveBusinessDay.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { does, invalid, shows } from './deed.ts';

export type SandboxOptions = {
  readonly company: string;
  readonly timeZone: string;
  readonly day: string;
  readonly days: string;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** `openrebate sandbox create`: a tenant on a day of its own, with the keys of two persons. */
export async function makeSandbox(
  terminal: Terminal,
  config: Config,
  name: string,
  { company, timeZone, day: dayText, days }: SandboxOptions,
): Promise<void> {
  const { language } = terminal;
  const made = await inTenant(terminal, config, 'access:write', async ({ ports }, tenant, actor) => {
    const day = dayOf('--day', dayText);
    if (!day.ok) return day;
    if (!isTimeZone(timeZone)) return invalid('--time-zone', timeZone, 'Europe/Berlin');
    if (!/^[\w.-]{1,50}$/.test(company)) return invalid('--company', company, 'A-Z a-z 0-9 _ . -, 1…50');
    if (!/^\d{1,3}$/.test(days)) return invalid('--days', days, '1…400');
    const keyExpiresAt = new Date(ports.clock.now().getTime() + Number(days) * DAY_MS);
    return createSandbox(ports, tenant, { name, company, timeZone, day: day.value, keyExpiresAt }, actor);
  });
  if (!made.ok) return terminal.refuse(made.refusals);
  const { code: tenant, issued, approver } = made.value;
  const keys = { secret: issued.text, approverSecret: approver.text };
  if (terminal.isJson) return terminal.json({ tenant, ...keys });
  terminal.say(text(language, 'tenantMade', { tenant }));
  terminal.say(text(language, 'sandboxKeys'));
  terminal.print(keys.secret);
  terminal.print(keys.approverSecret);
}

/** `openrebate sandbox show`: the companies of the tenant, and the day that each stands on. */
export function showDays(terminal: Terminal, config: Config): Promise<void> {
  const { language } = terminal;
  const companies = async (ports: Ports, tenant: TenantId) => accept(await listCompanies(ports, tenant));
  return shows(terminal, config, 'company:read', companies, (rows) => {
    if (terminal.isJson) return terminal.json(rows.map(dayJson));
    for (const row of rows) {
      const { company, today, isSandbox } = dayJson(row);
      const moved = text(language, isSandbox ? 'dayMovable' : 'dayReal');
      terminal.print(`${company.padEnd(12)}  ${today}  ${row.timeZone.padEnd(20)}  ${moved}`);
    }
  });
}

/** `openrebate sandbox move`: lets a company of a sandbox stand on another day. */
export function moveDay(terminal: Terminal, config: Config, company: string, dayText: string): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const day = dayOf('day', dayText);
      if (!day.ok) return day;
      const before = await standsOn(ports, tenant, company);
      if (!before.ok) return before;
      const move = { company, day: day.value, seen: before.value, actor };
      const moved = await moveBusinessDay(ports, tenant, move);
      return moved.ok ? accept({ company, from: before.value, to: formatDate(day.value) }) : moved;
    },
    (moved) => text(terminal.language, 'dayMoved', moved),
    'company:write',
  );
}

/** The day on which a company stands. Refuses: company-not-found. */
async function standsOn(ports: Ports, tenant: TenantId, code: string): Promise<Result<string>> {
  const found = (await listCompanies(ports, tenant)).find((one) => one.code === code);
  if (found === undefined) return refused(refuse('company-not-found', 'company', { company: code }));
  return accept(formatDate(found.today));
}

function dayJson({ code, timeZone, today, businessDay }: CompanyToday) {
  return { company: code, timeZone, today: formatDate(today), isSandbox: businessDay !== undefined };
}
