import { isAscii } from 'node:buffer';
import { decideEncoding } from '../../core/reading/decideEncoding.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { fileRefusal } from './fileRefusal.ts';
import type { Encoding } from './readingFormat.ts';
import { type ReceivedFile, streamBytes } from './receivedBytes.ts';

/** Bytes of lines beyond ASCII that are looked at closely. */
const SAMPLE = 256 * 1024;
/** Places that are no UTF-8 in a file that is: at most one in so many that are. */
const GOOD_PER_BAD = 20;

/**
 * The encoding of a whole file, as far as its bytes say it: a byte order mark, well-formed UTF-8, the
 * zeros of UTF-16, and else what `decideEncoding` finds. A file of UTF-8 with few damaged places is
 * UTF-8: their rows are refused one by one.
 * Refuses: file-encoding-ambiguous, file-row-too-large (an endless line), and those of the bytes.
 */
export async function findEncoding(file: ReceivedFile): Promise<Result<Encoding>> {
  const survey = new Survey(file);
  try {
    const { out } = streamBytes(file);
    for await (const chunk of out) {
      const early = survey.add(chunk);
      if (early !== undefined) return early;
    }
  } catch (error) {
    const refusal = fileRefusal(error, file.path, file.name);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
  return survey.verdict();
}

class Survey {
  private readonly file: ReceivedFile;
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private isUtf8 = true;
  private head: Buffer | undefined;
  private line = 0;
  private lines = 1;
  private readonly sample: Buffer[] = [];
  private sampled = 0;
  private rest: Buffer = Buffer.alloc(0);

  constructor(file: ReceivedFile) {
    this.file = file;
  }

  /** What can be said before the end. */
  add(chunk: Buffer): Result<Encoding> | undefined {
    if (this.head === undefined) {
      this.head = chunk.subarray(0, 4096);
      const marked = byMark(this.head) ?? byZeros(this.head);
      if (marked !== undefined) return accept(marked);
    }
    if (this.isEndless(chunk)) {
      const facts = {
        file: this.file.name,
        row: String(this.lines),
        limit: String(this.file.limits.rowBytes),
      };
      return refused(refuse('file-row-too-large', `row ${this.lines}`, facts));
    }
    this.validate(chunk);
    if (this.sampled < SAMPLE) this.keepLines(chunk);
    return undefined;
  }

  verdict(): Result<Encoding> {
    if (this.isUtf8 && this.endsWell()) return accept('utf-8');
    this.keep([this.rest]);
    const bytes = Buffer.concat(this.sample);
    if (isMostlyUtf8(bytes)) return accept('utf-8');
    const decoded = { gb18030: decode(bytes, 'gb18030'), 'windows-1252': decode(bytes, 'windows-1252') };
    const decided = decideEncoding(decoded);
    return decided === undefined ? refused(ambiguous(this.file.name, bytes)) : accept(decided);
  }

  /** A line may be long, but not longer than a row; rows of several lines are cut elsewhere. */
  private isEndless(chunk: Buffer): boolean {
    const first = lineEnd(chunk);
    if (first < 0) {
      this.line += chunk.length;
      return this.line > this.file.limits.rowBytes;
    }
    this.line = chunk.length - Math.max(chunk.lastIndexOf(10), chunk.lastIndexOf(13));
    this.lines += 1;
    return false;
  }

  private validate(chunk: Buffer): void {
    if (!this.isUtf8) return;
    try {
      this.utf8.decode(chunk, { stream: true });
    } catch {
      this.isUtf8 = false;
    }
  }

  private endsWell(): boolean {
    try {
      this.utf8.decode();
      return true;
    } catch {
      return false;
    }
  }

  /** Only lines with something beyond ASCII say anything, wherever they stand in the file. */
  private keepLines(chunk: Buffer): void {
    const sign = chunk.includes(10) ? 10 : 13;
    if (isAscii(chunk) && isAscii(this.rest)) {
      this.rest = chunk.subarray(chunk.lastIndexOf(sign) + 1);
      return;
    }
    const bytes = Buffer.concat([this.rest, chunk]);
    const lines: Buffer[] = [];
    let from = 0;
    for (let end = bytes.indexOf(sign); end >= 0; end = bytes.indexOf(sign, from)) {
      lines.push(bytes.subarray(from, end + 1));
      from = end + 1;
    }
    this.keep(lines);
    this.rest = bytes.subarray(from);
  }

  private keep(lines: readonly Buffer[]): void {
    const kept = lines.filter((line) => {
      const isKept = this.sampled < SAMPLE && !isAscii(line);
      if (isKept) this.sampled += line.length;
      return isKept;
    });
    // A part of a chunk would hold the whole chunk in memory, and many short lines more than their bytes.
    this.sample.push(Buffer.concat(kept));
  }
}

function lineEnd(chunk: Buffer): number {
  const newline = chunk.indexOf(10);
  return newline >= 0 ? newline : chunk.indexOf(13);
}

function byMark(head: Buffer): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

/** Delimiters, digits and line ends of UTF-16 have a zero in one of their two bytes, always the same one. */
function byZeros(head: Buffer): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const least = head.length / 8;
  if (odd > least && even === 0) return 'utf-16le';
  return even > least && odd === 0 ? 'utf-16be' : undefined;
}

/** Sequences that are UTF-8 against those that are none. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let bad = 0;
  let good = 0;
  for (const character of text) {
    if (character === '\ufffd') bad += 1;
    else if (character > '\u007f') good += 1;
  }
  return good >= bad * GOOD_PER_BAD;
}

function decode(bytes: Buffer, encoding: Encoding): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // Windows-1252 has no character for a few bytes; decoders make control characters of them.
    return /[\u0080-\u009f]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

const SHOWN = 24;

/** What each encoding would make of the first place that tells them apart. */
function ambiguous(file: string, bytes: Buffer): Refusal {
  const at = Math.max(0, bytes.findIndex((byte) => byte > 127) - 4);
  const piece = bytes.subarray(at, at + SHOWN);
  const shown = (['gb18030', 'windows-1252'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(piece).split(/[\r\n]/)[0] ?? '';
    return `${encoding} “${text}”`;
  });
  return refuse('file-encoding-ambiguous', file, { file, readings: shown.join(', ') });
}

/** Bytes of another encoding to UTF-8, so that the rest of the way is the same for all. */
export function toUtf8(encoding: Encoding): ((chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>)[] {
  if (encoding === 'utf-8') return [];
  return [
    async function* (chunks) {
      const decoder = new TextDecoder(encoding);
      for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
      const rest = decoder.decode();
      if (rest !== '') yield Buffer.from(rest, 'utf8');
    },
  ];
}
