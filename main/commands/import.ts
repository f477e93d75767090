import { readAgreement } from '../../adapters/files/readAgreement.ts';
import { readMaster, readMasterCsv } from '../../adapters/files/readMaster.ts';
import { readMasterSource } from '../../adapters/files/readSource.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { importMaster } from '../../app/intake/importMaster.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

/** `openrebate import master`: partners and products, in our format or through a description. */
export async function importMasterFile(
  terminal: Terminal,
  config: Config,
  path: string,
  options: { readonly source?: string; readonly folder?: string },
): Promise<void> {
  const loaded = await inTenant(terminal, config, 'facts:write', async ({ ports }, tenant, actor) => {
    const rows = await masterRows(path, options);
    return rows.ok ? importMaster(ports, tenant, rows.value, actor) : rows;
  });
  if (!loaded.ok) return terminal.refuse(loaded.refusals);
  if (terminal.isJson) return terminal.json(loaded.value);
  const { received, changed } = loaded.value;
  terminal.print(text(terminal.language, 'masterImported', { received, changed }));
}

async function masterRows(path: string, options: { readonly source?: string; readonly folder?: string }) {
  if (options.source === undefined) return readMaster(path);
  const source = await readMasterSource(options.source);
  if (!source.ok) return source;
  const { folder } = options;
  return readMasterCsv(path, { source: source.value, ...(folder !== undefined && { folder }) });
}

/** `openrebate import agreement`: a new agreement, or a new version of one where that is said. */
export async function importAgreementFile(
  terminal: Terminal,
  config: Config,
  path: string,
  options: { readonly newVersion: boolean },
): Promise<void> {
  const recorded = await inTenant(terminal, config, 'agreements:write', async ({ ports }, tenant, actor) => {
    const file = await readAgreement(path);
    if (!file.ok) return file;
    return recordAgreement(ports, tenant, file.value.parsed, {
      actor,
      asNewVersion: options.newVersion,
    });
  });
  if (!recorded.ok) return terminal.refuse(recorded.refusals);
  if (terminal.isJson) return terminal.json(recorded.value);
  const { code, version, isNew } = recorded.value;
  terminal.print(text(terminal.language, isNew ? 'recorded' : 'knownAlready', { agreement: code, version }));
}
