import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chunk, png } from '../../test/support/png.ts';
import { whitePng } from './whitePng.ts';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

type Drawn = {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly palette?: string;
  readonly clear?: string;
  /** In hex, each line behind the number of its filter. */
  readonly lines: string;
};

function pngOf({ width, height, depth, colour, palette, clear, lines }: Drawn): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, 0], 8);
  const more = [
    ...(palette === undefined ? [] : [chunk('PLTE', Buffer.from(palette, 'hex'))]),
    ...(clear === undefined ? [] : [chunk('tRNS', Buffer.from(clear, 'hex'))]),
  ];
  // In two pieces, as programs write them.
  const data = deflateSync(Buffer.from(lines.replaceAll(' ', ''), 'hex'));
  const drawn = [chunk('IDAT', data.subarray(0, 5)), chunk('IDAT', data.subarray(5))];
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), ...more, ...drawn, chunk('IEND', Buffer.alloc(0))]);
}

/** The lines of a picture as it was written: of eight bits, red, green, blue, behind a zero each. */
function linesOf(white: Buffer): string[] {
  const [width, height] = [white.readUInt32BE(16), white.readUInt32BE(20)];
  expect([...white.subarray(24, 29)]).toEqual([8, 2, 0, 0, 0]);
  const lines = inflateSync(white.subarray(41, 41 + white.readUInt32BE(33)));
  return Array.from({ length: height }, (_, y) =>
    lines.toString('hex', y * (1 + 3 * width) + 1, (y + 1) * (1 + 3 * width)),
  );
}

// Worked out by hand from PNG, third edition: 6.1 (kinds of colour), 7.2 (packing), 9 (filters), 11.3.1 (what is clear).
test.each<[string, Drawn, string[]]>([
  [
    'red, green and blue',
    { width: 2, height: 1, depth: 8, colour: 2, lines: '00 7a1f5c 000000' },
    ['7a1f5c000000'],
  ],
  [
    'half of it there, on white',
    { width: 3, height: 1, depth: 8, colour: 6, lines: '00 00000080 ff000000 102030ff' },
    ['7f7f7fffffff102030'],
  ],
  [
    'grey, half of it there',
    { width: 2, height: 1, depth: 8, colour: 4, lines: '00 0080 64ff' },
    ['7f7f7f646464'],
  ],
  [
    'grey of one bit',
    { width: 9, height: 1, depth: 1, colour: 0, lines: '00 aa80' },
    [`${'ffffff000000'.repeat(4)}ffffff`],
  ],
  [
    'grey of two bits, one of them clear',
    { width: 4, height: 1, depth: 2, colour: 0, clear: '0001', lines: '00 1b' },
    ['000000ffffffaaaaaaffffff'],
  ],
  [
    'a palette of four bits, of which the first colour is clear and the second half',
    {
      ...{ width: 3, height: 1, depth: 4, colour: 3 },
      ...{ palette: '112233 000000 7a1f5c'.replaceAll(' ', ''), clear: '0080', lines: '00 0120' },
    },
    ['ffffff7f7f7f7a1f5c'],
  ],
  [
    'sixteen bits, one colour clear',
    {
      ...{ width: 2, height: 1, depth: 16, colour: 2, clear: '000100020003' },
      lines: '00 000100020003 ffff00008000',
    },
    ['ffffffff0080'],
  ],
])('on white it is as it looks: %s', (_, drawn, lines) => {
  expect(linesOf(whitePng(pngOf(drawn)))).toEqual(lines);
});

test('every filter is undone', () => {
  // The same line in five ways: 10 20 30 40 50 60.
  const lines = [
    '00 0a141e28323c',
    '01 0a141e1e1e1e',
    '02 000000000000',
    '03 050a0f0f0f0f',
    '04 000000000000',
  ].join(' ');
  const drawn = { width: 2, height: 5, depth: 8, colour: 2, lines };
  expect(linesOf(whitePng(pngOf(drawn)))).toEqual(Array.from({ length: 5 }, () => '0a141e28323c'));
});

test('the same picture is the same bytes, and white already it stays as it is', () => {
  const once = whitePng(png(64, 32));
  expect(once.equals(whitePng(png(64, 32)))).toBe(true);
  expect(linesOf(whitePng(once))).toEqual(linesOf(once));
});
