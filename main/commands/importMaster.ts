import { readMasterSource } from '../../adapters/files/readSource.ts';
import { importMasterFile } from '../../app/intake/importMasterFile.ts';
import { masterChangeJson } from '../../app/intake/masterChangeJson.ts';
import type { LinePreview } from '../../app/intake/previewLines.ts';
import { type MasterPreview, previewMaster } from '../../app/intake/previewMaster.ts';
import { MASTER_CHANGES, type MasterChange } from '../../app/ports/masterChange.ts';
import type { Ports, TenantId } from '../../app/ports.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { refusalText } from '../../core/wording/refusalText.ts';
import type { Config } from '../config.ts';
import { describedMaster } from '../describedFile.ts';
import { inTenant } from '../inTenant.ts';
import { keepHeapSmall } from '../keepHeapSmall.ts';
import { rowsSaid } from '../rowsSaid.ts';
import { refusalLine, type Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';
import { changeLines, changesJson } from './earningChanges.ts';
import { failedWriter, type ImportOptions, printImport, summarised, summaryLines } from './importLines.ts';

type MasterOptions = ImportOptions & { readonly goodRows?: boolean };

/** `openrebate import master <file>`: master data into the database, or what the file would change there. */
export async function importMasterData(
  terminal: Terminal,
  config: Config,
  path: string,
  options: MasterOptions,
): Promise<void> {
  keepHeapSmall();
  const { preview = false, earnings = false } = options;
  const done = await inTenant(terminal, config, 'facts:write', async ({ ports }, tenant, actor) => {
    const described = await describedMasterFile(terminal, ports, tenant, path, options);
    if (!described.ok) return described;
    const mode = options.goodRows ? ('goodRows' as const) : ('allOrNothing' as const);
    const failed = failedWriter(terminal, mode, options);
    const onProgress = rowsSaid(terminal, path);
    const input = { ...described.value, actor, onProgress, ...(failed && { onRefused: failed.write }) };
    const brought: Result<LinePreview | MasterPreview> = preview
      ? await previewMaster(ports, tenant, input, { earnings })
      : summarised(await importMasterFile(ports, tenant, { ...input, mode }));
    return brought;
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  const { value } = done;
  if (!('counts' in value)) return printImport(terminal, value, options);
  if (terminal.isJson) return terminal.json(previewJson(value, options, terminal.language));
  for (const line of previewLines(value, terminal.language)) terminal.print(line);
  if (!earnings) return;
  for (const line of changeLines(value.calculated, terminal.language)) terminal.print(line);
}

/** The file by the description that is named, or the one that is saved for its columns. */
async function describedMasterFile(
  terminal: Terminal,
  ports: Ports,
  tenant: TenantId,
  path: string,
  { source, mapping, folder }: MasterOptions,
): ReturnType<typeof describedMaster> {
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

/** How many changes and bad rows a terminal shows; `--json` and `--failed` give the others. */
const SHOWN = 50;

function previewLines(preview: MasterPreview, language: Language): string[] {
  const { summary, counts, changes, bad } = preview;
  const more = (rows: number) => (rows > 0 ? [text(language, 'moreRows', { more: rows })] : []);
  const { accepted, quarantined } = summary.dispositions;
  return [
    text(language, 'preview'),
    ...summaryLines(summary, language),
    ...MASTER_CHANGES.map((change) => `  ${column(text(language, change), 22)} ${counts[change]}`),
    ...changes.slice(0, SHOWN).flatMap((change) => masterChangeLines(change, language)),
    ...more(accepted.rows - Math.min(SHOWN, changes.length)),
    ...bad.slice(0, SHOWN).flatMap(({ refusals }) => refusals.map((one) => refusalLine(one, language))),
    ...more(quarantined.rows - Math.min(SHOWN, bad.length)),
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

function previewJson(preview: MasterPreview, { earnings }: MasterOptions, language: Language) {
  const { summary, counts, changes, bad, calculated } = preview;
  const { batch: _, ...sums } = summary;
  return {
    ...{ preview: true, ...sums, ...counts },
    rows: changes.map(masterChangeJson),
    bad: bad.map(({ row, refusals }) => ({
      row,
      refusals: refusals.map((refusal) => ({ ...refusal, ...refusalText(refusal, language) })),
    })),
    ...(earnings && { changes: changesJson(calculated) }),
  };
}
