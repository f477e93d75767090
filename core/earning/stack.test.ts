import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  agreementText,
  earningsOf,
  type JsonObject,
  lineOf,
  windowsText,
} from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import type { Json } from '../text/canonicalJson.ts';

const paying = (percent: string) => ({ tiers: { boundary: 'atLeast', rows: [{ from: '1', percent }] } });

function termsOf(...terms: readonly JsonObject[]): JsonObject {
  return { terms: terms.flatMap((term) => agreementText(term).terms as Json[]) };
}

describe('a term that is net of another one', () => {
  const lines = ['01', '02', '03'].map((month) =>
    lineOf({ document: month, invoiceDate: `2026-${month}-05`, netValue: '1000' }),
  );
  const outer = { id: 'outer', ...paying('1'), netting: { of: ['inner'], lowers: 'payout' } };

  it.each([
    ['by the year', windowsText('year'), '27'],
    ['by the month', windowsText('month'), '27'],
    ['to date', windowsText('month', { qualifier: { toDate: 'year' }, pays: 'cumulative' }), '27'],
    [
      'to date by quarter',
      windowsText('month', { qualifier: { toDate: 'quarter' }, pays: 'cumulative' }),
      '27',
    ],
  ])('takes off what that has earned %s, once', (_, windows, exact) => {
    const agreement = agreementOf({}, termsOf({ id: 'inner', ...paying('10'), windows }, outer));
    const [earning] = earningsOf(agreement, lines).filter(({ term }) => term === 'outer');
    expect(earning && exactText(earning.exact)).toBe(exact);
  });
});
