import { confirmAlias } from '../../app/intake/confirmAlias.ts';
import { type SuggestedAlias, suggestAliases } from '../../app/intake/suggestAliases.ts';
import type { AliasKind } from '../../app/ports/aliasStore.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

/** `openrebate alias suggest`: names that rows wait for, and which of ours they may stand for. */
export async function suggestNames(
  terminal: Terminal,
  config: Config,
  options: { readonly import?: string; readonly limit: number },
): Promise<void> {
  const found = await inTenant(terminal, config, 'facts:read', async ({ ports }, tenant) =>
    accept(await suggestAliases(ports, tenant, options)),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value);
  for (const name of found.value) printSuggestions(terminal, name);
}

function printSuggestions(terminal: Terminal, { kind, source, received, rows, suggestions }: SuggestedAlias) {
  terminal.print(text(terminal.language, 'unknownName', { kind, source, received, rows }));
  for (const { code, name, confidence } of suggestions) terminal.print(`  ${confidence} %  ${code}  ${name}`);
  if (suggestions.length === 0) terminal.print(`  ${text(terminal.language, 'noSuggestion')}`);
}

/** `openrebate alias list`: the names that somebody has confirmed. */
export async function listAliases(terminal: Terminal, config: Config): Promise<void> {
  const found = await inTenant(terminal, config, 'facts:read', ({ ports }, tenant) =>
    ports.store.inTenant(tenant, async (tx) => accept(await tx.aliases.current())),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value);
  for (const { kind, source, received, code } of found.value) {
    terminal.print(`${kind}  ${source}  ${received} = ${code}`);
  }
}

/** `openrebate alias partner`, `alias product`: what a source means by a name from now on; without a code, nothing. */
export async function setAlias(
  terminal: Terminal,
  config: Config,
  kind: AliasKind,
  source: string,
  received: string,
  code: string | undefined,
): Promise<void> {
  const alias = { kind, source, received, ...(code !== undefined && { code }) };
  const done = await inTenant(terminal, config, 'facts:write', ({ ports }, tenant, actor) =>
    confirmAlias(ports, tenant, alias, actor),
  );
  if (!done.ok) return terminal.refuse(done.refusals);
  if (terminal.isJson) return terminal.json(done.value);
  terminal.print(text(terminal.language, done.value.isNew ? 'aliasSet' : 'aliasKnown', { received }));
}
