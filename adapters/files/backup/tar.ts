/** Entries of a tar archive: a header and contents, each filled up to whole blocks. */
export const BLOCK = 512;

/** What stands after the last entry. */
export const END = Buffer.alloc(2 * BLOCK);

/** The header of an ordinary file, as POSIX ustar has it. */
export function tarHeader(name: string, size: number, seconds: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number) =>
    header.write(value.toString(8).padStart(length - 1, '0'), at, 'ascii');
  header.write(name, 0, 100, 'ascii');
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(seconds, 136, 12);
  header.write('0', 156, 'ascii');
  header.write('ustar\u000000', 257, 'ascii');
  octal(checksum(header), 148, 7);
  header.write(' ', 155, 'ascii');
  return header;
}

/** How many zero bytes fill an entry of this size up to whole blocks. */
export function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

/** Name and size of an entry; undefined where the block is no header that `tarHeader` makes. */
export function parseTarHeader(block: Buffer): { name: string; size: number; seconds: number } | undefined {
  const name = textOf(block.subarray(0, 100));
  const size = octalOf(block.subarray(124, 136));
  const seconds = octalOf(block.subarray(136, 148));
  if (size === undefined || seconds === undefined || name === '') return undefined;
  return tarHeader(name, size, seconds).equals(block) ? { name, size, seconds } : undefined;
}

/** The sum of all bytes, those of the checksum itself taken for spaces. */
function checksum(header: Buffer): number {
  const copy = Buffer.from(header);
  copy.fill(' ', 148, 156);
  return copy.reduce((sum, byte) => sum + byte, 0);
}

function textOf(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('ascii', 0, end < 0 ? field.length : end);
}

function octalOf(field: Buffer): number | undefined {
  const text = textOf(field);
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined;
}
