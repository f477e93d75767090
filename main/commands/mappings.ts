import { readJson } from '../../adapters/files/readJson.ts';
import { decodeSource } from '../../adapters/files/sourceDescription.ts';
import { findMapping } from '../../app/intake/findMapping.ts';
import { saveMapping } from '../../app/intake/saveMapping.ts';
import { accept } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Config } from '../config.ts';
import { columnsOf } from '../describedFile.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

/** `openrebate mapping save`: a description under a name, for the files that it reads. */
export async function saveDescription(
  terminal: Terminal,
  config: Config,
  name: string,
  path: string,
  { header }: { readonly header?: string },
): Promise<void> {
  const saved = await inTenant(terminal, config, 'facts:write', async ({ ports }, tenant, actor) => {
    const json = await readJson(path);
    if (!json.ok) return json;
    const decoded = decodeSource(json.value);
    if (!decoded.ok) return decoded;
    const columns = header === undefined ? accept(undefined) : await columnsOf(header, decoded.value.reading);
    if (!columns.ok) return columns;
    const description = json.value as Json;
    return saveMapping(ports, tenant, {
      ...{ name, description, actor },
      ...(columns.value && { columns: columns.value }),
    });
  });
  if (!saved.ok) return terminal.refuse(saved.refusals);
  if (terminal.isJson) return terminal.json(saved.value);
  const { version, isNew } = saved.value;
  terminal.print(text(terminal.language, isNew ? 'mappingSaved' : 'mappingKnown', { name, version }));
}

/** `openrebate mapping list`: the last version of each. */
export async function listMappings(terminal: Terminal, config: Config): Promise<void> {
  const found = await inTenant(terminal, config, 'facts:read', ({ ports }, tenant) =>
    ports.store.inTenant(tenant, async (tx) => accept(await tx.mappings.all())),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value);
  for (const { name, version, actor } of found.value) terminal.print(`${name}  ${version}  ${actor}`);
}

/** `openrebate mapping show`: a description as it was saved. */
export async function showMapping(
  terminal: Terminal,
  config: Config,
  name: string,
  { ofVersion }: { readonly ofVersion?: number },
): Promise<void> {
  const found = await inTenant(terminal, config, 'facts:read', ({ ports }, tenant) =>
    findMapping(ports, tenant, name, ofVersion),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  terminal.json(terminal.isJson ? found.value : found.value.description);
}
