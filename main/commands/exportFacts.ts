import { type ExportFormat, lineExport } from '../../adapters/files/lineExport.ts';
import { writeLineExport } from '../../adapters/files/writeLineExport.ts';
import { exportLines } from '../../app/exports/exportLines.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import { keepHeapSmall } from '../keepHeapSmall.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';

/** `openrebate export lines`: every line that is known, with a manifest beside the file. */
export async function exportLineFile(
  terminal: Terminal,
  config: Config,
  path: string,
  options: { readonly format: ExportFormat; readonly partner?: string },
): Promise<void> {
  keepHeapSmall();
  const { format, partner } = options;
  const written = await inTenant(terminal, config, 'exports:read', ({ ports }, tenant) =>
    exportLines(ports, tenant, partner === undefined ? {} : { partners: [partner] }, (about, pages) =>
      writeLineExport(path, lineExport(format, about, pages)),
    ),
  );
  if (!written.ok) return terminal.refuse(written.refusals);
  if (terminal.isJson) return terminal.json(written.value);
  const { rows, netValue, sha256 } = written.value;
  terminal.print(text(terminal.language, 'exported', { file: path, rows, netValue, sha256 }));
}
