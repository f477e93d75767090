import { readLineSource } from '../../adapters/files/readSource.ts';
import { writeFailedRows } from '../../adapters/files/writeFailedRows.ts';
import { importLines } from '../../app/intake/importLines.ts';
import { ImportRefused } from '../../app/intake/importRefused.ts';
import type { LineImport, RefusedRow } from '../../app/intake/lineImport.ts';
import { type LinePreview, previewLines } from '../../app/intake/previewLines.ts';
import type { ImportSummary, Ports, Tally, TenantId } from '../../app/ports.ts';
import { DISPOSITIONS } from '../../core/fact/knownLines.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { dispositionText } from '../../core/wording/dispositionText.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Config } from '../config.ts';
import { type DescribedFile, describedFile } from '../describedFile.ts';
import { inTenant } from '../inTenant.ts';
import { keepHeapSmall } from '../keepHeapSmall.ts';
import { rowsSaid } from '../rowsSaid.ts';
import type { Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';
import { changeLines, changesJson } from './earningChanges.ts';

export type ImportOptions = {
  readonly source?: string;
  readonly mapping?: string;
  readonly folder?: string;
  readonly key?: string;
  readonly allOrNothing?: boolean;
  readonly wholeDocuments?: boolean;
  readonly preview?: boolean;
  readonly earnings?: boolean;
  readonly failed?: string;
};

/** `openrebate import lines`: a file of sales or purchase lines into the database, or what it would do there. */
export async function importLineFile(
  terminal: Terminal,
  config: Config,
  path: string,
  options: ImportOptions,
): Promise<void> {
  keepHeapSmall();
  const done = await inTenant(terminal, config, 'facts:write', async ({ ports }, tenant, actor) => {
    const source = options.source === undefined ? accept(undefined) : await readLineSource(options.source);
    if (!source.ok) return source;
    const { mapping, folder } = options;
    const described = await describedFile(ports, tenant, path, {
      ...(source.value && { source: source.value }),
      ...(mapping !== undefined && { mapping }),
      ...(folder !== undefined && { folder }),
    });
    if (!described.ok) return described;
    if (described.value.mapping)
      terminal.say(text(terminal.language, 'mappingUsed', described.value.mapping));
    const input = inputOf(terminal, path, options, { ...described.value, actor });
    return bringIn(ports, tenant, terminal, input, options);
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  printImport(terminal, done.value, options);
}

/** So many products of a unit say what it is about. */
const PRODUCTS_MAX = 3;

/** What an import did, or would do. */
export function printImport(
  terminal: Terminal,
  { summary, strange = [], calculated }: LinePreview,
  options: ImportOptions,
): void {
  const { preview = false, earnings = false } = options;
  if (terminal.isJson) {
    const { batch: _, ...counts } = summary;
    const changes = earnings && { changes: changesJson(calculated) };
    const strangeUnits = strange.length > 0 && { strangeUnits: strange };
    terminal.json(preview ? { preview: true, ...counts, ...strangeUnits, ...changes } : summary);
    return;
  }
  if (preview) terminal.print(text(terminal.language, 'preview'));
  for (const line of summaryLines(summary, terminal.language)) terminal.print(line);
  for (const { unit, lines, products } of strange) {
    const found = { unit, lines: String(lines), products: products.slice(0, PRODUCTS_MAX).join(', ') };
    terminal.print(text(terminal.language, 'strangeUnit', found));
  }
  if (!preview || !earnings) return;
  for (const line of changeLines(calculated, terminal.language)) terminal.print(line);
}

async function bringIn(
  ports: Ports,
  tenant: TenantId,
  terminal: Terminal,
  input: LineImport,
  options: ImportOptions,
): Promise<Result<LinePreview>> {
  const failed = failedWriter(terminal, input.mode, options);
  const { key: _, mode: __, ...previewed } = input;
  const whole = { ...input, ...(failed && { onRefused: failed.write }) };
  const done: Result<LinePreview> = options.preview
    ? await previewLines(
        ports,
        tenant,
        { ...previewed, ...(failed && { onRefused: failed.write }) },
        { earnings: options.earnings ?? false },
      )
    : summarised(await importLines(ports, tenant, whole));
  return done;
}

/** An import that was done, as one that is looked at. */
export function summarised(result: Result<ImportSummary>): Result<LinePreview> {
  return result.ok ? accept({ summary: result.value, bad: [] }) : result;
}

function inputOf(
  terminal: Terminal,
  path: string,
  options: ImportOptions,
  described: DescribedFile & Pick<LineImport, 'actor'>,
): LineImport {
  return {
    ...described,
    mode: options.allOrNothing ? 'allOrNothing' : 'goodRows',
    documents: options.wholeDocuments ? 'whole' : 'mayBeCut',
    ...(options.key !== undefined && { key: options.key }),
    onProgress: rowsSaid(terminal, path),
  };
}

/**
 * Writes the rows that failed where it was asked for. It is done before the import is kept, so that one
 * whose failed rows nobody would have refuses as a whole.
 */
export function failedWriter(
  terminal: Terminal,
  mode: LineImport['mode'],
  { failed, ...asked }: ImportOptions,
) {
  if (failed === undefined) return undefined;
  const isKept = !asked.preview && mode !== 'allOrNothing';
  return {
    write: async (rows: AsyncIterable<readonly RefusedRow[]>, document: ImportSummary['document']) => {
      const { columns, id } = document;
      const file = { columns, language: terminal.language, ...(isKept && { import: id }) };
      const written = await writeFailedRows(failed, file, rows);
      if (!written.ok) throw new ImportRefused(written.refusals);
      terminal.say(text(terminal.language, 'failedWritten', { file: failed, rows: written.value }));
    },
  };
}

/** The reconciliation of an import, a line each: of counts in stock the quantities, else the values. */
export function summaryLines(summary: ImportSummary, language: Language): string[] {
  const { document, received, dispositions, reasons } = summary;
  const tally = (name: string, { rows, quantity, netValue }: Tally) =>
    `  ${column(name, 12)} ${String(rows).padStart(9)}  ${(document.kind === 'stock' ? quantity : netValue).padStart(20)}`;
  return [
    `${document.name} (${document.source})`,
    tally(text(language, 'received'), received),
    ...DISPOSITIONS.map((name) => tally(dispositionText(name, language), dispositions[name])),
    ...Object.entries(reasons).map(([code, rows]) => `    ${code}: ${rows}`),
  ];
}
