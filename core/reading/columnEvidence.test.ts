import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnEvidence } from './columnEvidence.ts';
import { DATE_FORMATS, readDate } from './readDate.ts';
import { readNumber, WRITTEN_NUMBERS } from './readNumber.ts';

function numbers(texts: readonly string[]) {
  const evidence = new ColumnEvidence(WRITTEN_NUMBERS, (text, format) => readNumber(text, format));
  for (const text of texts) evidence.add(text);
  return evidence.verdict();
}

function dates(texts: readonly string[]) {
  const evidence = new ColumnEvidence(DATE_FORMATS, readDate);
  for (const text of texts) evidence.add(text);
  return evidence.verdict();
}

describe('a column of numbers', () => {
  it.each([
    ['1,234 everywhere', ['1,234', '2,500', '3']],
    ['1.234 everywhere', ['1.234', '-3.000']],
  ])('is asked about: %s', (_, texts) => {
    expect(numbers(texts)).toMatchObject({
      is: 'ambiguous',
      example: texts[0],
      readings: [{ format: '1,234.56' }, { format: '1.234,56' }],
    });
  });

  it.each([
    ['one decimal point', ['1,234', '12.5'], '1,234.56'],
    ['one decimal comma', ['1.234', '12,5'], '1.234,56'],
    ['a zero before the point', ['1.234', '0.125'], '1,234.56'],
    ['two groups', ['1.234', '1.234.567'], '1.234,56'],
  ])('is decided by %s', (_, texts, format) => {
    expect(numbers(texts)).toEqual({ is: 'certain', format, isProved: true });
  });

  it('is plain where nothing tells the formats apart', () => {
    expect(numbers(['1', '25', '-3', ''])).toEqual({ is: 'certain', format: '1,234.56', isProved: false });
  });

  it('contradicts itself', () => {
    expect(numbers(['12,5', '12.5'])).toEqual({
      is: 'contradictory',
      examples: [
        { format: '1,234.56', example: '12,5' },
        { format: '1.234,56', example: '12.5' },
      ],
    });
  });

  it('is no column of numbers', () => {
    expect(numbers(['tea', '', 'jam'])).toEqual({ is: 'none', example: 'tea' });
  });

  it('is not decided by texts that nobody reads', () => {
    expect(numbers(['12,5', 'n/a'])).toMatchObject({ is: 'certain', format: '1.234,56' });
  });
});

describe('what is remembered of a column', () => {
  it('holds no long texts', () => {
    const evidence = new ColumnEvidence(WRITTEN_NUMBERS, (text, format) => readNumber(text, format));
    const long = (at: number) => `${at} ${'x'.repeat(300)}`;
    for (let at = 0; at < 100; at += 1) evidence.add(long(at));
    evidence.add('tea');
    const kept = [...Object.values(evidence)].flatMap((held) => (held instanceof Set ? [...held] : []));
    expect(kept).toEqual(['tea']);
    expect(evidence.verdict()).toEqual({ is: 'none', example: long(0).slice(0, 200) });
  });
});

describe('a column of days', () => {
  it.each([
    [['01/02/2026', '03/04/2026'], 'day-month-year month-day-year'],
    [['01/02/03'], 'year-month-day day-month-year month-day-year'],
    [['46387'], 'serial1900 serial1904'],
  ])('is asked about: %j', (texts, formats) => {
    const verdict = dates(texts);
    expect(verdict.is === 'ambiguous' && verdict.readings.map(({ format }) => format).join(' ')).toBe(
      formats,
    );
  });

  it.each([
    [['01/02/2026', '13/02/2026'], 'day-month-year'],
    [['01/02/2026', '02/13/2026'], 'month-day-year'],
    [['2026-01-02', '31.12.2026'], 'day-month-year'],
  ])('is decided: %j', (texts, format) => {
    expect(dates(texts)).toEqual({ is: 'certain', format, isProved: true });
  });

  it('may be read in any order where each says the same', () => {
    expect(dates(['2026-01-02'])).toMatchObject({ is: 'certain', format: 'year-month-day', isProved: false });
  });

  it('contradicts itself', () => {
    expect(dates(['13/02/2026', '02/13/2026']).is).toBe('contradictory');
  });
});

describe('the verdict', () => {
  it('depends neither on the order of texts nor on how often they occur', () => {
    const text = fc.constantFrom('1', '1,234', '1.234', '12.5', '12,5', 'x', '', '1.234.567');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.array(text, { maxLength: 3 }), (texts, again) => {
        const repeated = texts.filter((one) => again.includes(one));
        expect(numbers([...texts].reverse().concat(repeated)).is).toBe(numbers(texts).is);
      }),
      { seed: 20261129, numRuns: 300 },
    );
  });
});
