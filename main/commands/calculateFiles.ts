import { basename } from 'node:path';
import { readAdjustments } from '../../adapters/files/readAdjustments.ts';
import { readAgreement } from '../../adapters/files/readAgreement.ts';
import { readBooked } from '../../adapters/files/readBooked.ts';
import { collectLines } from '../../adapters/files/readLines.ts';
import { readMaster } from '../../adapters/files/readMaster.ts';
import { readLineSource } from '../../adapters/files/readSource.ts';
import type { BookedAmount, FileCalculation, LineFileRows } from '../../app/calculation/calculateLines.ts';
import { masterOf } from '../../app/masterOf.ts';
import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { type LocalDate, parseDate } from '../../core/calendar/localDate.ts';
import { minorDigits } from '../../core/money/currency.ts';
import { atScale } from '../../core/number/decimal.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';

/** The files and days of a calculation without a database, as the command line names them. */
export type CalculateFiles = {
  readonly agreement: string;
  readonly lines: readonly string[];
  readonly source?: string;
  readonly master?: string;
  readonly effective?: string;
  readonly known?: string;
  readonly booked?: string;
  readonly adjustments?: string;
};

/** What a calculation needs, and the agreement as it stands in its file. */
export type ReadCalculation = FileCalculation & { readonly written: Json };

/** Reads everything that a calculation needs, or says everything that is wrong with it. */
export async function readCalculation(
  files: CalculateFiles,
  today: LocalDate,
  onRead: (file: string, rows: number) => void,
): Promise<Result<ReadCalculation>> {
  const refusals: Refusal[] = [];
  const take = <T>(result: Result<T>): T | undefined => {
    if (result.ok) return result.value;
    refusals.push(...result.refusals);
    return undefined;
  };
  const file = take(await readAgreement(files.agreement));
  const agreement = file && take(decodeAgreement(file.parsed));
  const rows = take(await rowsOf(files, onRead));
  const master = files.master === undefined ? undefined : take(await masterFile(files.master));
  const effective = take(dayOf('--effective', files.effective));
  const known = take(dayOf('--known', files.known));
  const booked = agreement && files.booked ? take(await bookedOf(files.booked, agreement)) : undefined;
  const adjustments =
    agreement && files.adjustments !== undefined
      ? take(await readAdjustments(files.adjustments, agreement.currency))
      : undefined;
  if (!file || !agreement || !rows || refusals.length > 0) return refused(...refusals);
  return accept({
    agreement,
    written: file.parsed as Json,
    files: rows,
    ...(master && { master }),
    effective: effective ?? today,
    ...(known !== undefined && { known }),
    ...(booked && { booked }),
    ...(adjustments && { adjustments }),
  });
}

/** An agreement file, decoded. Refuses: those of readAgreement and decodeAgreement. */
export async function agreementOf(path: string): Promise<Result<Agreement>> {
  const file = await readAgreement(path);
  return file.ok ? decodeAgreement(file.value.parsed) : file;
}

/** Lines of files, through the description of another system where one is named. */
export async function rowsOf(
  files: Pick<CalculateFiles, 'lines' | 'source'>,
  onRead: (file: string, rows: number) => void,
): Promise<Result<readonly LineFileRows[]>> {
  const source = files.source === undefined ? undefined : await readLineSource(files.source);
  if (source !== undefined && !source.ok) return source;
  const taken: LineFileRows[] = [];
  for (const path of files.lines) {
    const read = await collectLines(path, source === undefined ? {} : { source: source.value });
    if (!read.ok) return read;
    const { document, rows } = read.value;
    onRead(basename(path), rows.length);
    taken.push({ sha256: document.sha256, rows });
  }
  return accept(taken);
}

async function masterFile(path: string) {
  const rows = await readMaster(path);
  return rows.ok ? accept(masterOf(rows.value)) : rows;
}

/** An ISO day of an option; undefined where the option is not given. */
export function dayOf(option: string, text: string): Result<LocalDate>;
export function dayOf(option: string, text: string | undefined): Result<LocalDate | undefined>;
export function dayOf(option: string, text: string | undefined): Result<LocalDate | undefined> {
  const day = text === undefined ? undefined : parseDate(text);
  if (text === undefined || day !== undefined) return accept(day);
  return refused(
    refuse('argument-invalid', option, { argument: option, value: text, expected: 'YYYY-MM-DD' }),
  );
}

async function bookedOf(path: string, agreement: Agreement): Promise<Result<readonly BookedAmount[]>> {
  const file = await readBooked(path);
  if (!file.ok) return file;
  const { currency } = agreement;
  const digits = minorDigits(currency) ?? 0;
  const tooFine = file.value.findIndex(({ booked }) => booked.scale > digits);
  if (tooFine >= 0) {
    const facts = { file: basename(path), reason: 'amount-finer-than-currency', currency };
    return refused(refuse('booked-invalid', `[${tooFine}].booked`, facts));
  }
  return accept(
    file.value.map(({ term, partner, window, booked }) => ({
      account: { term, partner, window, currency },
      bookedMinor: atScale(booked, digits),
    })),
  );
}
