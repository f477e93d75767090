import { type LedgerFormat, ledgerExport } from '../../adapters/files/ledgerExport.ts';
import { readAgreement } from '../../adapters/files/readAgreement.ts';
import { writeExport } from '../../adapters/files/writeExport.ts';
import { checkPart, exportLedger, type LedgerPart } from '../../app/ledgerExport/exportLedger.ts';
import { monthOf } from '../../core/auditPackage/monthOf.ts';
import { decodeLedgerTable } from '../../core/ledgerExport/decodeLedgerTable.ts';
import { type LedgerTable, OWN_TABLE } from '../../core/ledgerExport/ledgerTable.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';
import { does, invalid } from './deed.ts';

export type LedgerOptions = PartOptions & { readonly format: LedgerFormat; readonly table?: string };

export type PartOptions = {
  readonly company?: string;
  readonly from?: string;
  readonly until?: string;
  readonly period?: string;
};

/** `openrebate export ledger`: the books, as another program reads them. */
export async function exportLedgerFile(
  terminal: Terminal,
  config: Config,
  path: string,
  { format, table: described, ...options }: LedgerOptions,
): Promise<void> {
  const part = partOf(options);
  if (!part.ok) return terminal.refuse(part.refusals);
  const table = await tableOf(described, format);
  if (!table.ok) return terminal.refuse(table.refusals);
  await does(
    terminal,
    config,
    async (ports, tenant) => {
      const checked = await checkPart(ports, tenant, part.value);
      if (!checked.ok) return checked;
      return exportLedger(ports, tenant, part.value, (pages) =>
        writeExport(path, ledgerExport(format, table.value, pages)),
      );
    },
    (written) => text(terminal.language, 'exportWritten', written),
    'exports:read',
  );
}

async function tableOf(path: string | undefined, format: LedgerFormat): Promise<Result<LedgerTable>> {
  if (path === undefined) return accept(OWN_TABLE);
  if (format !== 'csv') return invalid('--table', path, '--format csv');
  const file = await readAgreement(path);
  return file.ok ? decodeLedgerTable(file.value.parsed) : file;
}

/** A month, or the days from one to another, both of them in it. */
export function partOf({ company, from, until, period }: PartOptions): Result<LedgerPart> {
  const of = company === undefined ? {} : { company };
  if (period !== undefined) {
    if (from !== undefined || until !== undefined) return invalid('--period', period, '--from --until');
    const month = monthOf(period);
    return month === undefined ? invalid('--period', period, 'YYYY-MM') : accept({ ...of, ...month });
  }
  const [first, last] = [dayOf('--from', from), dayOf('--until', until)];
  if (!first.ok) return first;
  if (!last.ok) return last;
  return accept({
    ...of,
    ...(first.value !== undefined && { first: first.value }),
    ...(last.value !== undefined && { last: last.value }),
  });
}
