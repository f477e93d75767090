import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainEarning } from '../../app/earnings/explainEarning.ts';
import { explainLine } from '../../app/earnings/explainLine.ts';
import { listEarnings } from '../../app/earnings/listEarnings.ts';
import type { MasterRow } from '../../app/ports.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';

// Two partners share a budget of 30.00, first come, first served: what one of them earned can be
// explained only with the lines of the other, and shows nothing of them.
const STORY_A = JSON.parse(readFileSync(new URL('storyA/agreement.json', import.meta.url), 'utf8'));
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const sale = (document: string, partner: string, date: string, value: string) =>
  `erp,${document},1,sale,EU,${partner},X,${date},1,EA,${value},EUR`;
const named = (kind: MasterRow['kind'], code: string): MasterRow => ({
  kind,
  code,
  name: code,
  attributes: {},
});

function agreement(): unknown {
  const value = { of: 'value', basis: 'net' };
  const tiers = { boundary: 'atLeast', rows: [{ from: '0', percent: '2' }] };
  const limits = [{ of: 'amount', scope: 'programme', max: '30', order: 'transactionDate' }];
  const [term] = STORY_A.terms;
  return { ...STORY_A, id: 'BUDGET', terms: [{ ...term, qualifier: value, payout: value, tiers, limits }] };
}

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-06-30');
  await story.master([named('partner', 'P1'), named('partner', 'P2'), named('product', 'X')]);
  await story.agreement(agreement());
  await story.lines(
    HEADER,
    sale('D1', 'P1', '2026-02-01', '1000'),
    sale('D2', 'P2', '2026-03-01', '1000'),
    sale('D3', 'P1', '2025-12-31', '1000'),
  );
  await story.calculate();
});
afterAll(() => story.close());

describe('an amount that partners share a limit for', () => {
  it('is explained from all lines, and shows those of its partner', async () => {
    const { rows } = await listEarnings(story.ports, story.tenant, { limit: 10 });
    const explained = await Promise.all(
      rows.map(async ({ id }) => taken(await explainEarning(story.ports, story.tenant, id))),
    );
    expect(
      explained.map(({ row, lines }) => [
        row.account.partner,
        row.earnedMinor,
        lines.map(({ line, shareMinor }) => `${line.document} ${shareMinor}`),
      ]),
    ).toEqual([
      ['P1', 2000n, ['D1 2000']],
      ['P2', 1000n, ['D2 1000']],
    ]);
    expect(JSON.stringify(explained[1]?.explanation)).not.toMatch(/P1|D1/);
  });
});

describe('a line that does not count', () => {
  it('says what would change it', async () => {
    const place = { source: 'erp', document: 'D3', line: '1' };
    const { terms } = taken(await explainLine(story.ports, story.tenant, place));
    expect(terms).toMatchObject([
      {
        agreement: 'BUDGET',
        match: { state: 'excluded', reason: 'outsideWindows' },
        change: { kind: 'dayFrom', facts: { day: '2025-12-31', wanted: '2026-01-01' } },
      },
    ]);
  });
});
