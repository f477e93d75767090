import { createTenant } from '../../adapters/db/createTenant.ts';
import { firstAdministrator } from '../../app/access/firstAdministrator.ts';
import { systemActor } from '../../app/actor.ts';
import { enterTenant } from '../../app/companies/enterTenant.ts';
import { isTimeZone } from '../../app/companies/isTimeZone.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import { ownerUrl } from '../ownerUrl.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { withDatabase } from '../withDatabase.ts';
import { invalid } from './deed.ts';

export type TenantOptions = {
  readonly company: string;
  readonly companyName?: string;
  readonly timeZone: string;
  readonly administrator?: string;
};

type Made = { readonly id: string; readonly code: string; readonly key?: string };

const CODE = /^[a-z0-9][a-z0-9-]{0,62}$/;
const KEY_LIFE_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * `openrebate tenant create`: a tenant with a company of ours, or one company more for a tenant
 * that is there; with --administrator the person who lets in all others, and their key. Only the
 * owner role makes tenants.
 */
export async function makeTenant(
  terminal: Terminal,
  config: Config,
  tenant: { readonly code: string; readonly name: string },
  options: TenantOptions,
): Promise<void> {
  const made = await withDatabase<Made>(config, terminal.say, async ({ database, ports }) => {
    const owner = ownerUrl(database);
    if (!owner.ok) return owner;
    if (!CODE.test(tenant.code)) return invalid('code', tenant.code, 'a-z 0-9 -, 1…63');
    if (!isTimeZone(options.timeZone)) return invalid('--time-zone', options.timeZone, 'Europe/Berlin');
    const { company: code, companyName: name = code, timeZone, administrator: login } = options;
    const companies = [{ code, name, timeZone }];
    const id = await createTenant(owner.value, { id: ports.ids.next(), ...tenant, companies });
    await enterTenant(ports, id, { ...tenant, company: code });
    if (login === undefined) return accept({ id, code: tenant.code });
    const expiresAt = new Date(ports.clock.now().getTime() + KEY_LIFE_MS);
    const first = await firstAdministrator(ports, id, { login, name: login, expiresAt }, systemActor('cli'));
    return first.ok ? accept({ id, code: tenant.code, key: first.value.text }) : first;
  });
  if (!made.ok) return terminal.refuse(made.refusals);
  if (terminal.isJson) return terminal.json(made.value);
  terminal.say(text(terminal.language, 'tenantMade', { tenant: made.value.code }));
  const { key } = made.value;
  if (key === undefined) return;
  terminal.say(text(terminal.language, 'keyShownOnce'));
  terminal.print(key);
}
