import { exactDecimal } from '../../core/reading/exactDecimal.ts';
import { readDate } from '../../core/reading/readDate.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import { FileRefused } from './fileRefusal.ts';
import { tooManyColumns } from './header.ts';
import type { ReceivedFile } from './receivedBytes.ts';
import { unescaped, type Workbook } from './workbookParts.ts';
import { readXml, type XmlEvents, xmlInvalid } from './xmlEvents.ts';
import type { Archive } from './zipArchive.ts';

/** A row of a sheet that has something in it; the texts end with its last cell that is not empty. */
export type SheetRow = {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly texts: string[];
  readonly typed: boolean[];
  readonly errors: number[];
};

const ROWS_MAX = 1_048_576;
/** Digits that a spreadsheet shows of a number; what is behind them comes from calculating in binary. */
const SHOWN_DIGITS = 15;

/**
 * The rows of a sheet as they come; rows without any text are passed over. A formula counts with the
 * value that was saved with it.
 * Throws FileRefused: file-xml-invalid, file-row-too-large, file-columns-too-many and those of the archive.
 * Source: ECMA-376 Part 1, 18.3 (worksheets).
 */
export async function* sheetRows(
  archive: Archive,
  part: string,
  workbook: Workbook,
  file: ReceivedFile,
): AsyncGenerator<readonly SheetRow[]> {
  const builder = new RowBuilder(part, workbook, file);
  for await (const _ of readXml(archive.read(part), part, file, builder.events)) {
    const rows = builder.take();
    if (rows.length > 0) yield rows;
  }
}

class RowBuilder {
  readonly events: XmlEvents;
  private readonly part: string;
  private readonly workbook: Workbook;
  private readonly file: ReceivedFile;
  private rows: SheetRow[] = [];
  private row: SheetRow = { number: 0, texts: [], typed: [], errors: [] };
  private column = -1;
  private type = 'n';
  private style = 0;
  private value: string | undefined;
  private isValue = false;
  private aside = 0;
  private bytes = 0;

  constructor(part: string, workbook: Workbook, file: ReceivedFile) {
    this.part = part;
    this.workbook = workbook;
    this.file = file;
    this.events = {
      open: (name, attribute) => this.open(name, attribute),
      text: (text) => {
        if (this.isValue) this.value = `${this.value ?? ''}${text}`;
      },
      close: (name) => this.close(name),
    };
  }

  take(): readonly SheetRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === 'row') this.openRow(attribute('r'));
    else if (name === 'c') this.openCell(attribute('r'), attribute('t'), attribute('s'));
    else if (name === 'v') this.isValue = true;
    else if (name === 'rPh') this.aside += 1;
    else if (name === 't') this.isValue = this.type === 'inlineStr' && this.aside === 0;
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.aside -= 1;
    else if (name === 'c') this.closeCell();
    else if (name === 'row' && this.row.texts.length > 0) this.rows.push(this.row);
  }

  private openRow(reference: string | undefined): void {
    const number = reference === undefined ? this.row.number + 1 : +reference;
    if (!Number.isSafeInteger(number) || number <= this.row.number || number > ROWS_MAX) {
      this.refuse(`row ${reference}`);
    }
    this.row = { number, texts: [], typed: [], errors: [] };
    this.column = -1;
    this.bytes = 0;
  }

  private openCell(reference = '', type = 'n', style = '0'): void {
    const column = reference === '' ? this.column + 1 : columnOf(reference);
    if (column <= this.column) this.refuse(`cell ${reference.slice(0, 20)}`);
    this.column = column;
    this.type = type;
    this.style = +style;
    this.value = undefined;
  }

  private closeCell(): void {
    if (this.value === undefined || this.value === '') return;
    const { text, isTyped } = this.cell(this.value);
    this.value = undefined;
    if (text === '') return;
    const { limits, name } = this.file;
    if (this.column >= limits.columns) {
      throw new FileRefused(tooManyColumns(name, this.column + 1, limits.columns));
    }
    this.bytes += text.length;
    if (this.bytes > limits.rowBytes) this.tooLong();
    const { texts, typed, errors } = this.row;
    while (texts.length < this.column) {
      texts.push('');
      typed.push(false);
    }
    texts.push(text);
    typed.push(isTyped);
    if (this.type === 'e') errors.push(this.column);
  }

  private cell(value: string): { text: string; isTyped: boolean } {
    if (this.type === 's') return { text: this.shared(value), isTyped: false };
    if (this.type === 'b') return { text: value.trim() === '1' ? 'true' : 'false', isTyped: true };
    if (this.type === 'd') return { text: value, isTyped: true };
    if (this.type !== 'n') return { text: unescaped(value), isTyped: false };
    const number = exactDecimal(value.trim(), SHOWN_DIGITS);
    if (number === undefined) return { text: value, isTyped: false };
    const showsDay = this.workbook.showsDay[this.style] ?? false;
    return { text: (showsDay ? this.day(number) : undefined) ?? number, isTyped: true };
  }

  private shared(index: string): string {
    const text = this.workbook.sharedTexts[+index];
    return text ?? this.refuse(`shared text ${index.slice(0, 20)}`);
  }

  /** A day with its time, if it has one; a time without a day stays the number that it is. */
  private day(number: string): string | undefined {
    const date = readDate(number, this.workbook.is1904 ? 'serial1904' : 'serial1900');
    const fraction = number.split('.')[1];
    return date === undefined || fraction === undefined ? date : `${date}T${timeOf(fraction)}`;
  }

  private tooLong(): never {
    const row = String(this.row.number);
    const facts = { file: this.file.name, row, limit: String(this.file.limits.rowBytes) };
    throw new FileRefused(refuse('file-row-too-large', `row ${row}`, facts));
  }

  private refuse(reason: string): never {
    throw new FileRefused(xmlInvalid(this.file, this.part, reason));
  }
}

/** The column of "BC12", from 0; -1 where it is none. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d{1,7}$)/.exec(reference)?.[0] ?? '';
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const SECONDS_OF_DAY = 86_400n;

/** The fraction of a day as a time, to the second, never of the next day. */
function timeOf(fraction: string): string {
  const digits = fraction.slice(0, 12).padEnd(12, '0');
  const scale = 10n ** 12n;
  const rounded = (BigInt(digits) * SECONDS_OF_DAY + scale / 2n) / scale;
  const seconds = rounded < SECONDS_OF_DAY ? rounded : SECONDS_OF_DAY - 1n;
  const parts = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
