/**
 * What takes in one field of each row, from 0, in the bytes of `COPY … (FORMAT binary)`. Of a null it hears nothing: most
 * fields of most rows are, and to pass them over has to cost nothing.
 */
export type FieldSink = (bytes: Buffer, at: number, length: number, row: number) => void;

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags, and the length of an extension that no version has. */
const HEADER_BYTES = SIGNATURE.length + 8;
const END = -1;

/**
 * Reads what `COPY … TO STDOUT (FORMAT binary)` gives, in pieces of any length, and hands each field that is no null
 * to its sink and the end of each row to `endRow`: nothing is made of a row but what sinks make. Gives how many rows came.
 */
export async function copyBinary(
  chunks: AsyncIterable<Buffer>,
  sinks: readonly FieldSink[],
  endRow: (row: number) => void,
): Promise<number> {
  const reading = new Reading(sinks, endRow);
  for await (const chunk of chunks) reading.take(chunk);
  return reading.end();
}

class Reading {
  private readonly sinks: readonly FieldSink[];
  private readonly endRow: (row: number) => void;
  private rest: Buffer | undefined;
  private state: 'header' | 'rows' | 'end' = 'header';
  private rows = 0;

  constructor(sinks: readonly FieldSink[], endRow: (row: number) => void) {
    this.sinks = sinks;
    this.endRow = endRow;
  }

  take(chunk: Buffer): void {
    const bytes = this.rest === undefined ? chunk : Buffer.concat([this.rest, chunk]);
    let at = this.state === 'header' ? this.header(bytes) : 0;
    while (this.state === 'rows') {
      const next = this.row(bytes, at);
      if (next === at) break;
      at = next;
    }
    this.rest = at < bytes.length ? bytes.subarray(at) : undefined;
  }

  end(): number {
    if (this.state !== 'end') throw new Error(`Fault: a copy broke off after ${this.rows} rows`);
    return this.rows;
  }

  private header(bytes: Buffer): number {
    if (bytes.length < HEADER_BYTES) return 0;
    if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('Fault: no binary copy');
    this.state = 'rows';
    return HEADER_BYTES + bytes.readInt32BE(HEADER_BYTES - 4);
  }

  /** The place after the row; its own where the row has not come to its end. */
  private row(bytes: Buffer, from: number): number {
    if (from + 2 > bytes.length) return from;
    const fields = bytes.readInt16BE(from);
    if (fields === END) {
      this.state = 'end';
      return from + 2;
    }
    const { sinks } = this;
    if (fields !== sinks.length) throw new Error(`Fault: ${fields} fields where ${sinks.length} are read`);
    if (endOfRow(bytes, from + 2, fields) === undefined) return from;
    let at = from + 2;
    for (let field = 0; field < fields; field += 1) {
      const length = int32(bytes, at);
      at += 4;
      if (length < 0) continue;
      (sinks[field] as FieldSink)(bytes, at, length, this.rows);
      at += length;
    }
    this.endRow(this.rows);
    this.rows += 1;
    return at;
  }
}

function endOfRow(bytes: Buffer, from: number, fields: number): number | undefined {
  let at = from;
  for (let field = 0; field < fields; field += 1) {
    if (at + 4 > bytes.length) return undefined;
    at += 4 + Math.max(0, int32(bytes, at));
  }
  return at > bytes.length ? undefined : at;
}

export function int32(bytes: Buffer, at: number): number {
  return (
    ((bytes[at] as number) << 24) |
    ((bytes[at + 1] as number) << 16) |
    ((bytes[at + 2] as number) << 8) |
    (bytes[at + 3] as number)
  );
}

export function int16(bytes: Buffer, at: number): number {
  return (((bytes[at] as number) << 24) >> 16) | (bytes[at + 1] as number);
}
