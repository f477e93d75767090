import { describe, expect, it } from 'vitest';
import {
  type CalculatedLines,
  calculateLines,
  type LineFileRows,
} from '../../app/calculation/calculateLines.ts';
import type { Line } from '../../core/fact/line.ts';
import type { Master } from '../../core/master/master.ts';
import { NO_MASTER } from '../../core/master/master.ts';
import { moneyText } from '../../core/money/money.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import { agreementOf, dayOf, lineOf } from '../support/trade.ts';

function file(sha256: string, ...lines: readonly Line[]): LineFileRows {
  return { sha256, rows: lines.map((line, index) => ({ row: index + 1, texts: [], parsed: { line } })) };
}

function calculated(files: readonly LineFileRows[], master?: Master): CalculatedLines {
  const input = { agreement: agreementOf(), files, effective: dayOf('2026-12-31') };
  return calculateLines(master === undefined ? input : { ...input, master });
}

function amounts({ earnings }: CalculatedLines): string[] {
  return earnings.map(({ earning }) => `${earning.partner} ${moneyText(earning.amount)}`);
}

/** A master with these codes and no attributes. */
function masterWith(partners: readonly string[], products: readonly string[]): Master {
  const records = (codes: readonly string[]) =>
    new Map(codes.map((code) => [code, { code, versions: [{ name: code, attributes: {} }] }]));
  return { ...NO_MASTER, partners: records(partners), products: records(products) };
}

describe('a calculation over files', () => {
  const sale = lineOf({ netValue: '1000.00' });
  const stranger = lineOf({ document: 'D2', partner: 'P2', netValue: '2000.00' });
  const oddity = lineOf({ document: 'D3', product: 'B', netValue: '4000.00' });

  it('with master data quarantines partners and products that it does not know, as an import does', () => {
    const both = { ...stranger, document: 'D4', product: 'B' };
    const result = calculated([file('a', sale, stranger, oddity, both)], masterWith(['P1'], ['A']));
    expect(result.rows).toEqual({ accepted: 1, duplicate: 0, superseded: 0, quarantined: 3 });
    expect(result.refusals).toEqual([
      refuse('line-partner-unknown', 'partner', { row: '2', value: 'P2' }),
      refuse('line-product-unknown', 'product', { row: '3', value: 'B' }),
      refuse('line-partner-unknown', 'partner', { row: '4', value: 'P2' }),
      refuse('line-product-unknown', 'product', { row: '4', value: 'B' }),
    ]);
    expect(amounts(result)).toEqual(['P1 20.00']);
    expect(result.tallies.reduce((sum, { lines }) => sum + lines, 0)).toBe(1);
  });

  it('without master data goes by the codes of the lines alone', () => {
    const result = calculated([file('a', sale, stranger, oddity)]);
    expect(result.rows).toEqual({ accepted: 3, duplicate: 0, superseded: 0, quarantined: 0 });
    expect(amounts(result)).toEqual(['P1 100.00', 'P2 40.00']);
  });

  it('takes a row that contradicts an unknown one for neither', () => {
    const twice = { ...stranger, document: 'D1' };
    const result = calculated([file('a', sale, twice)], masterWith(['P1'], ['A']));
    expect(result.rows.quarantined).toBe(2);
    expect(result.refusals.map(({ code }) => code)).toEqual([
      'line-identity-repeated',
      'line-partner-unknown',
      'line-identity-repeated',
    ]);
  });

  it('goes back to an old content that another file says, not to one that is only sent again', () => {
    const corrected = lineOf({ netValue: '3000.00' });
    const first = file('a', sale);
    expect(amounts(calculated([first, file('b', corrected), first]))).toEqual(['P1 60.00']);
    expect(amounts(calculated([first, file('b', corrected), file('c', sale)]))).toEqual(['P1 20.00']);
  });

  it('takes a document without line numbers that comes cut for neither new nor whole, as an import does', () => {
    const lines = ['A-1', 'A-2'].map((line) => lineOf({ line, netValue: '1000.00' }));
    const whole = file('a', ...lines);
    const cut = file('b', ...lines.slice(1));
    const unnumbered = ({ sha256, rows }: LineFileRows): LineFileRows => ({
      sha256,
      rows: rows.map((row) => ({ ...row, document: 'D1' })),
    });
    const result = calculated([unnumbered(whole), unnumbered(cut)]);
    expect(result.rows).toEqual({ accepted: 2, duplicate: 0, superseded: 0, quarantined: 1 });
    expect(result.refusals.map(({ code }) => code)).toEqual(['line-document-cut']);
    expect(calculated([whole, cut]).rows.duplicate).toBe(1);
  });

  it('computes a line of 25 digits to the cent', () => {
    const vast = lineOf({ netValue: '1234567890123456789012345.67' });
    expect(amounts(calculated([file('a', vast)]))).toEqual(['P1 24691357802469135780246.91']);
  });
});
