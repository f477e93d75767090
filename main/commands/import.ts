import { basename } from 'node:path';
import { readAgreement } from '../../adapters/files/readAgreement.ts';
import { readLines } from '../../adapters/files/readLines.ts';
import { readMaster, readMasterCsv } from '../../adapters/files/readMaster.ts';
import { readLineSource, readMasterSource } from '../../adapters/files/readSource.ts';
import { systemActor } from '../../app/actor.ts';
import { recordAgreement } from '../../app/agreements/recordAgreement.ts';
import { importLines } from '../../app/intake/importLines.ts';
import { importMaster } from '../../app/intake/importMaster.ts';
import type { ImportSummary } from '../../app/ports.ts';
import { DISPOSITIONS } from '../../core/fact/knownLines.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { dispositionText } from '../../core/wording/dispositionText.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Config } from '../config.ts';
import type { Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';
import { type Workplace, withDatabase } from '../withDatabase.ts';

const ACTOR = systemActor('cli');
/** How often progress is worth a line. */
export const SAID_ROWS = 10_000;

export type ImportLinesOptions = {
  readonly source?: string;
  readonly folder?: string;
  readonly key?: string;
};

/** `openrebate import lines`: a file of sales or purchase lines into the database. */
export async function importLineFile(
  terminal: Terminal,
  config: Config,
  path: string,
  options: ImportLinesOptions,
): Promise<void> {
  const summary = await withDatabase(config, terminal.say, (place) =>
    linesOf(place, terminal, path, options),
  );
  if (!summary.ok) return terminal.refuse(summary.refusals);
  if (terminal.isJson) return terminal.json(summary.value);
  for (const line of summaryLines(summary.value, terminal.language)) terminal.print(line);
}

async function linesOf(
  { ports, findTenant }: Workplace,
  terminal: Terminal,
  path: string,
  options: ImportLinesOptions,
): Promise<Result<ImportSummary>> {
  const tenant = await findTenant();
  if (!tenant.ok) return tenant;
  const description = options.source === undefined ? undefined : await readLineSource(options.source);
  if (description !== undefined && !description.ok) return description;
  const source = description?.value;
  return importLines(ports, tenant.value, {
    source: source?.source ?? 'file',
    open: () =>
      readLines(path, {
        ...(source && { source }),
        ...(options.folder !== undefined && { folder: options.folder }),
      }),
    actor: ACTOR,
    ...(options.key !== undefined && { key: options.key }),
    onProgress: (rows) => {
      if (rows % SAID_ROWS === 0)
        terminal.say(text(terminal.language, 'rows', { name: basename(path), rows }));
    },
  });
}

/** The reconciliation of an import, a line each. */
export function summaryLines(summary: ImportSummary, language: Language): string[] {
  const { document, received, dispositions, reasons } = summary;
  const tally = (name: string, rows: number, netValue: string) =>
    `  ${column(name, 12)} ${String(rows).padStart(9)}  ${netValue.padStart(20)}`;
  return [
    `${document.name} (${document.source})`,
    tally(text(language, 'received'), received.rows, received.netValue),
    ...DISPOSITIONS.map((name) => {
      const { rows, netValue } = dispositions[name];
      return tally(dispositionText(name, language), rows, netValue);
    }),
    ...Object.entries(reasons).map(([code, rows]) => `    ${code}: ${rows}`),
  ];
}

/** `openrebate import master`: partners and products, in our format or through a description. */
export async function importMasterFile(
  terminal: Terminal,
  config: Config,
  path: string,
  options: { readonly source?: string; readonly folder?: string },
): Promise<void> {
  const loaded = await withDatabase(config, terminal.say, async ({ ports, findTenant }) => {
    const tenant = await findTenant();
    if (!tenant.ok) return tenant;
    const rows = await masterRows(path, options);
    return rows.ok ? importMaster(ports, tenant.value, rows.value, ACTOR) : rows;
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
  const recorded = await withDatabase(config, terminal.say, async ({ ports, findTenant }) => {
    const tenant = await findTenant();
    if (!tenant.ok) return tenant;
    const file = await readAgreement(path);
    if (!file.ok) return file;
    const written = await recordAgreement(ports, tenant.value, file.value.parsed, {
      actor: ACTOR,
      asNewVersion: options.newVersion,
    });
    return written.ok ? accept(written.value) : written;
  });
  if (!recorded.ok) return terminal.refuse(recorded.refusals);
  if (terminal.isJson) return terminal.json(recorded.value);
  const { code, version, isNew } = recorded.value;
  terminal.print(text(terminal.language, isNew ? 'recorded' : 'knownAlready', { agreement: code, version }));
}
