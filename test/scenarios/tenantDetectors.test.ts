import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { detect, scanTenant } from '../../app/trust/detecting.ts';
import { eachHistoryLine } from '../../app/trust/historyLines.ts';
import { readingOf } from '../../app/trust/reading.ts';
import { tenantHistory } from '../../app/trust/tenantHistory.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import type { HistoryLine } from '../../core/trust/history.ts';
import { openScenario, type Scenario } from '../support/scenario.ts';
import { agreementText } from '../support/trade.ts';

// A wholesaler pays 2 % of a year's sales from 1,000 on. One invoice was written twice: detectors see it in what the
// tenant has brought in, with nothing but its own tables.

const ALL = { parameters: {} } as const;

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'P1', name: 'Adler', attributes: { country: 'AT', taxId: 'ATU12345678' } },
    { kind: 'partner', code: 'P2', name: 'Berg', attributes: { country: 'AT' } },
    ...['A', 'B', 'C', 'D'].map((code) => ({
      ...{ kind: 'product' as const, code, name: code, attributes: { category: 'tools' } },
    })),
  ]);
  await story.agreement(agreementText({}, { id: 'BONUS' }));
  story.on('2026-12-01');
  await story.lines(
    'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency',
    ...invoice('D1', 'P1', '2026-02-03'),
    ...invoice('D2', 'P1', '2026-02-05'),
    ...invoice('D3', 'P2', '2026-03-01'),
    'erp,D4,1,sale,EU,P1,A,2026-05-05,-1,EA,-130.01,EUR',
  );
  story.on('2027-06-01');
  await story.calculate();
});
afterAll(() => story.close());

/** Four lines of no round amounts. */
function invoice(document: string, partner: string, day: string): string[] {
  return ['A', 'B', 'C', 'D'].map(
    (product, index) =>
      `erp,${document},${index + 1},sale,EU,${partner},${product},${day},${index + 3},EA,${index + 3}31.${index}7,EUR`,
  );
}

describe('detectors on what a tenant has', () => {
  it('read its partners, products, the ladder, what was earned of it, and nothing settled', async () => {
    const history = await tenantHistory(story.ports, readingOf(story.ports, story.tenant));
    expect(history.partners.map(({ partner, kind, taxId }) => [partner, kind, taxId])).toEqual([
      ['P1', 'customer', 'ATU12345678'],
      ['P2', 'customer', undefined],
    ]);
    expect(history.products.map(({ product, category }) => [product, category])).toEqual(
      ['A', 'B', 'C', 'D'].map((code) => [code, 'tools']),
    );
    expect(history.agreements).toMatchObject([
      { agreement: 'BONUS', side: 'customer', basis: 'value', windows: 'year', partners: [], products: [] },
    ]);
    // 2 % of 1,924.88 twice less 130.01, and of 1,924.88 once.
    const earned = history.earnings.toSorted((a, b) => b.earned - a.earned);
    expect(earned.map(({ partner, base, settled, claimed }) => [partner, base, settled, claimed])).toEqual([
      ['P1', 371_975, 0, 0],
      ['P2', 192_488, 0, 0],
    ]);
    expect(earned.map(({ earned: minor }) => minor)).toEqual([7440, 3850]);
  });

  it('see each line once, in the order of partner, day and document', async () => {
    const seen: HistoryLine[] = [];
    const read = readingOf(story.ports, story.tenant);
    await eachHistoryLine(read, await tenantHistory(story.ports, read), (line) => seen.push(line));
    const places = seen.map(({ partner, day, document, line }) =>
      [partner, formatDate(day), document, line].join(' '),
    );
    expect(places).toEqual(places.toSorted());
    expect(places).toHaveLength(13);
    expect(seen.at(8)).toMatchObject({ document: 'D4', quantity: -1_000_000, minor: -13_001, unit: 'EA' });
  });

  it('find the invoice that was written twice', async () => {
    const findings = await detect(story.ports, story.tenant, ALL);
    const found = findings.map(({ detector, id }) => `${detector} ${id}`);
    expect(found).toContain('duplicateInvoices erp/D2/1');
    expect(found.filter((one) => one.startsWith('duplicateInvoices'))).toHaveLength(1);
  });

  it('find the same of one partner alone, and nothing of another one', async () => {
    const of = async (partner: string) =>
      (await detect(story.ports, story.tenant, { ...ALL, partner })).map((one) => one.partner);
    expect(new Set(await of('P1'))).toEqual(new Set(['P1']));
    expect(await of('P2')).not.toContain('P1');
  });

  it('say how many lines they saw, and who looked at nothing', async () => {
    const { lines, idle } = await scanTenant(story.ports, story.tenant, ALL);
    expect(lines).toBe(13);
    expect(idle.map(({ detector }) => detector)).toContain('duplicateClaims');
  });

  it('find the same again', async () => {
    const again = () => detect(story.ports, story.tenant, ALL);
    expect(await again()).toEqual(await again());
  });
});
