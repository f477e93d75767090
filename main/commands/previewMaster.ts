import { readMasterSource } from '../../adapters/files/readSource.ts';
import { writeFailedRows } from '../../adapters/files/writeFailedRows.ts';
import type { MasterFile } from '../../app/intake/masterFile.ts';
import { type MasterChange, type MasterPreview, previewMaster } from '../../app/intake/previewMaster.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { refusalText } from '../../core/wording/refusalText.ts';
import type { Config } from '../config.ts';
import { describedMaster } from '../describedFile.ts';
import { inTenant } from '../inTenant.ts';
import { refusalLine, type Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';
import { changeLines, changesJson } from './earningChanges.ts';

export type MasterOptions = {
  readonly source?: string;
  readonly mapping?: string;
  readonly folder?: string;
  readonly preview?: boolean;
  readonly earnings?: boolean;
  readonly failed?: string;
};

/** `openrebate import master <file> --preview`: what the file would change, and nothing is written. */
export async function previewMasterFile(
  terminal: Terminal,
  config: Config,
  path: string,
  options: MasterOptions,
): Promise<void> {
  const done = await inTenant(terminal, config, 'facts:write', async ({ ports }, tenant, actor) => {
    const file = await describedMasterFile(terminal, ports, tenant, path, options);
    if (!file.ok) return file;
    const input = { file: file.value, actor };
    const preview = await previewMaster(ports, tenant, input, { earnings: options.earnings ?? false });
    if (!preview.ok) return preview;
    const written = await writeFailed(terminal, file.value, preview.value, options.failed);
    return written.ok ? accept({ name: file.value.name, preview: preview.value }) : written;
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  const { name, preview } = done.value;
  if (terminal.isJson) return terminal.json(previewJson(name, preview, options, terminal.language));
  for (const line of previewLines(name, preview, terminal.language)) terminal.print(line);
  if (!options.earnings) return;
  for (const line of changeLines(preview.calculated, terminal.language)) terminal.print(line);
}

/** The file by the description that is named, or the one that is saved for its columns. */
export async function describedMasterFile(
  terminal: Terminal,
  ports: Ports,
  tenant: TenantId,
  path: string,
  { source, mapping, folder }: MasterOptions,
): Promise<Result<MasterFile>> {
  const read = source === undefined ? accept(undefined) : await readMasterSource(source);
  if (!read.ok) return read;
  const described = await describedMaster(ports, tenant, path, {
    ...(read.value && { source: read.value }),
    ...(mapping !== undefined && { mapping }),
    ...(folder !== undefined && { folder }),
  });
  if (!described.ok) return described;
  if (described.value.mapping) terminal.say(text(terminal.language, 'mappingUsed', described.value.mapping));
  return described;
}

async function writeFailed(
  terminal: Terminal,
  { columns }: MasterFile,
  { bad }: MasterPreview,
  path: string | undefined,
): Promise<Result<void>> {
  if (path === undefined) return accept(undefined);
  const page = (async function* () {
    yield bad;
  })();
  const written = await writeFailedRows(path, { columns, language: terminal.language }, page);
  if (!written.ok) return written;
  terminal.say(text(terminal.language, 'failedWritten', { file: path, rows: written.value }));
  return accept(undefined);
}

/** How many changes and bad rows a terminal shows; `--json` and `--failed` give the others. */
const SHOWN = 50;

function previewLines(name: string, preview: MasterPreview, language: Language): string[] {
  const { received, unchanged, counts, changes, bad } = preview;
  const count = (key: Parameters<typeof text>[1], rows: number) =>
    `  ${column(text(language, key), 22)} ${String(rows).padStart(9)}`;
  const more = (rows: number) => (rows > 0 ? [text(language, 'moreRows', { more: rows })] : []);
  const total = counts.newThing + counts.newVersion + counts.correctedVersion;
  return [
    text(language, 'preview'),
    name,
    count('received', received),
    count('masterUnchanged', unchanged),
    count('newThing', counts.newThing),
    count('newVersion', counts.newVersion),
    count('correctedVersion', counts.correctedVersion),
    count('masterBad', bad.length),
    ...changes.slice(0, SHOWN).flatMap((change) => masterChangeLines(change, language)),
    ...more(total - Math.min(SHOWN, changes.length)),
    ...bad.slice(0, SHOWN).flatMap(({ refusals }) => refusals.map((one) => refusalLine(one, language))),
    ...more(bad.length - Math.min(SHOWN, bad.length)),
  ];
}

function masterChangeLines(
  { row, kind, code, validFrom, change, fields }: MasterChange,
  language: Language,
): string[] {
  const from = validFrom === undefined ? '' : `, ${formatDate(validFrom)} …`;
  const said = (value: string | undefined) => (value === undefined ? '—' : `“${value}”`);
  return [
    text(language, 'masterChange', { row, kind, code, from, change: text(language, change) }),
    ...fields.map(({ field, before, after }) => `    ${field}: ${said(before)} → ${said(after)}`),
  ];
}

function previewJson(name: string, preview: MasterPreview, { earnings }: MasterOptions, language: Language) {
  const { received, unchanged, counts, changes, bad, calculated } = preview;
  return {
    ...{ preview: true, name, received, unchanged, ...counts, refused: bad.length },
    rows: changes.map(({ validFrom, fields, ...change }) => ({
      ...change,
      validFrom: validFrom === undefined ? null : formatDate(validFrom),
      fields: fields.map(({ field, before = null, after = null }) => ({ field, before, after })),
    })),
    bad: bad.map(({ row, refusals }) => ({
      row,
      refusals: refusals.map((refusal) => ({ ...refusal, ...refusalText(refusal, language) })),
    })),
    ...(earnings && { changes: changesJson(calculated) }),
  };
}
