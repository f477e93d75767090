import { describe, expect, it } from 'vitest';
import { betweenCompanies, type CompanyStanding } from './betweenCompanies.ts';

type Amounts = Readonly<Record<string, bigint>>;
type Told = { readonly [name in 'borne' | 'open' | 'settles' | 'lapses']?: Amounts };

const of = (amounts: Amounts = {}) => new Map(Object.entries(amounts));

/** The transfers between companies: "company debit credit amount counterparty". */
function passed(told: Told, direction: 'customerRebate' | 'supplierRebate' = 'customerRebate'): string[] {
  const standing: CompanyStanding = {
    ...{
      partner: 'P1',
      currency: 'EUR',
      subject: { agreement: 'A', term: 't', window: { from: 0, until: 1 } },
    },
    ...{ borne: of(told.borne), open: of(told.open ?? told.borne) },
    ...{ settles: of(told.settles), lapses: of(told.lapses) },
  };
  const about = { effectiveOn: 0, origin: { kind: 'settlement', id: 's' }, leg: 'between' };
  const transfers = betweenCompanies({ company: 'HQ', direction }, standing, about);
  expect(new Set(transfers.map(({ company, leg }) => `${company} ${leg}`)).size).toBe(transfers.length);
  return transfers.map((one) => `${one.company} ${one.debit} ${one.credit} ${one.minor} ${one.counterparty}`);
}

describe('what passes between companies', () => {
  const borne = { DE: 1200n, FR: 1800n };

  it('is nothing while nothing is settled, or where who settles bears all', () => {
    expect(passed({ borne })).toEqual([]);
    expect(passed({ borne: { HQ: 500n }, settles: { HQ: 500n } })).toEqual([]);
  });

  it('is the accrual of whoever bears what another one settles', () => {
    expect(passed({ borne, settles: { HQ: 1000n } })).toEqual([
      ...['DE accruedLiability intercompany 400 HQ', 'HQ intercompany accruedLiability 400 DE'],
      ...['FR accruedLiability intercompany 600 HQ', 'HQ intercompany accruedLiability 600 FR'],
    ]);
  });

  it('goes the other way round where a supplier owes it', () => {
    expect(passed({ borne: { DE: 1200n }, settles: { HQ: 1200n } }, 'supplierRebate')).toEqual([
      ...['DE intercompany accruedReceivable 1200 HQ', 'HQ accruedReceivable intercompany 1200 DE'],
    ]);
  });

  it('is what lapses, too: it is a gain of whom it was accrued by', () => {
    expect(passed({ borne: { DE: 1200n }, settles: { HQ: 1200n }, lapses: { HQ: 200n } })).toEqual([
      ...['DE accruedLiability intercompany 1200 HQ', 'HQ intercompany accruedLiability 1200 DE'],
      ...['DE intercompany lapsed 200 HQ', 'HQ lapsed intercompany 200 DE'],
    ]);
  });

  it('is what a trading company has settled for the others, as when its partner keeps money back', () => {
    expect(passed({ borne, settles: { DE: 3000n } })).toEqual([
      // DE has given 30.00 for 12.00 of its own.
      ...['DE intercompany accruedLiability 1800 HQ', 'HQ accruedLiability intercompany 1800 DE'],
      ...['FR accruedLiability intercompany 1800 HQ', 'HQ intercompany accruedLiability 1800 FR'],
    ]);
  });
});
