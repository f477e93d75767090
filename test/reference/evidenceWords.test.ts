import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evidenceWords, SPOKEN } from '../../web/office/trust/evidenceWords.ts';

const TRUST = join(import.meta.dirname, '../../core/trust');

/** Facts that are named where they are put together: `{ claimed: amountFact(…), sold }`. */
const FACT =
  /\b([a-z]\w*): (?:amountFact|quantityFact|dayFact|percentFact|tenthFact|scaledText|timeFact|String)\(/g;

it('every fact of a record that a detector shows has a word in both languages, or is said by its sentence', () => {
  const sources = readdirSync(TRUST, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(TRUST, name), 'utf8'));
  const facts = new Set(
    sources.flatMap((source) => [...source.matchAll(FACT)].map(([, name]) => name ?? '')),
  );
  expect(facts.size).toBeGreaterThan(50);
  const known = new Set([...Object.keys(evidenceWords.en).map((key) => key.replace('fact.', '')), ...SPOKEN]);
  expect([...facts].filter((name) => !known.has(name))).toEqual([]);
});
