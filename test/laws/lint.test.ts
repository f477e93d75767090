import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement, Term } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import type { Earning } from '../../core/earning/earning.ts';
import { exactMoney } from '../../core/explanation/operands.ts';
import { lintAgreement } from '../../core/lint/lintAgreement.ts';
import { underOtherFormulas } from '../../core/lint/otherFormulas.ts';
import { findingText } from '../../core/wording/findingText.ts';
import { LANGUAGES } from '../../core/wording/language.ts';
import { agreementTerms } from '../../core/wording/terms/agreementTerms.ts';
import type { Clause } from '../../core/wording/terms/clause.ts';
import { casesOf } from '../support/agreementCases.ts';
import { MECHANISMS } from '../support/mechanisms.ts';
import { agreementOf, earningsOf, fractionOf, lineOf } from '../support/trade.ts';

const RUNS = { numRuns: 15, seed: 22 };

function decoded(text: unknown): Agreement {
  const result = decodeAgreement(text);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

function textsOf(clause: Clause): string[] {
  return [clause.text, ...clause.parts.flatMap(textsOf)];
}

describe('what is said of agreements of every mechanism', () => {
  it.each(Object.entries(MECHANISMS))('%s', (_, shape) => {
    fc.assert(
      fc.property(casesOf(shape), ({ agreement: text }) => {
        const agreement = decoded(text);
        const findings = lintAgreement(agreement);
        expect(lintAgreement(decoded(text))).toEqual(findings);
        for (const language of LANGUAGES) {
          const said = findings.map((finding) => findingText(finding, language));
          // Every value of a text was given, and none is a word that has no text.
          expect(said.filter((sentence) => /[{}]|measure\.|rounding\./.test(sentence))).toEqual([]);
          const read = textsOf(agreementTerms(agreement, language));
          expect(read.filter((sentence) => /[{}…]|undefined/.test(sentence))).toEqual([]);
        }
        for (const term of agreement.terms) {
          const comparison = underOtherFormulas(term, agreement.currency);
          if (comparison === undefined) continue;
          expect(comparison.formulas[0]).toBe(term.formula);
          expect(new Set(comparison.formulas).size).toBe(comparison.formulas.length);
        }
      }),
      RUNS,
    );
  });
});

describe('the first column of a comparison', () => {
  const cents = fc.integer({ min: 1, max: 900_000 }).map((amount) => (amount / 100).toFixed(2));
  const rates = fc.uniqueArray(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 4 });
  const formula = fc.constantFrom('wholeVolume', 'marginal', 'rolling', 'total');

  it('is what a line of that value earns', () => {
    const cases = fc.record({ formula, boundary: fc.constantFrom('atLeast', 'moreThan'), rates, cents });
    fc.assert(
      fc.property(cases, ({ formula, boundary, rates, cents }) => {
        const froms = rates.toSorted((a, b) => a - b);
        const rows = froms.map((from, index) => ({ from: String(from), percent: `${index + 1}.5` }));
        const agreement = agreementOf({ formula, tiers: { boundary, rows } });
        const comparison = underOtherFormulas(agreement.terms[0] as Term, 'EUR', fractionOf(cents));
        const [earning] = earningsOf(agreement, [lineOf({ netValue: cents })]);
        // A single tier from zero on has one reading only.
        if (comparison === undefined) expect(froms).toEqual([0]);
        else expect(comparison.rows[0]?.amounts[0]).toEqual(exactMoney((earning as Earning).exact, 'EUR'));
      }),
      { numRuns: 200, seed: 22 },
    );
  });
});
