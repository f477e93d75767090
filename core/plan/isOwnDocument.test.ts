import { describe, expect, it } from 'vitest';
import { agreementOf, lineOf, masterOfTexts, planTermOf, type Texts } from '../../test/support/trade.ts';
import { NO_MASTER } from '../master/master.ts';
import { findSales } from './findSales.ts';
import { isOwnDocument } from './isOwnDocument.ts';

const NUMBERED: Texts = { document: 'CN-17' };
const BACK: Texts = { document: 'R1', returnOfDocument: 'CN-17', returnOfLine: '1' };

describe('a line of a rebate document of ours', () => {
  it('says so itself, or takes one back that does', () => {
    expect(isOwnDocument(lineOf({ lineKind: 'rebateDocument' }), NO_MASTER)).toBe(true);
    expect(isOwnDocument(lineOf({ lineKind: 'fee' }), NO_MASTER)).toBe(false);
    const { dates, attributes, batch } = lineOf();
    const original = { document: 'CN-17', line: '1', dates, attributes, batch };
    expect(isOwnDocument(lineOf(BACK, { original }), NO_MASTER)).toBe(false);
    const own = { ...original, kind: 'rebateDocument' as const };
    expect(isOwnDocument(lineOf(BACK, { original: own }), NO_MASTER)).toBe(true);
  });

  /** What the register says of the number, and whether lines of it and returns of these are ours. */
  it.each<[string, Record<string, string>, boolean, string?]>([
    ['registered', {}, true],
    ['registered for the partner', { partner: 'P1' }, true],
    ['registered for another partner', { partner: 'P2' }, false],
    ['registered and taken back', { ours: 'no' }, false],
    ['of another company', {}, false, 'US/CN-17'],
    ['another one', {}, false, 'EU/CN-1'],
  ])('is told by its number: %s', (_, attributes, isOurs, code = 'EU/CN-17') => {
    const master = masterOfTexts({ ownDocuments: { [code]: attributes } });
    expect(isOwnDocument(lineOf(NUMBERED), master)).toBe(isOurs);
    expect(isOwnDocument(lineOf(BACK), master)).toBe(isOurs);
    expect(isOwnDocument(lineOf(), master)).toBe(false);
  });

  it('goes by what is said of it last', () => {
    const versions = [{}, { from: '2026-03-01', ours: 'no' }];
    const master = masterOfTexts({ ownDocuments: { 'EU/CN-17': versions } });
    expect(isOwnDocument(lineOf(NUMBERED), master)).toBe(false);
  });

  it('is no return that looks for a sale', () => {
    const returns = { linked: 'originalWindow', unlinked: 'oldestSale', negativeWindow: 'zero' };
    const planned = planTermOf(agreementOf({ returns }));
    const sale = lineOf({ document: 'D1', quantity: '5', netValue: '50' });
    const credit = lineOf({ ...NUMBERED, quantity: '-5', netValue: '-5', invoiceDate: '2026-03-01' });
    const back = lineOf({ document: 'R2', quantity: '-5', netValue: '-50', invoiceDate: '2026-03-02' });
    const master = masterOfTexts({ ownDocuments: { 'EU/CN-17': {} } });
    const found = findSales(planned, [sale, credit, back], master);
    expect(found.map(({ original }) => original?.document)).toEqual([undefined, undefined, 'D1']);
  });
});
