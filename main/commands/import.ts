import { readAgreement } from '../../adapters/files/readAgreement.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { importMaster } from '../../app/intake/importMaster.ts';
import { wholeMaster } from '../../app/intake/masterFile.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { describedMasterFile, type MasterOptions, previewMasterFile } from './previewMaster.ts';

/** `openrebate import master`: partners and products, in our format or through a description. */
export async function importMasterFile(
  terminal: Terminal,
  config: Config,
  path: string,
  options: MasterOptions,
): Promise<void> {
  if (options.preview) return previewMasterFile(terminal, config, path, options);
  const loaded = await inTenant(terminal, config, 'facts:write', async ({ ports }, tenant, actor) => {
    const file = await describedMasterFile(terminal, ports, tenant, path, options);
    if (!file.ok) return file;
    const rows = wholeMaster(file.value);
    return rows.ok ? importMaster(ports, tenant, rows.value, actor) : rows;
  });
  if (!loaded.ok) return terminal.refuse(loaded.refusals);
  if (terminal.isJson) return terminal.json(loaded.value);
  const { received, changed } = loaded.value;
  terminal.print(text(terminal.language, 'masterImported', { received, changed }));
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
