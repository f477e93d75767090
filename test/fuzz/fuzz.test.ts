import { expect, it } from 'vitest';
import { corpusOf, fuzz, sendOne } from './fuzz.ts';
import { fuzzProcess } from './fuzzProcess.ts';
import { PARSERS } from './fuzzTargets.ts';

// A few thousand files for each parser, with every run; a million by `npm run fuzz`. Each file is read to its
// end or refused with a code, a place and a remedy in both languages, each row is a line or has its reasons,
// and where a second reader reads it too, both say the same.
const SEED = Number(process.env.OPENREBATE_SEED ?? 20_261_129);
const CASES = { csv: 800, xlsx: 600, json: 800, agreement: 600, mapping: 2000, body: 2000 };

it.each(Object.entries(CASES))('%s: %d harmed and made-up files', async (parser, cases) => {
  const { failure, kinds } = await fuzz(parser as keyof typeof CASES, { cases, seed: SEED });
  if (failure !== undefined) throw failure.error;
  expect(kinds).toBeGreaterThan(2);
});

it.each(PARSERS.flatMap((parser) => corpusOf(parser).map(([name, bytes]) => ({ parser, name, bytes }))))(
  'what was found before holds: $parser $name',
  async ({ parser, bytes }) => {
    for (let seed = 0; seed < 12; seed += 1) expect(await sendOne(parser, bytes, seed)).toBeTypeOf('string');
  },
);

it('finds a program that splits at commas', async () => {
  const { failure } = await fuzz('canary', { cases: 5000, seed: SEED });
  expect(String(failure?.error)).toContain('a quote too many');
});

it('ends a program that hangs, and knows the file that it hangs at', async () => {
  const { ended, now } = await fuzzProcess({ parser: 'hanging-canary', cases: 5000, seed: SEED }, 500);
  expect(ended).toBe('hangs');
  expect(String(now)).toContain('"\n');
}, 120_000);
