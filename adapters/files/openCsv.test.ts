import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILE_LIMITS } from './fileLimits.ts';
import { openTable } from './openTable.ts';
import { holdTable, type TableOptions } from './tableFile.ts';

async function collectCsv(path: string, options: TableOptions = {}) {
  return holdTable(await openTable(path, options));
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: string | Uint8Array, options: TableOptions & { name?: string } = {}) {
  const path = join(folder, options.name ?? 'a.csv');
  await writeFile(path, bytes);
  const file = await collectCsv(path, options);
  return file.ok
    ? { columns: file.value.columns, rows: file.value.rows.map((row) => row.texts), file: file.value }
    : { refusals: file.refusals };
}

describe('delimited files in our own form', () => {
  it.each([
    ['plain', 'a,b\n1,2\n', [['1', '2']]],
    ['no last line end', 'a,b\n1,2', [['1', '2']]],
    ['Windows line ends', 'a,b\r\n1,2\r\n', [['1', '2']]],
    [
      'mixed line ends',
      'a,b\r\n1,2\n3,4\r5,6',
      [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    ['byte order mark before a quote', '\ufeff"a",b\n1,2\n', [['1', '2']]],
    ['quotes, commas and line ends in a field', 'a,b\n"x, ""y""","1\n2"\n', [['x, "y"', '1\n2']]],
    ['letters beyond ASCII', 'a,b\nMère,北京\n', [['Mère', '北京']]],
    ['white space is kept', 'a,b\n 1 ,\t2\n', [[' 1 ', '\t2']]],
    ['too few, too many, none', 'a,b\n1\n1,2,3\n\n', [['1'], ['1', '2', '3'], ['']]],
    ['header only', 'a,b\n', []],
  ])('reads: %s', async (_, text, rows) => {
    expect(await read(text)).toMatchObject({ columns: ['a', 'b'], rows });
  });

  it('hashes and counts the bytes as received, packed or not', async () => {
    const plain = Buffer.from('a,b\n1,2\n');
    for (const [name, bytes] of [
      ['a.csv', plain],
      ['a.csv.gz', gzipSync(plain)],
    ] as const) {
      const { file } = await read(bytes, { name });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(file?.seal).toEqual({ sha256, bytes: bytes.length });
      expect(file?.rows).toEqual([{ row: 1, texts: ['1', '2'], damaged: [] }]);
    }
  });

  it('marks the fields whose bytes are no text and keeps the rest of the row', async () => {
    const { file } = await read(Buffer.from('a,b\nx,M\xe8re\ny\x00,ok\nz,1\n', 'latin1'));
    expect(file?.rows).toEqual([
      { row: 1, texts: ['x', 'M\ufffdre'], damaged: [1] },
      { row: 2, texts: ['y\ufffd', 'ok'], damaged: [0] },
      { row: 3, texts: ['z', '1'], damaged: [] },
    ]);
  });

  it.each([
    ['an empty file', '', 'file-header-missing', 'a.csv'],
    ['a repeated column', 'a,b,a\n', 'file-column-repeated', 'header'],
    ['a header that is no UTF-8', Buffer.from('a,\xff\n', 'latin1'), 'file-text-invalid', 'header'],
    ['UTF-16', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), 'file-text-invalid', 'header'],
    ['a quote never closed', 'a,b\n1,2\n1,"2\n', 'file-quotes-broken', 'row 2'],
    ['a quote inside a plain field', 'a,b\n1,2\n1,2\n1,2"3"\n', 'file-quotes-broken', 'row 3'],
    ['text after a closing quote', 'a,b\n"1"x,2\n', 'file-quotes-broken', 'row 1'],
  ])('refuses: %s', async (_, bytes, code, at) => {
    expect(await read(bytes)).toEqual({ refusals: [expect.objectContaining({ code, at })] });
  });

  it('refuses what is not there, is a folder, or is a damaged .gz', async () => {
    const codeOf = async (path: string) => {
      const file = await collectCsv(path);
      return file.ok ? 'read' : file.refusals.map((refusal) => refusal.code);
    };
    expect(await codeOf(join(folder, 'none.csv'))).toEqual(['file-not-found']);
    expect(await codeOf(folder)).toEqual(['file-not-readable']);
    const packed = gzipSync(`a,b\n${'1,2\n'.repeat(1000)}`);
    await writeFile(join(folder, 'cut.csv.gz'), packed.subarray(0, packed.length - 9));
    expect(await codeOf(join(folder, 'cut.csv.gz'))).toEqual(['file-not-readable']);
    await writeFile(join(folder, 'more.csv.gz'), Buffer.concat([packed, Buffer.from('a,b\n9,9\n')]));
    expect(await codeOf(join(folder, 'more.csv.gz'))).toEqual(['file-not-readable']);
    await writeFile(join(folder, 'false.csv.gz'), 'a,b\n1,2\n');
    expect(await codeOf(join(folder, 'false.csv.gz'))).toEqual(['file-not-readable']);
  });

  it('refuses what is larger than allowed, unpacked too', async () => {
    const text = `a,b\n${'1,2\n'.repeat(1000)}`;
    const limits = { ...FILE_LIMITS, fileBytes: text.length - 1 };
    const refusals = [expect.objectContaining({ code: 'file-too-large' })];
    expect(await read(text, { limits })).toEqual({ refusals });
    expect(await read(gzipSync(text), { limits, name: 'a.csv.gz' })).toEqual({ refusals });
    expect(await read(text, { limits: { ...limits, fileBytes: text.length } })).toHaveProperty('rows');
    const rowLimits = { ...FILE_LIMITS, rowBytes: 100 };
    expect(await read(`a,b\n1,2\n1,"${'x'.repeat(200)}"\n`, { limits: rowLimits })).toEqual({
      refusals: [expect.objectContaining({ code: 'file-row-too-large', at: 'row 2' })],
    });
  });

  it('gives batches of the size asked for, and lets go of a file left early', async () => {
    await writeFile(join(folder, 'b.csv'), `a\n${'1\n'.repeat(2500)}`);
    const sizes: number[] = [];
    const file = await openTable(join(folder, 'b.csv'), { batchSize: 1000 });
    if (!file.ok) throw new Error('refused');
    for await (const batch of file.value.batches) sizes.push(batch.ok ? batch.value.length : -1);
    expect(sizes).toEqual([1000, 1000, 500]);
    const left = await openTable(join(folder, 'b.csv'), { batchSize: 10 });
    if (!left.ok) throw new Error('refused');
    for await (const batch of left.value.batches) {
      expect(batch.ok && batch.value.length).toBe(10);
      break;
    }
  });

  it('reads back whatever texts were written', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'é', '中', '😀', ' '),
      maxLength: 8,
    });
    const rows = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { maxLength: 20 });
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const text = ['h', ...written.map((row) => row.map(quote).join(','))].join('\n');
        expect((await read(text)).rows).toEqual(written);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
