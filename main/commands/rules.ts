import { readAgreement } from '../../adapters/files/readAgreement.ts';
import type { Scope } from '../../app/access/scope.ts';
import type { ConfirmedRules, ProposedRules } from '../../app/confirmedRules.ts';
import type { StoredRules } from '../../app/ports/rulesStore.ts';
import type { TenantId } from '../../app/ports.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Composed } from '../compose.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { does, numberOf } from './deed.ts';

/** Rules that one person proposes and another one confirms, as commands work on them. */
export type RulesCommands = {
  readonly propose: (p: Composed, t: TenantId, e: ProposedRules) => Promise<Result<{ version: number }>>;
  readonly confirm: (
    ports: Composed,
    tenant: TenantId,
    entry: ConfirmedRules,
  ) => Promise<Result<{ version: number; batch: number }>>;
  readonly list: (
    ports: Composed,
    tenant: TenantId,
  ) => Promise<{ versions: readonly StoredRules<unknown>[]; inForce?: number }>;
  readonly reads: Scope;
  readonly writes: Scope;
  /** What holds where a company has none of its own. */
  readonly without: unknown;
};

/** Other rules, which another person has to confirm. */
export function proposeRules(
  terminal: Terminal,
  config: Config,
  { propose, writes }: RulesCommands,
  path: string,
): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const file = await readAgreement(path);
      return file.ok ? propose(ports, tenant, { actor, parsed: file.value.parsed }) : file;
    },
    (done) => text(terminal.language, 'rulesProposed', done),
    writes,
  );
}

/** Puts the rules that were proposed last in force. */
export function confirmRules(
  terminal: Terminal,
  config: Config,
  { confirm, writes }: RulesCommands,
  version: string,
): Promise<void> {
  return does(
    terminal,
    config,
    async (ports, tenant, actor) => {
      const wanted = numberOf('version', version);
      return wanted.ok ? confirm(ports, tenant, { actor, version: wanted.value }) : wanted;
    },
    (done) => text(terminal.language, 'rulesConfirmed', done),
    writes,
  );
}

/** The rules in force as a file, and those that wait for a second person. */
export async function showRules(
  terminal: Terminal,
  config: Config,
  { list, reads, without }: RulesCommands,
): Promise<void> {
  const found = await inTenant(terminal, config, reads, async ({ ports }, tenant) =>
    accept(await list(ports, tenant)),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  const { versions, inForce } = found.value;
  const stored = versions.find(({ version }) => version === inForce);
  const rules: unknown = stored === undefined ? without : JSON.parse(stored.text);
  const waiting = versions.filter(
    ({ version, confirmed }) => confirmed === undefined && version > (inForce ?? 0),
  );
  if (terminal.isJson)
    return terminal.json({ inForce: inForce ?? 0, rules, waiting: waiting.map(({ version }) => version) });
  terminal.print(JSON.stringify(rules, null, 2));
  for (const { version, author } of waiting) {
    terminal.say(text(terminal.language, 'rulesWaiting', { version, author }));
  }
}
