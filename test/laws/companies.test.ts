import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calculateKnownLines } from '../../app/calculation/calculateLines.ts';
import { borneBy } from '../../core/accrual/borneBy.ts';
import { lineAmounts } from '../../core/accrual/lineAmounts.ts';
import { agreementOf, dayOf, lineOf, windowsText } from '../support/trade.ts';

// Whatever lines of one to four companies of ours stand under an agreement: what each bears sums to the
// amount, is what its own lines have of it, and does not hang on the order of anything.

const CODES = ['DE', 'FR', 'IT', 'NL'];
const line = fc.record({
  company: fc.constantFrom(...CODES),
  partner: fc.constantFrom('P1', 'P2'),
  month: fc.integer({ min: 1, max: 4 }),
  cents: fc.integer({ min: -40_000, max: 90_000 }),
});
const trade = fc.record({
  trading: fc.shuffledSubarray(CODES, { minLength: 1 }),
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  tiers: fc.constantFrom(
    ['wholeVolume', 'payoutMeasure'],
    ['marginal', 'ownRate'],
    ['marginal', 'qualifierMeasure'],
  ),
  booked: fc.bigInt({ min: -1000n, max: 5000n }),
});

it('what each company bears sums to the amount, and order never matters', () => {
  let shared = 0;
  fc.assert(
    fc.property(trade, ({ trading, lines, tiers: [formula, by], booked }) => {
      const agreement = agreementOf(
        {
          formula: formula ?? '',
          windows: windowsText('quarter'),
          tiers: {
            boundary: 'atLeast',
            rows: [
              { from: '0', percent: '1.3' },
              { from: '700', percent: '2.7' },
            ],
          },
          apportionment: { by: by ?? '', residual: 'largestRemainder' },
        },
        { company: { settling: 'HQ', trading, withoutLines: 'HQ' } },
      );
      const known = lines.map(({ company, partner, month, cents }, index) =>
        lineOf({
          ...{ company, partner, document: `D${index}`, invoiceDate: `2026-0${month}-10` },
          netValue: (cents / 100).toFixed(2),
        }),
      );
      const found = (all: typeof known, companies = trading) => {
        const input = {
          agreement: { ...agreement, tradingCompanies: companies },
          effective: dayOf('2026-12-31'),
        };
        return calculateKnownLines(input, all).earnings.map(({ earning, shares }) => {
          const amounts = [earning.amount.minor, booked].map((minor) => {
            const borne = borneBy(agreement, earning, { minor, beside: 0n }, shares);
            expect([...borne.values()].reduce((sum, own) => sum + own, 0n)).toBe(minor);
            const dealt = lineAmounts(earning, minor, shares) ?? [{ line: { company: 'HQ' }, minor }];
            for (const [company, own] of borne) {
              const ofLines = dealt.filter((entry) => entry.line.company === company);
              expect(ofLines.reduce((sum, entry) => sum + entry.minor, 0n)).toBe(own);
            }
            if (borne.size > 1) shared += 1;
            return Object.fromEntries([...borne].sort());
          });
          return [earning.partner, earning.window.from, amounts];
        });
      };
      expect(found(known.toReversed(), trading.toReversed())).toEqual(found(known));
    }),
  );
  expect(shared).toBeGreaterThan(50);
});
