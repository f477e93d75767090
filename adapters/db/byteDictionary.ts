import type { FieldSink } from './copyBinary.ts';

/** What gives a new value its code, and takes in codes. Rows that are passed over have no value. */
type CodeSink = {
  readonly append: (value: unknown) => number;
  readonly padTo: (row: number) => void;
  readonly pushCode: (code: number) => void;
};

/** FNV-1a, 32 bits: short texts, looked up for every row. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Tells texts apart by their bytes, so that a string is made of each only once, however many rows
 * have it. `codedValue` makes the value of a text.
 */
export function byteDictionary(
  sink: CodeSink,
  codedValue: (text: string) => unknown = (text) => text,
  skipped = 0,
): FieldSink {
  const known = new KnownBytes();
  return (bytes, from, size, row) => {
    sink.padTo(row);
    const at = from + skipped;
    const length = size - skipped;
    let code = known.find(bytes, at, length);
    if (code < 0) {
      code = sink.append(codedValue(bytes.toString('utf8', at, at + length)));
      known.add(bytes, at, length, code);
    }
    sink.pushCode(code);
  };
}

/** Texts as bytes one after the other, in a table of open places. */
class KnownBytes {
  private slots = new Int32Array(1024).fill(-1);
  private hashes = new Int32Array(512);
  private codes = new Int32Array(512);
  private starts = new Uint32Array(513);
  private bytes = Buffer.alloc(8192);
  private count = 0;
  private last = 0;
  /** Of the text that was looked for last. */
  private hash = 0;

  /** The code of the text, or −1: then `add` gives it one. */
  find(bytes: Buffer, at: number, length: number): number {
    // Rows in a row often say the same: a document, a day, a unit.
    if (this.count > 0 && this.is(this.last, bytes, at, length)) return this.codes[this.last] as number;
    let hash = OFFSET | 0;
    for (let byte = at; byte < at + length; byte += 1)
      hash = Math.imul(hash ^ (bytes[byte] as number), PRIME);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot] as number;
      if (entry < 0) break;
      if (this.hashes[entry] === hash && this.is(entry, bytes, at, length)) {
        this.last = entry;
        return this.codes[entry] as number;
      }
    }
    this.hash = hash;
    return -1;
  }

  /** The code of the text that was looked for just now, and not found. */
  add(bytes: Buffer, at: number, length: number, code: number): void {
    if (2 * (this.count + 1) > this.slots.length) this.grow();
    const start = this.starts[this.count] as number;
    if (start + length > this.bytes.length) {
      this.bytes = Buffer.concat([this.bytes], Math.max(2 * this.bytes.length, start + length));
    }
    bytes.copy(this.bytes, start, at, at + length);
    this.starts[this.count + 1] = start + length;
    this.hashes[this.count] = this.hash;
    this.codes[this.count] = code;
    this.place(this.count);
    this.last = this.count;
    this.count += 1;
  }

  private is(entry: number, bytes: Buffer, at: number, length: number): boolean {
    const start = this.starts[entry] as number;
    if ((this.starts[entry + 1] as number) - start !== length) return false;
    const own = this.bytes;
    for (let byte = 0; byte < length; byte += 1) if (own[start + byte] !== bytes[at + byte]) return false;
    return true;
  }

  private place(entry: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.hashes[entry] as number) & mask;
    while ((this.slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    this.slots[slot] = entry;
  }

  private grow(): void {
    const size = 2 * this.slots.length;
    this.slots = new Int32Array(size).fill(-1);
    this.hashes = longer(this.hashes, new Int32Array(size / 2));
    this.codes = longer(this.codes, new Int32Array(size / 2));
    this.starts = longer(this.starts, new Uint32Array(size / 2 + 1));
    for (let entry = 0; entry < this.count; entry += 1) this.place(entry);
  }
}

function longer<T extends Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
