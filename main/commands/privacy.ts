import { writeText } from '../../adapters/files/writeText.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { erasePerson, type Forgotten } from '../../app/privacy/erasePerson.ts';
import { exportPerson } from '../../app/privacy/exportPerson.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { does } from './deed.ts';

/** `openrebate privacy export`: what is kept of a person, as a file for their owner only. */
export function writePersonalData(
  terminal: Terminal,
  config: Config,
  file: string,
  login: string,
): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant) => {
      const id = await idOf(ports, tenant, login);
      if (!id.ok) return id;
      const data = await exportPerson(ports, tenant, id.value);
      return data.ok
        ? writeText(file, `${JSON.stringify(data.value, undefined, 2)}\n`, { isSecret: true })
        : data;
    },
    () => text(terminal.language, 'written', { file }),
    'access:write',
  );
}

/** `openrebate privacy erase`. */
export function forgetPerson(
  terminal: Terminal,
  config: Config,
  { person, reason }: { readonly person: string; readonly reason: string },
): Promise<void> {
  return does<Forgotten>(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const id = await idOf(ports, tenant, person);
      return id.ok ? erasePerson(ports, tenant, { id: id.value, reason }, actor) : id;
    },
    ({ person: { name }, isChanged, entries }) =>
      text(terminal.language, isChanged ? 'personForgotten' : 'personForgottenBefore', { name, entries }),
    'access:write',
  );
}

async function idOf(ports: Ports, tenant: TenantId, login: string): Promise<Result<string>> {
  const [found] = await ports.store.inTenant(tenant, ({ access }) => access.personsCalled([login]));
  return found === undefined
    ? refused(refuse('person-not-found', 'person', { id: login }))
    : accept(found.id);
}
