import { basename } from 'node:path';
import { type InspectedColumn, type Inspection, inspectTable } from '../../adapters/files/inspectTable.ts';
import { decodeReading } from '../../adapters/files/readingFormat.ts';
import { suggestedSource } from '../../adapters/files/suggestedSource.ts';
import { writeText } from '../../adapters/files/writeText.ts';
import { SUBJECTS } from '../../core/mapping/subject.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import { holdsText, inspectText, reasonText } from '../inspectTexts.ts';
import type { Terminal } from '../terminal.ts';
import { column, text } from '../texts.ts';

export type InspectCommand = {
  readonly as?: string;
  readonly write?: string;
  readonly source?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly path?: string;
  readonly headerRow?: string;
};

/** `openrebate inspect`: how a file is written, and which of its columns may be which field. */
export async function inspectFile(terminal: Terminal, path: string, options: InspectCommand): Promise<void> {
  const subject = SUBJECTS.find((candidate) => candidate === (options.as ?? 'lines'));
  if (subject === undefined) {
    const facts = { argument: '--as', value: options.as ?? '', expected: SUBJECTS.join(', ') };
    return terminal.refuse([refuse('argument-invalid', '--as', facts)]);
  }
  const reading = decodeReading(saidIn(options));
  if (!reading.ok) return terminal.refuse(reading.refusals);
  const inspection = await inspectTable(path, { subject, reading: reading.value });
  if (!inspection.ok) return terminal.refuse(inspection.refusals);
  if (options.write !== undefined) return write(terminal, inspection.value, options.write, options.source);
  if (terminal.isJson) return terminal.json(inspection.value);
  for (const line of inspectionLines(inspection.value, terminal.language)) terminal.print(line);
  terminal.say(inspectText(terminal.language, 'hint', { name: basename(path) }));
}

function saidIn({ encoding, delimiter, sheet, path, headerRow }: InspectCommand): Record<string, unknown> {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(sheet !== undefined && { sheet }),
    ...(path !== undefined && { path }),
    ...(headerRow !== undefined && { headerRow: +headerRow }),
  };
}

async function write(
  terminal: Terminal,
  inspection: Inspection,
  file: string,
  source = inspection.name.replace(/\..*/s, ''),
): Promise<void> {
  const description = suggestedSource(inspection, source);
  const written = await writeText(file, `${JSON.stringify(description, null, 2)}\n`, { replaces: false });
  if (!written.ok) return terminal.refuse(written.refusals);
  if (terminal.isJson) terminal.json(description);
  else terminal.print(text(terminal.language, 'written', { file }));
}

/** An inspection as lines: the file, a line for each column, the first rows. */
export function inspectionLines(inspection: Inspection, language: Language): string[] {
  const { name, detection, rows, isWhole, columns, first } = inspection;
  const facts = Object.fromEntries(
    Object.entries(detection).map(([key, value]) => [key, shown(String(value))]),
  );
  const width = Math.min(32, Math.max(...columns.map((one) => one.column.length), 8)) + 2;
  return [
    inspectText(language, 'file', { name, ...facts }),
    inspectText(language, isWhole ? 'rows' : 'rowsOfMore', { rows: String(rows) }),
    '',
    `  ${column(inspectText(language, 'heads'), width)}${column(inspectText(language, 'holds'), 24)}${inspectText(language, 'field')}`,
    ...columns.flatMap((one) => columnLines(one, width, language)),
    '',
    inspectText(language, 'first'),
    ...first.map((texts) => `  ${texts.map((one) => shown(one)).join(' | ')}`),
  ];
}

function columnLines(one: InspectedColumn, width: number, language: Language): string[] {
  const { reading, asked, isSure, confidence, why } = one;
  const how = [reading?.affix, reading?.number, reading?.date].filter((part) => part !== undefined);
  const holds = [holdsText(language, one.holds), ...how].join(' ');
  const field = one.field === 'aside' ? inspectText(language, 'leftOut') : one.field;
  const mark = inspectText(language, isSure ? 'sure' : 'unsure');
  const reasons = why.map((reason) => reasonText(language, reason)).join(', ');
  const line = `  ${column(shown(one.column), width)}${column(holds, 24)}${column(field, 18)}${String(confidence).padStart(3)}  ${column(mark, 8)}${reasons}`;
  if (asked === undefined) return [line];
  const facts = { example: shown(asked.example), readings: asked.readings.join(', ') };
  return [
    line,
    `  ${' '.repeat(width)}${inspectText(language, asked.readings.length > 0 ? 'asked' : 'unread', facts)}`,
  ];
}

/** Nothing from a file may move the cursor, and a cell may be long. */
function shown(value: string): string {
  const line = value === '\t' ? '\\t' : value.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
