import { showImport } from '../../app/intake/showImport.ts';
import { undoImport } from '../../app/intake/undoImport.ts';
import type { StoredImport } from '../../app/ports/receivedStore.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

const LISTED = 50;

/** `openrebate imports list`: the last imports, and how many of their rows wait. */
export async function listImports(terminal: Terminal, config: Config): Promise<void> {
  const found = await inTenant(terminal, config, 'facts:read', async ({ ports }, tenant) => {
    return accept(await ports.store.inTenant(tenant, (tx) => tx.received.imports({ limit: LISTED })));
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value);
  for (const one of found.value) terminal.print(importLine(one, terminal.language));
}

/** `openrebate imports show`: where each of its rows ended, and where it stands now. */
export async function showOneImport(terminal: Terminal, config: Config, id: string): Promise<void> {
  const found = await inTenant(terminal, config, 'facts:read', ({ ports }, tenant) =>
    showImport(ports, tenant, id),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value);
  const { stored, reasons } = found.value;
  terminal.print(importLine(stored, terminal.language));
  for (const [code, rows] of Object.entries(reasons)) terminal.print(`    ${code}: ${rows}`);
  if (stored.undone) terminal.print(text(terminal.language, 'undoneBy', stored.undone));
}

/** `openrebate imports undo`: the whole import as one action. */
export async function undoOneImport(
  terminal: Terminal,
  config: Config,
  id: string,
  { reason }: { readonly reason: string },
): Promise<void> {
  const done = await inTenant(terminal, config, 'facts:write', async ({ ports }, tenant, actor) => {
    return undoImport(ports, tenant, { document: id, reason, actor });
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  if (terminal.isJson) return terminal.json(done.value);
  const { withdrawn = 0, restored = 0, batch, isNew } = done.value;
  terminal.print(text(terminal.language, isNew ? 'undone' : 'undoneBefore', { withdrawn, restored, batch }));
}

export function importLine(
  { document, batch, rows, open, undone }: StoredImport,
  language: Language,
): string {
  const values = { id: document.id, name: document.name, source: document.source, batch, ...rows, open };
  return text(language, undone === undefined ? 'importLine' : 'importLineUndone', values);
}
