import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sayIn } from '../../text/texts.ts';
import { AUDIT_ACTIONS } from './auditDeeds.ts';
import { deedName } from './deedName.ts';
import { deedWords } from './deedWords.ts';

const APP = join(import.meta.dirname, '../../../app');

/** Codes that stand where something is written into the trail. */
const WRITTEN = globSync(`${APP}/**/*.ts`)
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  .filter((line) => /\baction\b|audit\(|tellTenants\(/.test(line))
  .flatMap((line) => [...line.matchAll(/'([a-z]\w+\.[a-z]\w+)'/gi)].map(([, code]) => code as string));

it('knows every deed that is written into the trail by its own name', () => {
  expect(WRITTEN.length).toBeGreaterThan(80);
  expect([...new Set(WRITTEN)].filter((code) => !AUDIT_ACTIONS.includes(code))).toEqual([]);
});

it.each(['en', 'zh-CN'] as const)('says each of them in words, in %s', (language) => {
  const say = sayIn(deedWords, language, String);
  expect(AUDIT_ACTIONS.filter((action) => deedName(action, say) === action)).toEqual([]);
});

it('calls a deed that it does not know as the trail does', () => {
  expect(deedName('moon.land', sayIn(deedWords, 'en', String))).toBe('moon.land');
  expect(deedName('claim.sent', sayIn(deedWords, 'en', String))).toBe('Claim: sent');
});
