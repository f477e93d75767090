import { describe, expect, it } from 'vitest';
import {
  agreementOf,
  dayOf,
  earningsOf,
  type JsonObject,
  lineOf,
  planTermOf,
  type Texts,
  windowsText,
} from '../../test/support/trade.ts';
import { exactText } from '../explanation/operands.ts';
import { type FiledLine, knownLines } from '../fact/knownLines.ts';
import type { Line } from '../fact/line.ts';
import { NO_MASTER } from '../master/master.ts';
import { apportion } from './apportion.ts';

const CONTEXT = { master: NO_MASTER, effective: dayOf('2026-12-31') };
const FIVE = { tiers: { boundary: 'atLeast', rows: [{ from: '1', percent: '5' }] } };
const TWO_THEN_FIVE = {
  tiers: {
    boundary: 'atLeast',
    rows: [
      { from: '1', percent: '2' },
      { from: '1000', percent: '5' },
    ],
  },
};

/** A line by its document, day and value; `back` names the document that it takes back. */
function line(document: string, day: string, netValue: string, back?: string): Line {
  const isReturn: Texts =
    back === undefined ? {} : { returnOfDocument: back, returnOfLine: '1', quantity: '-1' };
  const read = lineOf({ document, invoiceDate: `2026-${day}`, netValue, ...isReturn });
  return { ...read, knownOn: dayOf(`2026-${day}`) };
}

function earned(term: JsonObject, lines: readonly Line[]) {
  const returns = { linked: 'currentAtOriginalRate', unlinked: 'returnWindow', negativeWindow: 'zero' };
  const agreement = agreementOf({ windows: windowsText('quarter'), returns, ...term });
  const rows = lines.map((one, row): FiledLine => ({ file: 0, document: 'f', row, line: one }));
  const { lines: known } = knownLines(rows, undefined);
  return earningsOf(agreement, known, '2026-12-31').map((earning) => ({
    exact: exactText(earning.exact),
    shares: apportion(earning, planTermOf(agreement), known, CONTEXT)
      .map((share) => `${share.line.document} ${share.shareMinor}`)
      .join(', '),
  }));
}

const SOLD = line('S', '01-10', '1000');
const BACK = line('R', '04-10', '-100', 'S');
const NET = { of: 'value', basis: 'net' };

describe('what comes back at the original rate, of a window that caps, gates and floors have cut', () => {
  it.each<[string, JsonObject, string]>([
    ['what the window of its sale earned', {}, '-5'],
    ['less where a cap had cut that', { limits: [{ of: 'amount', scope: 'partner', max: '10' }] }, '-1'],
    ['as much where the cap had not', { limits: [{ of: 'amount', scope: 'partner', max: '50' }] }, '-5'],
    ['nothing where it was below the minimum', { minimum: { amount: '50.01' } }, '0'],
    ['as much where it was at the minimum', { minimum: { amount: '50' } }, '-5'],
    ['more where a floor had lifted it', { floor: { amount: '60', when: 'tierReached' } }, '-6'],
  ])('takes %s', (_, term, exact) => {
    expect(earned({ ...FIVE, ...term }, [SOLD, BACK])[1]?.exact).toBe(exact);
  });

  it('takes nothing of a window whose gate was closed', () => {
    const gate = (from: string) => ({
      gates: { need: 'all', within: 'window', tests: [{ measure: NET, boundary: 'atLeast', from }] },
    });
    // The gate of its own window leaves the return alone, and is closed by its lack of lines.
    expect(earned({ ...FIVE, ...gate('1000.01') }, [SOLD, BACK])[1]?.exact).toBe('0');
    expect(earned({ ...FIVE, ...gate('1000') }, [SOLD, BACK])[1]?.exact).toBe('-5');
  });

  it('has what it took as its share, and the other lines share what they earned', () => {
    const now = line('N', '04-05', '200');
    const more = line('M', '04-06', '100');
    expect(earned(TWO_THEN_FIVE, [SOLD, now, more, BACK])[1]).toEqual({
      exact: '1',
      shares: 'M 200, N 400, R -500',
    });
    expect(earned(TWO_THEN_FIVE, [SOLD, line('N', '04-05', '100'), BACK])[1]).toEqual({
      exact: '-3',
      shares: 'N 200, R -500',
    });
  });
});
