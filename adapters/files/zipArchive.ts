import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { FileRefused } from './fileRefusal.ts';
import { type ReceivedFile, unpacksTooFar } from './receivedBytes.ts';

/** A packed file that is looked into part by part; nothing of it is written to disk. */
export type Archive = {
  readonly has: (part: string) => boolean;
  /**
   * The bytes of a part. Throws FileRefused: file-archive-invalid (sizes or checksum that are not
   * what the archive says), file-unpacks-too-far, file-too-large.
   */
  readonly read: (part: string, limit?: number) => AsyncGenerator<Buffer>;
  readonly close: () => void;
};

/**
 * Opens a zip archive and looks at its list of parts, before anything is unpacked.
 * Throws FileRefused: file-archive-invalid, file-archive-too-many, file-unpacks-too-far.
 */
export async function openArchive(file: ReceivedFile): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false };
  const { path, whole } = file;
  const zip = await orInvalid(
    file,
    whole === undefined ? openPromise(path, options) : fromBufferPromise(whole, options),
  );
  try {
    const parts = await partsOf(zip, file);
    return {
      has: (part) => parts.has(part),
      read: (part, limit = file.limits.fileBytes) => readPart(zip, parts.get(part), file, limit),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function partsOf(zip: ZipFile, file: ReceivedFile): Promise<ReadonlyMap<string, Entry>> {
  const { name, limits } = file;
  if (zip.entryCount > limits.archiveFiles) {
    const facts = { file: name, found: String(zip.entryCount), limit: String(limits.archiveFiles) };
    throw new FileRefused(refuse('file-archive-too-many', name, facts));
  }
  const parts = new Map<string, Entry>();
  const list = async () => {
    for await (const entry of zip.eachEntry()) {
      if (parts.has(entry.fileName)) throw new FileRefused(invalid(file, `${entry.fileName}: twice`));
      if (entry.isEncrypted()) throw new FileRefused(invalid(file, 'encrypted'));
      checkSizes(entry, file);
      parts.set(entry.fileName, entry);
    }
  };
  await orInvalid(file, list());
  return parts;
}

/** A bomb says what it is, if its sizes are true; if they are not, it ends while it is unpacked. */
function checkSizes({ uncompressedSize, compressedSize }: Entry, file: ReceivedFile): void {
  const { unpackedFree, unpackedTimes } = file.limits;
  if (uncompressedSize <= unpackedFree) return;
  if (uncompressedSize > compressedSize * unpackedTimes) {
    throw new FileRefused(unpacksTooFar(file.name, file.limits));
  }
}

async function* readPart(
  zip: ZipFile,
  entry: Entry | undefined,
  file: ReceivedFile,
  limit: number,
): AsyncGenerator<Buffer> {
  if (entry === undefined) throw new Error('Fault: a part that is not there');
  if (entry.uncompressedSize > limit) throw new FileRefused(partTooLarge(entry, file, limit));
  let check = 0;
  try {
    for await (const chunk of chunksOf(zip, entry, file)) {
      check = crc32(chunk, check);
      yield chunk;
    }
  } catch (error) {
    throw asRefused(error, file);
  }
  if (check !== entry.crc32) throw new FileRefused(invalid(file, `${entry.fileName}: checksum`));
}

/** Unpacking so little at once takes less time than handing it to another thread. */
const SMALL_PART = 64 * 1024;

async function* chunksOf(zip: ZipFile, entry: Entry, { whole }: ReceivedFile): AsyncGenerator<Buffer> {
  if (whole === undefined || entry.uncompressedSize > SMALL_PART || entry.compressionMethod !== 8) {
    yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
    return;
  }
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = whole.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const part = inflatedUpTo(packed, entry.uncompressedSize);
  if (part.length !== entry.uncompressedSize)
    throw new Error(`${part.length} of ${entry.uncompressedSize} bytes`);
  if (part.length > 0) yield part;
}

/** Unpacks no more than one byte beyond what is said, whatever there is. */
function inflatedUpTo(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch (error) {
    const isMore = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isMore ? new Error(`more than ${size} bytes`) : error;
  }
}

function partTooLarge(entry: Entry, file: ReceivedFile, limit: number): Refusal {
  const facts = { file: file.name, part: entry.fileName, limit: String(limit) };
  return refuse('file-part-too-large', file.name, facts);
}

function invalid({ name }: ReceivedFile, reason: string): Refusal {
  return refuse('file-archive-invalid', name, { file: name, reason });
}

async function orInvalid<T>(file: ReceivedFile, promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw asRefused(error, file);
  }
}

/** What the unpacking says against an archive; errors of the disk go on as they are. */
function asRefused(error: unknown, file: ReceivedFile): unknown {
  const isOfDisk = error instanceof Error && 'code' in error && !String(error.code).startsWith('Z_');
  if (error instanceof FileRefused || isOfDisk || !(error instanceof Error)) return error;
  return new FileRefused(invalid(file, error.message));
}
