import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectLines } from '../../adapters/files/readLines.ts';
import { decodeMaster } from '../../app/intake/decodeMaster.ts';
import { knownLines } from '../../core/fact/knownLines.ts';
import { lineContent } from '../../core/fact/lineContent.ts';
import { LINE_FIELDS, parseLine } from '../../core/fact/parseLine.ts';
import { priceWaterfall } from '../../core/fact/priceWaterfall.ts';
import { REFUSALS, type Refusal } from '../../core/refusal/refusals.ts';
import { LANGUAGES } from '../../core/wording/language.ts';
import { refusalText } from '../../core/wording/refusalText.ts';
import { lineTexts } from '../support/trade.ts';

// Whatever is sent, it ends as a line that can be worked with, or as refusals that can be read: never
// as an error of the program, and never as nothing.
const SEED = 20261124;
const NASTY = [
  '',
  ' ',
  '0',
  '-0',
  '1e3',
  '5%',
  '=',
  '=-1',
  '\u0000',
  '\ud800',
  'É',
  '２',
  '2026-02-30',
  '__proto__',
];

const anyText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.bigInt().map(String),
  fc.string({ unit: 'grapheme', minLength: 190, maxLength: 210 }),
);
const anyField = fc.oneof(
  fc.constantFrom<string>(...LINE_FIELDS),
  fc.constantFrom(
    'attribute.a',
    'attribute.__proto__',
    'discount.rule.A',
    'discount.coupon.B',
    'constructor',
  ),
  anyText.map((text) => `discount.promotion.${text}`),
  anyText.map((text) => `attribute.${text}`),
  anyText,
);
const changes = fc
  .array(fc.tuple(anyField, anyText), { maxLength: 4 })
  .map((pairs) => Object.fromEntries(pairs));

function expectReadable(refusals: readonly Refusal[]): void {
  expect(refusals.length).toBeGreaterThan(0);
  for (const refusal of refusals) {
    expect(REFUSALS).toHaveProperty(refusal.code);
    for (const language of LANGUAGES) {
      const { what, fix } = refusalText(refusal, language);
      expect(what.length * fix.length).toBeGreaterThan(0);
    }
  }
}

it('3,000 odd rows are lines or refusals', () => {
  let lines = 0;
  fc.assert(
    fc.property(changes, (differs) => {
      const result = parseLine({ ...lineTexts(), ...differs });
      if (!result.ok) return expectReadable(result.refusals);
      lines += 1;
      const { value } = result;
      priceWaterfall(value);
      expect(JSON.parse(lineContent(value))).toMatchObject({ document: value.document });
      expect(knownLines([{ file: 0, document: '', row: 1, line: value }], undefined).lines).toEqual([value]);
    }),
    { numRuns: 3000, seed: SEED },
  );
  expect(lines).toBeGreaterThan(300);
});

it('1,000 odd master files are rows or refusals', () => {
  const entry = fc.record(
    {
      code: fc.oneof(anyText, fc.constantFrom('USD/EUR', 'EUR/EUR')),
      name: fc.oneof(anyText, fc.constant(undefined)),
      validFrom: fc.oneof(anyText, fc.constant('2026-01-30'), fc.integer()),
      attributes: fc.dictionary(anyText, fc.oneof(anyText, fc.integer(), fc.constant(null)), { maxKeys: 2 }),
    },
    { requiredKeys: [] },
  );
  const entries = fc.oneof(fc.array(entry, { maxLength: 3 }), fc.anything());
  const file = fc.record(
    { partners: entries, products: entries, categories: entries, rates: entries, more: entries },
    { requiredKeys: ['partners', 'products'] },
  );
  fc.assert(
    fc.property(fc.oneof(file, fc.anything()), (json) => {
      const result = decodeMaster(json);
      if (!result.ok) expectReadable(result.refusals);
    }),
    { numRuns: 1000, seed: SEED },
  );
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'malformed-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('500 damaged files are rows or refusals, packed or not', async () => {
  const header = [...LINE_FIELDS, 'attribute.a', 'discount.rule.A'];
  const good = lineTexts({ 'discount.rule.A': '5%' });
  const row = header.map((field) => good[field] ?? '').join(',');
  const sound = Buffer.from([header.join(','), row, row, ''].join('\n'));
  const damage = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(damage, fc.boolean(), fc.nat(3), async (bytes, isPacked, cut) => {
      const file = Buffer.from(isPacked ? gzipSync(sound) : sound);
      for (const [at, byte] of bytes) file[at % file.length] = byte;
      const path = join(folder, isPacked ? 'lines.csv.gz' : 'lines.csv');
      await writeFile(path, file.subarray(0, file.length - cut));
      const result = await collectLines(path);
      if (!result.ok) return expectReadable(result.refusals);
      for (const { parsed } of result.value.rows) {
        if ('refusals' in parsed) expectReadable(parsed.refusals);
        else lineContent(parsed.line);
      }
    }),
    { numRuns: 500, seed: SEED },
  );
});
