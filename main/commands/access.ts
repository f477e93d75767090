import { createPerson } from '../../app/access/createPerson.ts';
import { createService } from '../../app/access/createService.ts';
import { firstAdministrator } from '../../app/access/firstAdministrator.ts';
import { type IssuedKey, issueKey } from '../../app/access/issueKey.ts';
import { listKeys, listPersons, listServices } from '../../app/access/listAccess.ts';
import { listDuties } from '../../app/access/listDuties.ts';
import { revokeKey } from '../../app/access/revokeKey.ts';
import { SCOPES, type Scope } from '../../app/access/scope.ts';
import { actorText } from '../../app/actor.ts';
import { isUuid } from '../../app/isUuid.ts';
import type { ApiKey } from '../../app/ports/accessStore.ts';
import { accept, refuse } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { terminalCaller } from '../terminalCaller.ts';
import { text } from '../texts.ts';
import { withDatabase } from '../withDatabase.ts';
import { type Deed, does } from './deed.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SHOWN = 500;

/** `openrebate access administrator`: the first person, whose key lets in all others. */
export function makeAdministrator(terminal: Terminal, config: Config, login: string, name: string) {
  const deed: Deed<IssuedKey> = (ports, tenant, actor) => {
    const expiresAt = new Date(Date.now() + 90 * DAY_MS);
    return firstAdministrator(ports, tenant, { login, name, expiresAt }, actor);
  };
  return does(terminal, config, deed, showKey(terminal), 'access:write');
}

/** `openrebate access person`. */
export function addPerson(
  terminal: Terminal,
  config: Config,
  wanted: { readonly login: string; readonly name: string; readonly partners?: readonly string[] },
) {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => createPerson(ports, tenant, wanted, actor),
    ({ id }) => id,
    'access:write',
  );
}

/** `openrebate access service`. */
export function addService(terminal: Terminal, config: Config, code: string, name: string) {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => createService(ports, tenant, { code, name }, actor),
    ({ id }) => id,
    'access:write',
  );
}

export type KeyOptions = {
  readonly person?: string;
  readonly service?: string;
  readonly scopes: readonly string[];
  readonly label: string;
  readonly days: string;
};

/** `openrebate access key`: issues a key and prints it, this once. */
export function addKey(terminal: Terminal, config: Config, options: KeyOptions) {
  const { person, service, label, days } = options;
  const wrong = options.scopes.find((scope) => !(SCOPES as readonly string[]).includes(scope));
  if (wrong !== undefined) return refuseArgument(terminal, '--scopes', wrong, SCOPES.join(', '));
  if (!/^\d{1,3}$/.test(days)) return refuseArgument(terminal, '--days', days, '1…400');
  const id = person ?? service ?? '';
  if (!isUuid(id)) return refuseArgument(terminal, '--person, --service', id, 'UUID');
  const kind = person === undefined ? 'service' : 'person';
  const deed: Deed<IssuedKey> = (ports, tenant, actor) => {
    const expiresAt = new Date(Date.now() + Number(days) * DAY_MS);
    const scopes = options.scopes as readonly Scope[];
    return issueKey(ports, tenant, { holder: { kind, id }, label, scopes, expiresAt }, actor);
  };
  return does(terminal, config, deed, showKey(terminal), 'access:write');
}

/** `openrebate access revoke`. */
export function endKey(terminal: Terminal, config: Config, id: string) {
  return does(
    terminal,
    config,
    (ports, tenant, actor) => revokeKey(ports, tenant, id, actor),
    () => id,
    'access:write',
  );
}

/** `openrebate access list`: persons, services and keys, and which duties do not go together. */
export async function showAccess(terminal: Terminal, config: Config): Promise<void> {
  const page = { limit: SHOWN };
  const found = await inTenant(terminal, config, 'access:read', async ({ ports }, tenant) =>
    accept({
      persons: (await listPersons(ports, tenant, page)).rows,
      services: (await listServices(ports, tenant, page)).rows,
      keys: (await listKeys(ports, tenant, page)).rows,
      duties: await listDuties(ports, tenant),
    }),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value);
  const { persons, services, keys, duties } = found.value;
  const holders = [
    ...persons.map(({ id, login, name, isActive }) => ({ id, code: login, name, isActive })),
    ...services.map((service) => ({ ...service, isActive: true })),
  ];
  for (const { id, code, name, isActive } of holders) {
    terminal.print(`${id}  ${code}  ${name}${isActive ? '' : ` (${text(terminal.language, 'hasLeft')})`}`);
    for (const key of keys.filter(({ holder }) => holder.id === id)) terminal.print(keyLine(terminal, key));
  }
  for (const { person, conflicts } of duties) {
    for (const [one, other] of conflicts) {
      terminal.print(text(terminal.language, 'dutiesConflict', { login: person.login, one, other }));
    }
  }
}

function keyLine({ language }: Terminal, { id, label, scopes, expiresAt, revokedAt }: ApiKey): string {
  const end = revokedAt === undefined ? 'keyUntil' : 'keyEnded';
  const day = (revokedAt ?? expiresAt).toISOString().slice(0, 10);
  return `  ${id}  ${label}  ${text(language, end, { day })}  ${scopes.join(' ')}`;
}

/** `openrebate access whoami`: who the key of this terminal is. */
export async function showCaller(terminal: Terminal, config: Config): Promise<void> {
  const found = await withDatabase(config, terminal.say, async ({ ports, findTenant }) => {
    const tenant = await findTenant();
    return tenant.ok ? terminalCaller(ports, config, tenant.value) : tenant;
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  const { actor, scopes } = found.value;
  if (terminal.isJson) return terminal.json({ ...actor, scopes: [...scopes] });
  terminal.print(`${actorText(actor)}  ${[...scopes].join(' ')}`);
}

async function refuseArgument(terminal: Terminal, argument: string, value: string, expected: string) {
  terminal.refuse([refuse('argument-invalid', argument, { argument, value, expected })]);
}

/** Says the key on standard output and what it means beside it. */
const showKey =
  ({ say, language }: Terminal) =>
  ({ text: secret }: IssuedKey): string => {
    say(text(language, 'keyShownOnce'));
    return secret;
  };
