import assert from 'node:assert/strict';
import { REFUSALS, type Refusal } from '../../core/refusal/refusals.ts';
import { LANGUAGES } from '../../core/wording/language.ts';
import { refusalText } from '../../core/wording/refusalText.ts';

/** Columns that differ in number are a matter of the row, not of one of them. */
const OF_THE_ROW: ReadonlySet<string> = new Set(['line-columns-mismatch']);

/** Every "no" of a file has a place in it as well: the whole of a text has no name of its own. */
export function expectPlaced(refusals: readonly Refusal[]): string {
  for (const refusal of refusals) {
    for (const language of LANGUAGES) {
      assert(refusalText(refusal, language).where !== '', `${refusal.code}: no place (${language})`);
    }
  }
  return expectReadable(refusals);
}

/** Every "no" has a code of the registry, and in both languages what is wrong and what helps. */
export function expectReadable(refusals: readonly Refusal[]): string {
  assert(refusals.length > 0, 'refused without a reason');
  for (const refusal of refusals) {
    assert(Object.hasOwn(REFUSALS, refusal.code), `unknown code ${refusal.code}`);
    for (const language of LANGUAGES) {
      const { what, fix } = refusalText(refusal, language);
      assert(what !== '' && fix !== '', `${refusal.code}: no text (${language})`);
      const unfilled = /\{[a-z][A-Za-z]*\}/.exec(what.replaceAll(/“[^”]*”/g, ''))?.[0];
      const isOfFile = Object.values(refusal.facts).some((fact) => unfilled && fact.includes(unfilled));
      assert(unfilled === undefined || isOfFile, `${refusal.code}: ${unfilled} is not filled (${language})`);
    }
  }
  return [...new Set(refusals.map(({ code }) => code))].sort().join('+');
}

/** The same of a row: each reason names the row, and the field where it is about one. */
export function expectRowReadable(refusals: readonly Refusal[], row: number): string {
  for (const { code, facts, at } of refusals) {
    assert.equal(facts.row, String(row), `${code} names another row`);
    const field = facts.field ?? facts.column ?? at;
    assert(OF_THE_ROW.has(code) || field !== '', `${code} names no field`);
  }
  return expectPlaced(refusals);
}
