import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decimal, parseDecimal } from '../../core/number/decimal.ts';
import { binaryNumeric } from './binaryNumeric.ts';
import { byteDictionary } from './byteDictionary.ts';
import { copyBinary, type FieldSink } from './copyBinary.ts';

const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** A copy as PostgreSQL writes it; null where a field is. */
function copyOf(rows: readonly (readonly (Buffer | null)[])[]): Buffer {
  const fields = rows.flatMap((row) => [
    int16(row.length),
    ...row.flatMap((field) => (field === null ? [int32(-1)] : [int32(field.length), field])),
  ]);
  return Buffer.concat([HEADER, ...fields, int16(-1)]);
}

async function* inPieces(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** As PostgreSQL stores it: groups of four digits around the point, without zeros at either end. */
function numericOf(text: string): Buffer {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const before = whole.padStart(Math.ceil(whole.length / 4) * 4, '0');
  const after = fraction.padEnd(Math.ceil(fraction.length / 4) * 4, '0');
  const groups = `${before}${after}`.match(/.{4}/g)?.map(Number) ?? [];
  let weight = before.length / 4 - 1;
  while (groups[0] === 0) {
    groups.shift();
    weight -= 1;
  }
  while (groups.at(-1) === 0) groups.pop();
  const isZero = groups.length === 0;
  const sign = Buffer.from(text.startsWith('-') && !isZero ? [0x40, 0] : [0, 0]);
  return Buffer.concat([
    ...[int16(groups.length), int16(isZero ? 0 : weight), sign, int16(fraction.length)],
    ...groups.map(int16),
  ]);
}

function decimalSink() {
  const found: (Decimal | undefined)[] = [];
  const exact: number[] = [];
  const field = binaryNumeric({
    padTo: (row) => {
      while (found.length < row) found.push(undefined);
    },
    push: (value) => void found.push(value),
    pushExact: (digits, scale) => {
      exact.push(digits);
      found.push({ digits: BigInt(digits), scale });
    },
  });
  let row = 0;
  const sink = (bytes: Buffer) => field(bytes, 0, bytes.length, row++);
  return { found, exact, sink };
}

describe('a numeric in the bytes of PostgreSQL', () => {
  it.each([
    '0',
    '0.00',
    '1',
    '-1',
    '9999',
    '10000',
    '12.5',
    '12.50',
    '-0.000000001',
    '0.0001',
    '100000000',
    '9007199254740991',
    '9007199254740992',
    '-9007199254740993.01',
    '123456789012345678901234567890.123456789',
    '100000000000000000000',
  ])('%s', (text) => {
    const { found, sink } = decimalSink();
    const bytes = numericOf(text);
    sink(bytes);
    expect(found).toStrictEqual([parseDecimal(text)]);
  });

  it('is an integer in float64 as long as it is one', () => {
    const { exact, sink } = decimalSink();
    for (const text of ['9007199254740991', '9007199254740992']) {
      const bytes = numericOf(text);
      sink(bytes);
    }
    expect(exact).toStrictEqual([Number.MAX_SAFE_INTEGER]);
  });

  it('is what its text says, whatever that is', () => {
    const drawn = fc.tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat(9));
    fc.assert(
      fc.property(drawn, ([digits, scale]) => {
        const padded = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
        const fraction = scale === 0 ? '' : `.${padded.slice(padded.length - scale)}`;
        const text = `${digits < 0n ? '-' : ''}${padded.slice(0, padded.length - scale)}${fraction}`;
        const { found, sink } = decimalSink();
        const bytes = numericOf(text);
        sink(bytes);
        expect(found).toStrictEqual([{ digits, scale }]);
      }),
      { seed: 20_261_201 },
    );
  });
});

describe('a binary copy', () => {
  const texts = fc.array(
    fc.tuple(
      fc.option(fc.string({ maxLength: 6, unit: 'grapheme' })),
      fc.option(fc.constantFrom('', 'a', '北', 'ab')),
    ),
    { maxLength: 600 },
  );

  it('gives each field of each row that has one, in pieces of whatever length', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 97 }), async (rows, size) => {
        const columns = [[], []].map(() => ({ values: [] as unknown[], codes: [] as number[] }));
        const sinks = columns.map(
          ({ values, codes }): FieldSink =>
            byteDictionary({
              append: (value) => values.push(value) - 1,
              padTo: (row) => {
                while (codes.length < row) codes.push(-1);
              },
              pushCode: (code) => void codes.push(code),
            }),
        );
        let ended = 0;
        const bytes = copyOf(
          rows.map((row) => row.map((text) => (text === null ? null : Buffer.from(text)))),
        );
        const count = await copyBinary(inPieces(bytes, size), sinks, (row) => {
          expect(row).toBe(ended);
          ended += 1;
        });
        expect([count, ended]).toStrictEqual([rows.length, rows.length]);
        for (const [column, { values, codes }] of columns.entries()) {
          const texts = rows.map((row) => row[column] ?? undefined);
          expect(new Set(values).size).toBe(values.length);
          expect(codes.map((code) => values[code])).toStrictEqual(
            texts.slice(0, texts.findLastIndex((text) => text !== undefined) + 1),
          );
        }
      }),
      { numRuns: 40, seed: 20_261_201 },
    );
  });

  it.each([
    ['broken off', copyOf([[Buffer.from('a')]]).subarray(0, -2), 'broke off after 1 rows'],
    ['of other fields', copyOf([[null, null]]), '2 fields where 1 are read'],
    ['no copy at all', Buffer.from('something else of that length'), 'no binary copy'],
  ])('that is %s is a fault', async (_, bytes, message) => {
    await expect(copyBinary(inPieces(bytes, 5), [() => undefined], () => undefined)).rejects.toThrow(message);
  });
});
