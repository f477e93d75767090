import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable } from './openTable.ts';
import type { TableReading } from './readingFormat.ts';
import { holdTable } from './tableFile.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'json-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string | Buffer, reading?: TableReading) {
  const path = join(folder, 'a.json');
  await writeFile(path, text);
  const held = await holdTable(await openTable(path, reading === undefined ? {} : { reading }));
  if (!held.ok) return { refusals: held.refusals.map(({ code, at }) => `${code} ${at}`) };
  const { columns, detection, rows } = held.value;
  return { columns, path: detection.path, rows: rows.map(({ texts }) => texts), whole: rows };
}

describe('rows of JSON', () => {
  it.each([
    ['a list', '[{"a":"x","b":1.10},{"b":null,"a":"y"}]', '[]'],
    ['one object a line', '{"a":"x","b":1.10}\n{"b":null,"a":"y"}\n', ''],
    ['a list inside', '{"meta":{"n":2},"data":{"items":[{"a":"x","b":1.10},{"a":"y"}]}}', 'data.items[]'],
    ['with white space', '\n [ {"a" : "x" ,\t"b": 1.10 } , {"a":"y"} ] \n', '[]'],
  ])('are read from %s', async (_, text, path) => {
    expect(await read(text)).toMatchObject({
      columns: ['a', 'b'],
      path,
      rows: [
        ['x', '1.10'],
        ['y', ''],
      ],
    });
  });

  it('keep numbers digit by digit and say which cells are typed', async () => {
    const { whole } = await read(
      '[{"a":12345678901234567890.10,"b":"1.234","c":true,"d":1e-3,"e":"é\\u4e2d"}]',
    );
    expect(whole).toEqual([
      {
        row: 1,
        texts: ['12345678901234567890.10', '1.234', 'true', '0.001', 'é中'],
        typed: [true, false, true, true, false],
        damaged: [],
      },
    ]);
  });

  it('name members of members, and keep lists as they stand', async () => {
    expect(await read('[{"a":{"b":1,"c":{"d":"x"}},"l":[1,{"m":[2]}]}]')).toMatchObject({
      columns: ['a.b', 'a.c.d', 'l'],
      rows: [['1', 'x', '[1,{"m":[2]}]']],
    });
  });

  it('have a place for a member without a name', async () => {
    expect(await read('[{"a":1,"":"x"}]')).toMatchObject({ columns: ['a', '#2'], rows: [['1', 'x']] });
  });

  it('are found, asked about, or said', async () => {
    const two = '{"orders":[{"a":1}],"returns":[{"b":2}]}';
    expect(await read(two)).toEqual({ refusals: ['file-path-ambiguous a.json'] });
    expect(await read(two, { path: 'returns[]' })).toMatchObject({ columns: ['b'], rows: [['2']] });
    expect(await read(two, { path: 'x[]' })).toEqual({ refusals: ['file-path-missing a.json'] });
    const nested = '[{"no":1,"lines":[{"q":1},{"q":2}]}]';
    expect(await read(nested)).toMatchObject({ columns: ['no', 'lines'] });
    expect(await read(nested, { path: '[].lines[]' })).toMatchObject({ rows: [['1'], ['2']] });
    expect(await read('{"a":1}')).toMatchObject({ path: '', rows: [['1']] });
  });

  it('come packed, in many pieces', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => ({ n: index, text: `é中😀 "${index}"` }));
    const { whole } = await read(gzipSync(JSON.stringify(rows)));
    expect(whole?.map(({ texts }) => texts)).toEqual(rows.map(({ n, text }) => [String(n), text]));
  });

  it('mark what is no text', async () => {
    const bytes = Buffer.from('[{"a":"x\xff","b":"\\u0000","c":"\\ud800"}]', 'latin1');
    expect((await read(bytes)).whole).toMatchObject([{ damaged: [0, 1, 2] }]);
  });

  it.each([
    ['[{"a":1]', 'file-syntax-invalid row 1'],
    ['[{"a":1},{"a":2', 'file-syntax-invalid row 2'],
    ['[{"a":1},]', 'file-syntax-invalid row 1'],
    ['[{"a":1 "b":2}]', 'file-syntax-invalid row 1'],
    ['[{"a":01}]', 'file-syntax-invalid row 1'],
    ['[{"a":.5}]', 'file-syntax-invalid row 1'],
    ['[{"a":NaN}]', 'file-syntax-invalid row 1'],
    ["[{'a':1}]", 'file-syntax-invalid row 1'],
    ['[{"a":"\n"}]', 'file-syntax-invalid row 1'],
    ['[{"a":1}', 'file-syntax-invalid row 1'],
    ['[{"a":1}]]', 'file-syntax-invalid row 1'],
    ['[{"a":1},2]', 'file-syntax-invalid row 1'],
    ['[{"a":1,"a":2}]', 'file-key-repeated row 1'],
    ['[{"a.b":1,"a":{"b":2}}]', 'file-key-repeated row 1'],
    ['[{"a":{"b":1},"a":2}]', 'file-key-repeated row 1'],
    ['[{"a":[{"b":1,"b":2}]}]', 'file-key-repeated row 1'],
    ['{"data":[{"a":1}],"data":[{"a":2}]}', 'file-key-repeated row 1'],
    ['{"data":[{"a":1}]} 15', 'file-syntax-invalid row 1'],
    ['[{"a":1}] []', 'file-syntax-invalid row 1'],
    ['[{"a\\u0000":1}]', 'file-text-invalid header'],
    ['[{"a\\ud800":1}]', 'file-text-invalid header'],
    ['[]', 'file-header-missing a.json'],
    ['[1,2]', 'file-header-missing a.json'],
    [`[${'{"a":'.repeat(40)}1${'}'.repeat(40)}]`, 'file-nesting-too-deep row 1'],
    [`[{"a":"${'x'.repeat(200_000)}"}]`, 'file-row-too-large row 1'],
  ])('are refused: %s', async (text, code) => {
    expect(await read(text, { format: 'json' })).toEqual({ refusals: [code] });
  });
});
