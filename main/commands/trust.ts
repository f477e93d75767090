import { readHistory } from '../../adapters/files/history/readHistory.ts';
import { tableExport } from '../../adapters/files/tableExport.ts';
import { writeText } from '../../adapters/files/writeText.ts';
import { scanTenant } from '../../app/trust/detecting.ts';
import { detectorParameters, parametersNow } from '../../app/trust/tuneDetector.ts';
import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Result, refuse } from '../../core/refusal/refusals.ts';
import { DETECTORS } from '../../core/trust/detectors.ts';
import type { Finding } from '../../core/trust/finding.ts';
import { beginScan, type ScanResult } from '../../core/trust/scan.ts';
import { detectorText, parameterText, trustFindingText } from '../../core/wording/detectorText.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';

export type ScanOptions = {
  readonly today?: string;
  readonly partner?: string;
  readonly csv?: string;
  /** At most so many in the table; all go into the file and JSON. */
  readonly most: string;
};

type FolderOptions = ScanOptions & { readonly folder: string };

/** `openrebate trust scan --folder`: what the detectors find in a history of files, strongest first. */
export async function scanFolder(
  terminal: Terminal,
  options: FolderOptions,
  clock: LocalDate,
): Promise<void> {
  if (options.partner !== undefined)
    return terminal.refuse(invalidOf('--partner', options.partner, '--folder'));
  const today = dayOf('--today', options.today);
  if (!today.ok) return terminal.refuse(today.refusals);
  if (!/^\d{1,9}$/.test(options.most)) return terminal.refuse(invalidOf('--most', options.most, '50'));
  const read = await readHistory(options.folder, today.value ?? clock);
  if (!read.ok) return terminal.refuse(read.refusals);
  const scan = beginScan(read.value.history);
  for (const line of read.value.lines) scan.see(line);
  const told = await tellScan(terminal, scan.end(), options);
  if (!told.ok) terminal.refuse(told.refusals);
}

/**
 * `openrebate trust scan`: the same of what a tenant has, by the parameters that it has set. Nothing is kept, and no case is opened:
 * that is `openrebate trust run`.
 */
export async function scanOfTenant(terminal: Terminal, config: Config, options: ScanOptions): Promise<void> {
  if (!/^\d{1,9}$/.test(options.most)) return terminal.refuse(invalidOf('--most', options.most, '50'));
  // A tenant has its own day.
  if (options.today !== undefined) return terminal.refuse(invalidOf('--today', options.today, '--folder'));
  const { partner } = options;
  const found = await inTenant(terminal, config, 'trust:read', async ({ ports }, tenant) => {
    const parameters = detectorParameters(await ports.store.inTenant(tenant, parametersNow));
    return accept(await scanTenant(ports, tenant, { parameters, ...(partner !== undefined && { partner }) }));
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  const told = await tellScan(terminal, found.value, options);
  if (!told.ok) terminal.refuse(told.refusals);
}

function invalidOf(argument: string, value: string, expected: string) {
  return [refuse('argument-invalid', argument, { argument, value, expected })];
}

/** Findings as JSON, as a file, or as a table. Refuses: file-not-writable. */
async function tellScan(
  terminal: Terminal,
  found: ScanResult,
  { csv, most }: Pick<ScanOptions, 'csv' | 'most'>,
): Promise<Result<void>> {
  const { language } = terminal;
  if (csv !== undefined) {
    const rows = found.findings.map((finding) => cellsOf(finding, language));
    const written = await writeText(csv, await tableExport('csv', COLUMNS, rows));
    if (!written.ok) return written;
  }
  if (terminal.isJson)
    terminal.json({ ...found, findings: found.findings.map((one) => findingJson(one, language)) });
  else if (csv === undefined) printTable(terminal, found.findings.slice(0, Number(most)));
  else terminal.print(text(language, 'written', { file: csv }));
  sayWhatWasDone(terminal, found);
  return accept(undefined);
}

function printTable({ print, language }: Terminal, findings: readonly Finding[]): void {
  for (const finding of findings) {
    const { title, check } = detectorText(finding.detector, language);
    const about = `${finding.object} ${shown(finding.id)}`;
    const partner = finding.partner === undefined ? '' : shown(finding.partner);
    print(
      `${String(finding.score).padStart(4)}  ${column(title, 34)}${column(about, 36)}${column(partner, 14)}${amountOf(finding)}`,
    );
    print(`      ${shown(trustFindingText(finding, language))}`);
    print(`      → ${check}`);
  }
}

/** Nothing from a file may move the cursor of a terminal. */
function shown(value: string): string {
  return value.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

function sayWhatWasDone({ say, language }: Terminal, { findings, lines, idle }: ScanResult): void {
  say(text(language, 'trustScanned', { findings: findings.length, lines }));
  for (const { detector, lacks } of idle) {
    say(
      text(language, 'trustIdle', { title: detectorText(detector, language).title, lacks: lacks.join(', ') }),
    );
  }
}

function amountOf({ minor, currency }: Finding): string {
  if (minor === undefined || currency === undefined) return '';
  return `${moneyText({ minor: BigInt(minor), currency })} ${currency}`;
}

const COLUMNS = [
  'score',
  'group',
  'detector',
  'version',
  'object',
  'id',
  'partner',
  'agreement',
  'day',
  'amount',
  'currency',
  'finding',
  'check',
  'evidence',
];

function cellsOf(finding: Finding, language: Language): string[] {
  const { score, group, detector, version, object, id, partner, agreement, day, minor, currency } = finding;
  const amount =
    minor === undefined || currency === undefined ? '' : moneyText({ minor: BigInt(minor), currency });
  return [
    String(score),
    group,
    detector,
    String(version),
    object,
    id,
    partner ?? '',
    agreement ?? '',
    day === undefined ? '' : formatDate(day),
    amount,
    currency ?? '',
    trustFindingText(finding, language),
    detectorText(detector, language).check,
    finding.evidence.map((one) => `${one.object} ${one.id}`).join('; '),
  ];
}

function findingJson({ minor, day, ...finding }: Finding, language: Language) {
  const { currency } = finding;
  return {
    ...finding,
    ...(day !== undefined && { day: formatDate(day) }),
    ...(minor !== undefined &&
      currency !== undefined && { amount: moneyText({ minor: BigInt(minor), currency }) }),
    text: trustFindingText({ ...finding }, language),
    check: detectorText(finding.detector, language).check,
  };
}

/** `openrebate trust detectors`: what is looked for, by which parameters. */
export function showDetectors(terminal: Terminal): void {
  const { language, isJson } = terminal;
  const all = DETECTORS.map(({ name, version, group, needs, parameters }) => ({
    name,
    version,
    group,
    ...detectorText(name, language),
    needs,
    parameters: parameters.map((one) => ({ ...one, means: parameterText(one.key, language) })),
  }));
  if (isJson) {
    terminal.json(all);
    return;
  }
  for (const { name, version, title, looksFor, check, parameters } of all) {
    terminal.print(`${name} ${version}  ${title}`);
    terminal.print(`  ${looksFor}`);
    terminal.print(`  → ${check}`);
    for (const { key, usual, least, most, means } of parameters) {
      terminal.print(`    ${column(`${key} = ${usual}`, 30)}${least}..${most}  ${means}`);
    }
  }
}
