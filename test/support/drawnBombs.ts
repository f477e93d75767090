import { gzipSync } from 'node:zlib';
import { type Draw, seededRandom } from '../crash/seededRandom.ts';
import { type FileBomb, MB, NS, noise, ONE, SHEET, sheet, styles, withPart, withSize } from './fileBombs.ts';
import { workbookBytes } from './workbook.ts';
import { zipBytes } from './zip.ts';

type Kind = (draw: Draw) => FileBomb;

/** So many bombs and slips, of every kind in turn, with other numbers and signs each time. */
export function* drawnBombs(count: number, seed: number): Generator<FileBomb> {
  for (let number = 0; number < count; number += 1) {
    const draw = seededRandom(seed + number);
    yield (KINDS[number % KINDS.length] as Kind)(draw);
  }
}

const bomb = (name: string, code: string, bytes: FileBomb['bytes']): FileBomb => ({ name, code, bytes });
const between = (draw: Draw, least: number, most: number) => least + draw(most - least + 1);
const one = <T>(draw: Draw, ...list: readonly T[]) => list[draw(list.length)] as T;
const times = (text: string, bytes: number) => text.repeat(Math.ceil(bytes / text.length));
const SHARED = 'xl/sharedStrings.xml';

const zipped = (...names: readonly string[]) =>
  zipBytes(names.map((name) => ({ name, content: Buffer.from(`x${name}`) })));

const PACKED: readonly Kind[] = [
  (draw) => {
    const text = times(one(draw, ' ', '\n', '<a/>', '<row/>', '<!---->'), between(draw, 20, 80) * MB);
    return bomb('a sheet that unpacks too far', 'file-unpacks-too-far', () => withPart(SHEET, sheet(text)));
  },
  (draw) => {
    const text = times(
      one(draw, '<si><t>a</t></si>', '<si/>', '<si><r><t/></r></si>'),
      between(draw, 20, 60) * MB,
    );
    return bomb('shared texts that unpack too far', 'file-unpacks-too-far', () =>
      withPart(SHARED, `<sst ${NS}>${text}</sst>`),
    );
  },
  (draw) => {
    const text = times(one(draw, '1,2\n', '\n', 'x;y\r\n', '{"a":1}\n'), between(draw, 20, 80) * MB);
    return bomb('a .gz that unpacks too far', 'file-unpacks-too-far', () =>
      gzipSync(`a,b\n${text}`, { level: 9 }),
    );
  },
  (draw) => {
    const size = between(draw, 1, 900_000);
    const text = times('<a/>', between(draw, 2, 8) * MB);
    return bomb('a size that is less than there is', 'file-archive-invalid', async () =>
      withSize(await withPart(SHEET, sheet(text)), size),
    );
  },
  (draw) => {
    const size = between(draw, 9, 15) * MB;
    const text = times('<a/>', between(draw, 2, 6) * MB);
    return bomb('a size that is more than there is', 'file-archive-invalid', async () =>
      withSize(await withPart(SHEET, sheet(text)), size),
    );
  },
  (draw) => {
    const count = between(draw, 1001, one(draw, 2000, 60_000, 100_000));
    return bomb(`${count} parts`, 'file-archive-too-many', () =>
      zipBytes(Array.from({ length: count }, (_, n) => ({ name: `p${n}`, content: NOTHING }))),
    );
  },
  (draw) => {
    const depth = between(draw, 1, 4);
    return bomb(`zips in zips, ${depth} deep`, 'file-format-unknown', async () => {
      let content = await workbookBytes(ONE);
      for (let level = 0; level < depth; level += 1) content = zipBytes([{ name: `${level}.xlsx`, content }]);
      return content;
    });
  },
  (draw) => {
    const name = `${one(draw, '../', '../../', '/', 'a/../../', 'C:/', '..\\', 'xl/../../')}${one(draw, 'etc/passwd', 'x.xml', '.ssh/id')}`;
    return bomb(`a part called ${name}`, 'file-archive-invalid', () => zipped('a.xml', name));
  },
  (draw) => {
    const name = one(draw, 'a', SHEET, '[Content_Types].xml', 'xl/workbook.xml');
    return bomb(`${name} twice`, 'file-archive-invalid', () => zipped(name, name));
  },
];

const NOTHING = Buffer.from('x');

const XML: readonly Kind[] = [
  (draw) => {
    const entities = one(
      draw,
      '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">',
      '<!ENTITY b SYSTEM "file:///etc/passwd">',
      '<!ENTITY % p SYSTEM "http://127.0.0.1/x.dtd">%p;<!ENTITY b "x">',
    );
    const part = one(draw, SHARED, SHEET, 'xl/workbook.xml', 'xl/styles.xml');
    return bomb(`entities in ${part}`, 'file-xml-invalid', () =>
      withPart(part, `<!DOCTYPE a [${entities}]><sst ${NS}><si><t>&b;</t></si></sst>`),
    );
  },
  (draw) => {
    const width = between(draw, 1001, 16_384);
    const row = `<row>${'<c t="str"><v>x</v></c>'.repeat(width)}</row>`;
    return bomb(`rows of ${width} cells`, 'file-columns-too-many', () =>
      withPart(SHEET, sheet(times(row, one(draw, 1, 2, 8) * MB))),
    );
  },
  (draw) => {
    const reference = one(draw, 'XFD1', 'ALM1', 'ZZZ1', 'BZZ1');
    return bomb(`a cell at ${reference}`, 'file-columns-too-many', () =>
      withPart(SHEET, sheet(`<row r="1"><c r="${reference}"><v>1</v></c></row>`)),
    );
  },
  (draw) => {
    const count = between(draw, 65_537, 150_000);
    return bomb(`${count} styles`, 'file-xml-invalid', () =>
      withPart('xl/styles.xml', `<styleSheet ${NS}><cellXfs>${styles(count)}</cellXfs></styleSheet>`),
    );
  },
  (draw) => {
    const before = one(draw, '<sheetData><row><c><v>', '<!--', '<![CDATA[', '<a b="', '<a ', '<?x ');
    const length = between(draw, 1, 6) * MB;
    return bomb(`no end of ${before}`, 'file-xml-invalid', () =>
      withPart(SHEET, Buffer.concat([Buffer.from(`<worksheet ${NS}>${before}`), noise(length)])),
    );
  },
  (draw) => {
    const depth = between(draw, 33, one(draw, 100, 100_000));
    return bomb(`${depth} tags inside each other`, 'file-xml-invalid', () =>
      withPart(SHEET, `<worksheet>${'<a>'.repeat(depth)}`),
    );
  },
];

const TEXT: readonly Kind[] = [
  (draw) => {
    const text = one(draw, 'x', ',', 'é', ';', ' ', '\t', "'", '0');
    const length = between(draw, 1, 24) * MB;
    return bomb(`a line of ${text} without end`, 'file-row-too-large', () =>
      Buffer.from(times(text, length)),
    );
  },
  (draw) => {
    const text = one(draw, 'x\n', '\n', 'a,b\n', '""\n', '\r\n', 'é;\n');
    const length = between(draw, 1, 24) * MB;
    return bomb('a quote that is never closed', 'file-row-too-large', () =>
      Buffer.from(`a,b\n1,2\n3,"${times(text, length)}`),
    );
  },
  (draw) => {
    const width = between(draw, 1001, 16_384);
    const sign = one(draw, ',', ';', '\t', '|');
    return bomb(`a header of ${width} columns`, 'file-columns-too-many', () =>
      Buffer.from(`${Array.from({ length: width }, (_, n) => n).join(sign)}\n`),
    );
  },
];

const JSONS: readonly Kind[] = [
  (draw) => {
    const text = one(draw, '[', '{"a":', '[{"a":', '{"a":[');
    return bomb(`${text} inside each other`, 'file-nesting-too-deep', () =>
      Buffer.from(`[${times(text, between(draw, 200, one(draw, 1000, MB)))}`),
    );
  },
  (draw) => {
    const before = one(draw, '[{"a":"', '[{"', '{"a":[1,"', '[{"a":');
    const text = before.endsWith(':')
      ? one(draw, '9', '-', 'e', '1e', 'true')
      : one(draw, 'x', 'é', '\\u0061', ' ');
    return bomb(`no end of ${before}${text}`, 'file-row-too-large', () =>
      Buffer.from(`${before}${times(text, between(draw, 1, 16) * MB)}`),
    );
  },
  (draw) => {
    const width = between(draw, 1001, 20_000);
    return bomb(`${width} names in rows of JSON`, 'file-columns-too-many', () =>
      Buffer.from(Array.from({ length: width }, (_, n) => `{"k${n}":1}`).join('\n')),
    );
  },
  (draw) => {
    const number = one(
      draw,
      '1e401',
      '1e9999',
      '-1e99999999',
      '1e-5000',
      `0.1E+${between(draw, 500, 99_999)}`,
    );
    return bomb(`the number ${number}`, 'file-syntax-invalid', () =>
      Buffer.from(`[{"a":1},{"a":${number}}]`),
    );
  },
];

const KINDS: readonly Kind[] = [...PACKED, ...XML, ...TEXT, ...JSONS];
