import { basename } from 'node:path';
import { readDocument } from '../../adapters/files/readDocument.ts';
import { writeText } from '../../adapters/files/writeText.ts';
import { actorText } from '../../app/actor.ts';
import { attachDocument, listDocuments, openDocument } from '../../app/agreements/attachDocument.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { does } from './deed.ts';

/** `openrebate agreement attach`: a document, with its bytes, to an agreement. */
export function attach(
  terminal: Terminal,
  config: Config,
  agreement: string,
  path: string,
  { reason }: { readonly reason?: string },
): Promise<void> {
  return does(
    terminal,
    config,
    (ports, tenant, actor) =>
      attachDocument(ports, tenant, {
        actor,
        agreement,
        name: basename(path),
        open: () => readDocument(path),
        ...(reason !== undefined && { reason }),
      }),
    ({ id, name, mediaType, sha256 }) =>
      text(terminal.language, 'attached', { agreement, name, type: mediaType, document: id, sha256 }),
  );
}

/** `openrebate agreement documents`: what is attached to an agreement. */
export async function documents(terminal: Terminal, config: Config, agreement: string): Promise<void> {
  const found = await inTenant(terminal, config, 'agreements:read', async ({ ports }, tenant) => {
    return listDocuments(ports, tenant, agreement);
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value);
  for (const { id, name, bytes, at, actor } of found.value) {
    terminal.print(`${id}  ${at.toISOString().slice(0, 16)}  ${actorText(actor)}  ${bytes}  ${name}`);
  }
}

/** `openrebate agreement document`: its bytes, as they came in, into a file. */
export async function saveDocument(
  terminal: Terminal,
  config: Config,
  id: string,
  path: string,
): Promise<void> {
  const written = await inTenant(terminal, config, 'agreements:read', async ({ ports }, tenant) => {
    const found = await openDocument(ports, tenant, id);
    if (!found.ok) return found;
    const saved = await writeText(path, found.value.content);
    return saved.ok ? accept({ file: path, sha256: found.value.sha256 }) : saved;
  });
  if (!written.ok) return terminal.refuse(written.refusals);
  if (terminal.isJson) terminal.json(written.value);
  else terminal.print(text(terminal.language, 'written', { file: path }));
}
