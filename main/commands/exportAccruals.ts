import { type AccrualFormat, accrualExport } from '../../adapters/files/accrualExport.ts';
import { writeExport } from '../../adapters/files/writeExport.ts';
import { checkAccruals, exportAccruals } from '../../app/accruals/exportAccruals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { does } from './deed.ts';
import { type PartOptions, partOf } from './exportLedger.ts';

/** `openrebate export accruals`: what is recognised of each line. */
export async function exportAccrualFile(
  terminal: Terminal,
  config: Config,
  path: string,
  {
    format,
    agreement,
    ...options
  }: PartOptions & { readonly format: AccrualFormat; readonly agreement?: string },
): Promise<void> {
  const days = partOf(options);
  if (!days.ok) return terminal.refuse(days.refusals);
  const part = { ...days.value, ...(agreement !== undefined && { agreement }) };
  await does(
    terminal,
    config,
    async (ports, tenant) => {
      const checked = await checkAccruals(ports, tenant, part);
      if (!checked.ok) return checked;
      return exportAccruals(ports, tenant, part, (pages) => writeExport(path, accrualExport(format, pages)));
    },
    (written) => text(terminal.language, 'exportWritten', written),
    'exports:read',
  );
}
