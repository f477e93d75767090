import { writeFailedRows } from '../../adapters/files/writeFailedRows.ts';
import { dismissRows } from '../../app/intake/dismissRows.ts';
import { openRows } from '../../app/intake/openRows.ts';
import { repairRows } from '../../app/intake/repairRows.ts';
import { replayQuarantine } from '../../app/intake/replayQuarantine.ts';
import { showImport } from '../../app/intake/showImport.ts';
import type { QuarantinedRow } from '../../app/ports/receivedStore.ts';
import { IMPORT_KINDS } from '../../app/ports.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { dispositionText } from '../../core/wording/dispositionText.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import { refusalLine, type Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { summaryLines } from './importLines.ts';

type Chosen = { readonly import?: string; readonly code?: string };

/** `openrebate quarantine list`: the rows that wait, with every reason and what helps. */
export async function listQuarantine(
  terminal: Terminal,
  config: Config,
  options: Chosen & { readonly kind?: string; readonly limit: number },
): Promise<void> {
  const kind = IMPORT_KINDS.find((one) => one === options.kind);
  if (options.kind !== undefined && kind === undefined) {
    const facts = { argument: '--kind', value: options.kind, expected: IMPORT_KINDS.join(', ') };
    return terminal.refuse([refuse('argument-invalid', '--kind', facts)]);
  }
  const found = await inTenant(terminal, config, 'facts:read', async ({ ports }, tenant) =>
    ports.store.inTenant(tenant, async (tx) => {
      const filter = {
        ...(options.import !== undefined && { document: options.import }),
        ...(options.code !== undefined && { code: options.code }),
        ...(kind && { kind }),
      };
      return accept({
        reasons: await tx.received.reasons(options.import),
        rows: await tx.received.quarantined(filter, { limit: options.limit }),
      });
    }),
  );
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value);
  for (const [code, rows] of Object.entries(found.value.reasons)) terminal.print(`${code}: ${rows}`);
  for (const row of found.value.rows) printRow(terminal, row);
}

function printRow(terminal: Terminal, { document, row, texts, refusals }: QuarantinedRow): void {
  terminal.print(`${document} ${row}: ${texts.join(' | ')}`);
  for (const refusal of refusals) terminal.print(`  ${refusalLine(refusal, terminal.language)}`);
}

/** `openrebate quarantine export`: the waiting rows of an import as a file that can be corrected and imported. */
export async function exportQuarantine(
  terminal: Terminal,
  config: Config,
  id: string,
  path: string,
): Promise<void> {
  const written = await inTenant(terminal, config, 'facts:read', async ({ ports }, tenant) => {
    const shown = await showImport(ports, tenant, id);
    if (!shown.ok) return shown;
    const { columns } = shown.value.stored.document;
    return writeFailedRows(
      path,
      { columns, import: id, language: terminal.language },
      openRows(ports, tenant, id),
    );
  });
  if (!written.ok) return terminal.refuse(written.refusals);
  if (terminal.isJson) return terminal.json({ file: path, rows: written.value });
  terminal.print(text(terminal.language, 'failedWritten', { file: path, rows: written.value }));
}

/** `openrebate quarantine repair`: one row with some fields changed. */
export async function repairRow(
  terminal: Terminal,
  config: Config,
  id: string,
  row: string,
  { set }: { readonly set: readonly string[] },
): Promise<void> {
  const done = await inTenant(terminal, config, 'facts:write', async ({ ports }, tenant, actor) => {
    const fields = fieldsOf(set);
    if (!fields.ok) return fields;
    const asked = rowsOf([row]);
    if (!asked.ok) return asked;
    const repairs = asked.value.map((number) => ({ row: number, fields: fields.value }));
    return repairRows(ports, tenant, { import: id, repairs, actor });
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  const [ended] = done.value.rows;
  if (ended !== undefined && 'refusals' in ended) return terminal.refuse(ended.refusals);
  if (terminal.isJson) return terminal.json(done.value);
  if (ended !== undefined) terminal.print(`${row}: ${dispositionText(ended.disposition, terminal.language)}`);
}

/** "field=text" for each; an empty text takes the field away. */
function fieldsOf(set: readonly string[]): Result<Readonly<Record<string, string>>> {
  const problems: Refusal[] = [];
  const pairs = set.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) {
      const facts = { argument: '--set', value: text, expected: 'field=text' };
      problems.push(refuse('argument-invalid', '--set', facts));
    }
    return [text.slice(0, at), text.slice(at + 1)];
  });
  return problems.length > 0 ? refused(...problems) : accept(Object.fromEntries(pairs));
}

/** Numbers of rows, as the list of what waits shows them. */
function rowsOf(rows: readonly string[]): Result<readonly number[]> {
  const wrong = rows.filter((row) => !/^\d{1,9}$/.test(row));
  const refusals = wrong.map((value) =>
    refuse('argument-invalid', 'row', { argument: 'row', value, expected: '1, 2, 3 …' }),
  );
  return wrong.length > 0 ? refused(...refusals) : accept(rows.map(Number));
}

/** `openrebate quarantine replay`: try the waiting rows again, as they were received. */
export async function replay(terminal: Terminal, config: Config, options: Chosen): Promise<void> {
  const done = await inTenant(terminal, config, 'facts:write', ({ ports }, tenant, actor) =>
    replayQuarantine(ports, tenant, { ...options, actor }),
  );
  if (!done.ok) return terminal.refuse(done.refusals);
  if (terminal.isJson) return terminal.json(done.value);
  const { tried, imports } = done.value;
  const came = imports.reduce((sum, { received }) => sum + received.rows, 0);
  terminal.print(text(terminal.language, 'replayed', { tried, came }));
  for (const summary of imports) {
    for (const line of summaryLines(summary, terminal.language)) terminal.print(line);
  }
}

/** `openrebate quarantine dismiss`: put rows aside for good, with a reason. */
export async function dismiss(
  terminal: Terminal,
  config: Config,
  id: string,
  rows: readonly string[],
  { code, reason }: { readonly code?: string; readonly reason: string },
): Promise<void> {
  const done = await inTenant(terminal, config, 'facts:write', async ({ ports }, tenant, actor) => {
    const asked = rowsOf(rows);
    if (!asked.ok) return asked;
    const chosen = rows.length === 0 ? {} : { rows: asked.value };
    const filter = { import: id, ...chosen, ...(code !== undefined && { code }) };
    return dismissRows(ports, tenant, { ...filter, reason, actor });
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  if (terminal.isJson) return terminal.json(done.value);
  terminal.print(text(terminal.language, 'dismissed', { rows: done.value.dismissed }));
}
