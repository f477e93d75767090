import { gzipSync } from 'node:zlib';
import { sheetXml, type TestWorkbook, workbookBytes } from './workbook.ts';
import { zipBytes } from './zip.ts';

/** A file that would cost far more to read than to send, and how it has to be refused. */
export type FileBomb = {
  readonly name: string;
  readonly code: string;
  readonly bytes: () => Promise<Buffer> | Buffer;
};

export const MB = 1024 ** 2;
export const SHEET = 'xl/worksheets/sheet1.xml';
export const ONE: TestWorkbook = { sheets: [{ name: 'S', rows: [['a'], ['x']] }] };
export const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A plain workbook with one part in the place of another. */
export const withPart = (part: string, text: string | Buffer) =>
  workbookBytes({ ...ONE, parts: { [part]: text } });
export const sheet = (inner: string) => `<worksheet ${NS}><sheetData>${inner}</sheetData></worksheet>`;

/** Sends of what a stranger could send; sizes are as small as each bomb allows. */
export const FILE_BOMBS: readonly FileBomb[] = [
  {
    name: 'a sheet that unpacks to 1,000 times its size',
    code: 'file-unpacks-too-far',
    bytes: () => withPart(SHEET, sheet(`<row r="1">${' '.repeat(100 * MB)}</row>`)),
  },
  {
    name: 'shared texts that unpack to 1,000 times their size',
    code: 'file-unpacks-too-far',
    bytes: () => withPart('xl/sharedStrings.xml', `<sst ${NS}>${'<si><t>a</t></si>'.repeat(4 * MB)}</sst>`),
  },
  {
    name: 'shared texts of 64 MB that pack badly',
    code: 'file-part-too-large',
    bytes: () =>
      withPart('xl/sharedStrings.xml', Buffer.concat([Buffer.from(`<sst ${NS}>`), noise(64 * MB)])),
  },
  {
    name: 'sizes that are less than what is unpacked',
    code: 'file-archive-invalid',
    bytes: async () => withSize(await withPart(SHEET, sheet('<a/>'.repeat(2 * MB))), 1000),
  },
  {
    name: 'sizes that are more than what is unpacked',
    code: 'file-archive-invalid',
    bytes: async () => withSize(await withPart(SHEET, sheet('<a/>'.repeat(2 * MB))), 9 * MB),
  },
  {
    name: '100,000 parts',
    code: 'file-archive-too-many',
    bytes: () => manyParts(100_000),
  },
  {
    name: 'a zip inside a zip',
    code: 'file-format-unknown',
    bytes: async () => zipOf('inner.xlsx', await workbookBytes(ONE)),
  },
  {
    name: 'a part that climbs out of its folder',
    code: 'file-archive-invalid',
    bytes: () => zipOf('../../etc/passwd', Buffer.from('x')),
  },
  {
    name: 'a part that is there twice',
    code: 'file-archive-invalid',
    bytes: () => zipOf('a', Buffer.from('x'), 2),
  },
  {
    name: 'entities that grow',
    code: 'file-xml-invalid',
    bytes: () =>
      withPart(
        'xl/sharedStrings.xml',
        `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst ${NS}><si><t>&b;</t></si></sst>`,
      ),
  },
  {
    name: 'rows of 16,384 cells',
    code: 'file-columns-too-many',
    bytes: () => withPart(SHEET, sheetXml(Array.from({ length: 50 }, () => Array(16_384).fill('x')))),
  },
  {
    name: 'one cell in the last column',
    code: 'file-columns-too-many',
    bytes: () => withPart(SHEET, sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
  },
  {
    name: '100,000 styles',
    code: 'file-xml-invalid',
    bytes: () =>
      withPart('xl/styles.xml', `<styleSheet ${NS}><cellXfs>${styles(100_000)}</cellXfs></styleSheet>`),
  },
  {
    name: 'a text without end in a cell',
    code: 'file-xml-invalid',
    bytes: () => withPart(SHEET, Buffer.concat([Buffer.from(sheet('').slice(0, -30)), noise(8 * MB)])),
  },
  {
    name: 'an attribute without end',
    code: 'file-xml-invalid',
    bytes: () => withPart(SHEET, `<worksheet a="${letters(8 * MB)}`),
  },
  {
    name: 'a comment without end',
    code: 'file-xml-invalid',
    bytes: () => withPart(SHEET, `<worksheet><!--${letters(8 * MB)}`),
  },
  {
    name: '100,000 tags inside each other',
    code: 'file-xml-invalid',
    bytes: () => withPart(SHEET, `<worksheet>${'<a>'.repeat(100_000)}`),
  },
  {
    name: 'a .gz that unpacks to 1,000 times its size',
    code: 'file-unpacks-too-far',
    bytes: () => gzipSync(Buffer.from(`a,b\n${'1,2\n'.repeat(25 * MB)}`)),
  },
  { name: 'a line without end', code: 'file-row-too-large', bytes: () => Buffer.alloc(64 * MB, 'x') },
  {
    name: 'a quote that is never closed',
    code: 'file-row-too-large',
    bytes: () => Buffer.from(`a,b\n"${'x\n'.repeat(16 * MB)}`),
  },
  {
    name: 'a header of 16,384 columns',
    code: 'file-columns-too-many',
    bytes: () => Buffer.from(`${Array.from({ length: 16_384 }, (_, n) => n).join(',')}\n`),
  },
  {
    name: 'lists inside each other',
    code: 'file-nesting-too-deep',
    bytes: () => Buffer.from(`[${'['.repeat(MB)}`),
  },
  {
    name: 'objects inside each other',
    code: 'file-nesting-too-deep',
    bytes: () => Buffer.from(`[${'{"a":'.repeat(100_000)}`),
  },
  {
    name: 'a text of JSON without end',
    code: 'file-row-too-large',
    bytes: () => Buffer.from(`[{"a":"${'x'.repeat(32 * MB)}`),
  },
  {
    name: 'a number of JSON without end',
    code: 'file-row-too-large',
    bytes: () => Buffer.from(`[{"a":${'9'.repeat(8 * MB)}`),
  },
  {
    name: 'other names in every row of JSON',
    code: 'file-columns-too-many',
    bytes: () => Buffer.from(Array.from({ length: 50_000 }, (_, n) => `{"k${n}":1}`).join('\n')),
  },
];

/** Bytes that do not pack, without anything that XML would take for a sign. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 20_261_129;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = 97 + ((state >>> 16) % 26);
  }
  return bytes;
}

function letters(length: number): string {
  return noise(length).toString('latin1');
}

export function styles(count: number): string {
  return Array.from({ length: count }, (_, n) => `<xf numFmtId="${n % 400}" fontId="${n % 97}"/>`).join('');
}

/** A zip written by hand, so that it may hold what no program would write. */
function zipOf(name: string, content: Buffer, times = 1): Buffer {
  return zipBytes(Array.from({ length: times }, () => ({ name, content })));
}

function manyParts(count: number): Buffer {
  const content = Buffer.from('x');
  return zipBytes(Array.from({ length: count }, (_, n) => ({ name: `p${n}`, content })));
}

/** The same archive, saying of its largest part that it has another size. */
export function withSize(bytes: Buffer, size: number): Buffer {
  const changed = Buffer.from(bytes);
  const central = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = changed.indexOf(central); at >= 0; at = changed.indexOf(central, at + 4)) {
    if (changed.readUInt32LE(at + 24) > MB) changed.writeUInt32LE(size, at + 24);
  }
  return changed;
}
