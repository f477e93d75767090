import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MasterRow } from '../../app/ports.ts';
import { openScenario, type Scenario } from '../support/scenario.ts';

// One agreement over a year, 2 % from 1,000.00, 4 % from 2,000.00, on goods of category A as master
// data stands now. Each thing that can happen to an amount happens alone, then all of them at once.
const STORY_A = JSON.parse(readFileSync(new URL('storyA/agreement.json', import.meta.url), 'utf8'));
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,returnOfDocument,returnOfLine';
const sale = (document: string, date: string, value: string, product = 'X') =>
  `erp,${document},1,sale,EU,P1,${product},${date},1,EA,${value},EUR,,`;
const back = (document: string, date: string, value: string, original: string) =>
  `erp,${document},1,sale,EU,P1,X,${date},-1,EA,${value},EUR,${original},1`;
const product = (code: string, category: string): MasterRow => ({
  kind: 'product',
  code,
  name: code,
  attributes: { category },
});

function agreement(upperPercent: string): unknown {
  const [term] = STORY_A.terms;
  const value = { of: 'value', basis: 'net' };
  const category = { attribute: 'product.category', in: ['A'] };
  const rows = [
    { from: '1000', percent: '2' },
    { from: '2000', percent: upperPercent },
  ];
  const eligibility = {
    include: [category],
    exclude: [],
    attributesAsOf: 'current',
    payment: 'any',
    submission: 'any',
  };
  return {
    ...STORY_A,
    id: 'CAUSES',
    terms: [{ ...term, qualifier: value, payout: value, eligibility, tiers: { boundary: 'atLeast', rows } }],
  };
}

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'Partner One', attributes: {} },
    product('X', 'A'),
    product('Y', 'B'),
  ]);
  await story.agreement(agreement('4'));
  await story.calculate();
});
afterAll(() => story.close());

const booked = async () => {
  const bookings = await story.calculate();
  expect(bookings.length).toBeLessThanOrEqual(1);
  const [booking] = bookings;
  const sum = Object.values(booking?.causes ?? {}).reduce((total, minor) => total + minor, 0n);
  expect(sum).toBe(booking?.delta ?? 0n);
  return booking?.causes ?? {};
};

describe('each cause alone', () => {
  it('lines on time', async () => {
    story.on('2026-02-01');
    await story.lines(HEADER, sale('S1', '2026-01-20', '1500.00'), sale('S2', '2026-01-21', '800.00', 'Y'));
    expect(await booked()).toEqual({ onTimeLines: 3000n });
  });

  it('a correction of a known line', async () => {
    story.on('2026-02-02');
    await story.lines(HEADER, sale('S1', '2026-01-20', '1400.00'));
    expect(await booked()).toEqual({ corrections: -200n });
  });

  it('master data: the other product is of the category now, and the next tier is reached', async () => {
    story.on('2026-02-03');
    await story.master([product('Y', 'A')]);
    // 2,200.00 at 4 % = 88.00 instead of 28.00
    expect(await booked()).toEqual({ masterData: 6000n });
  });

  it('terms: a new version for past and future', async () => {
    story.on('2026-02-04');
    await story.agreement(agreement('5'), true);
    expect(await booked()).toEqual({ terms: 2200n });
  });

  it('a return, which takes the tier away', async () => {
    story.on('2026-02-05');
    await story.lines(HEADER, back('R1', '2026-02-05', '-400.00', 'S1'));
    // 1,800.00 at 2 % = 36.00 instead of 110.00
    expect(await booked()).toEqual({ returns: -7400n });
  });

  it('a late line, for a window that was over when it was last calculated', async () => {
    story.on('2027-01-10');
    await story.calculate();
    await story.lines(HEADER, sale('S3', '2026-12-30', '100.00'));
    expect(await booked()).toEqual({ lateLines: 200n });
  });
});

describe('all at once', () => {
  it('books one difference, whose causes stand in their fixed order and add up', async () => {
    story.on('2027-01-20');
    await story.agreement(agreement('10'), true);
    await story.master([product('Y', 'B')]);
    await story.lines(
      HEADER,
      sale('S1', '2026-01-20', '1600.00'),
      sale('S4', '2026-12-31', '1000.00'),
      back('R2', '2027-01-15', '-50.00', 'S3'),
    );
    const causes = await booked();
    // 1,900.00 at 2 % = 38.00 was booked. Terms: nothing at this tier. Master data: 1,100.00 left, 22.00.
    // Late: 2,100.00 at 10 % = 210.00. Corrections: + 200.00 = 230.00. Returns: − 50.00 = 225.00.
    expect(Object.entries(causes)).toEqual([
      ['masterData', -1600n],
      ['lateLines', 18_800n],
      ['corrections', 2000n],
      ['returns', -500n],
    ]);
  });
});
