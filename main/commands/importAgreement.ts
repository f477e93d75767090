import { readAgreement } from '../../adapters/files/readAgreement.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

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
