import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { fileRefusal } from './fileRefusal.ts';
import { checkHeader, tooManyColumns } from './header.ts';
import { type JsonRecord, JsonWalk } from './jsonWalk.ts';
import type { TableReading } from './readingFormat.ts';
import { type ReceivedFile, streamBytes } from './receivedBytes.ts';
import { inBatches, type TableFile, type TableRow } from './tableFile.ts';
import { type DecodedText, withoutControls } from './utf8Text.ts';

/**
 * Opens JSON whose rows are objects: one after the other (NDJSON), or the members of a list, at the
 * top or inside. The columns are all names that any row has, so the file is read through once before.
 * Refuses: file-not-found, file-not-readable, file-too-large, file-unpacks-too-far,
 * file-path-ambiguous, file-path-missing, file-header-missing, file-columns-too-many,
 * file-text-invalid (a name), file-column-repeated, file-syntax-invalid, file-key-repeated, file-row-too-large, file-nesting-too-deep.
 */
export async function readJsonRows(
  file: ReceivedFile,
  reading: TableReading | undefined,
  batchSize: number,
): Promise<Result<TableFile>> {
  try {
    const path = reading?.path === undefined ? await findPath(file) : accept(reading.path);
    if (!path.ok) return path;
    const members = await membersOf(file, path.value);
    if (!members.ok) return members;
    const columns = checkHeader(members.value.map(textOf), file);
    if (!columns.ok) return columns;
    const { records, seal, close } = walk(file, path.value);
    return accept({
      name: file.name,
      detection: { format: 'json', path: path.value },
      columns: columns.value,
      batches: inBatches(rowsOf(records, members.value, file), batchSize),
      seal,
      close,
    });
  } catch (error) {
    const refusal = fileRefusal(error, file.path, file.name);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}

/** Objects at the outermost place where there are several, or where a list has any. */
async function findPath(file: ReceivedFile): Promise<Result<string>> {
  const { out } = streamBytes(file);
  const survey = new JsonWalk(file);
  for await (const _ of walked(out, survey));
  const found = [...survey.objects];
  const { name } = file;
  if (found.length === 0) return refused(refuse('file-header-missing', name, { file: name }));
  if ((survey.objects.get('') ?? 0) > 1) return accept('');
  const lists = found.map(([path]) => path).filter((path) => path !== '');
  const outermost = lists.filter((path) => !lists.some((other) => other !== path && isInside(path, other)));
  const [only, second] = outermost;
  if (second !== undefined) {
    return refused(refuse('file-path-ambiguous', name, { file: name, paths: outermost.join(', ') }));
  }
  return accept(only ?? '');
}

function isInside(path: string, outer: string): boolean {
  return path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

/** The names of all members that any row has, in the order in which they come. */
async function membersOf(file: ReceivedFile, path: string): Promise<Result<readonly string[]>> {
  const members = new Set<string>();
  const { records } = walk(file, path);
  for await (const batch of records) {
    for (const record of batch) for (const name of record.keys()) members.add(name);
    if (members.size > file.limits.columns) {
      return refused(tooManyColumns(file.name, members.size, file.limits.columns));
    }
  }
  if (members.size > 0) return accept([...members]);
  return refused(refuse('file-path-missing', file.name, { file: file.name, path }));
}

type Walk = Pick<TableFile, 'seal' | 'close'> & { readonly records: AsyncGenerator<readonly JsonRecord[]> };

function walk(file: ReceivedFile, path: string): Walk {
  const { out, seal } = streamBytes(file);
  const records = walked(out, new JsonWalk(file, path));
  const close = async () => {
    await out.return(undefined);
  };
  return { records, seal, close };
}

async function* walked(chunks: AsyncIterable<Buffer>, walk: JsonWalk): AsyncGenerator<readonly JsonRecord[]> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks) {
    walk.write(decoder.decode(chunk, { stream: true }));
    yield walk.take();
  }
  walk.write(decoder.decode());
  walk.end();
  yield walk.take();
}

async function* rowsOf(
  records: AsyncGenerator<readonly JsonRecord[]>,
  members: readonly string[],
  file: ReceivedFile,
): AsyncGenerator<Result<TableRow>> {
  let row = 0;
  try {
    for await (const batch of records) {
      for (const record of batch) {
        row += 1;
        yield accept(tableRow(row, record, members));
      }
    }
  } catch (error) {
    const refusal = fileRefusal(error, file.path, file.name);
    if (refusal === undefined) throw error;
    yield refused(refusal);
  } finally {
    await records.return(undefined);
  }
}

function tableRow(row: number, record: JsonRecord, members: readonly string[]): TableRow {
  const texts: string[] = [];
  const typed: boolean[] = [];
  const damaged: number[] = [];
  for (const [index, member] of members.entries()) {
    const cell = record.get(member);
    const { text, isIntact } = textOf(cell?.text ?? '');
    texts.push(text);
    typed.push(cell?.isTyped ?? false);
    if (!isIntact) damaged.push(index);
  }
  return { row, texts, typed, damaged };
}

/** U+FFFD stands where bytes were no UTF-8, and where text had half a pair or a control character. */
function textOf(text: string): DecodedText {
  const clean = withoutControls(text.toWellFormed()).text;
  return { text: clean, isIntact: !clean.includes('\ufffd') };
}
