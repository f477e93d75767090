import { expect, test } from 'vitest';
import type { MasterPage } from '../ports/masterPage.ts';
import type { Tx } from '../ports.ts';
import { documentLacks } from './documentLacks.ts';

const PARTNERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FR: { country: 'FR', taxId: 'FR1' },
  NUMBER: { country: 'DE', registration: 'HRB 1' },
  BARE: {},
};
const PLACE = { company: 'NW', day: 20_000, batch: 3 };

/** A company without a party of its own, that numbers credit notes alone. */
function asked(): { readonly tx: Tx; readonly questions: MasterPage[] } {
  const questions: MasterPage[] = [];
  const tx = {
    master: {
      page: async (page: MasterPage) => {
        questions.push(page);
        return (page.codes ?? [])
          .flatMap((code) => (PARTNERS[code] ? [{ code, attributes: PARTNERS[code] }] : []))
          .slice(0, page.limit);
      },
    },
    settlements: { seriesOf: async () => [{ kind: 'creditNote' }], partyOf: async () => undefined },
  };
  return { tx: tx as unknown as Tx, questions };
}

test('what documents lack is asked for once, however many partners there are, and said of each', async () => {
  const { tx, questions } = asked();
  const lacks = await documentLacks(tx, PLACE, [
    { partner: 'FR', kinds: ['creditNote'] },
    { partner: 'BARE', kinds: ['creditNote', 'debitNote'] },
    { partner: 'BARE', kinds: ['selfBilledInvoice'] },
    { partner: 'NUMBER', kinds: ['selfBilledInvoice'] },
    { partner: 'NOBODY', kinds: ['creditNote'] },
    { partner: 'UNASKED', kinds: [] },
  ]);
  expect(lacks).toEqual([
    ['companyParty'],
    ['partnerCountry', 'companyParty', 'companySeries'],
    ['partnerCountry', 'partnerTaxId', 'companyParty', 'companySeries'],
    ['companyParty', 'companySeries'],
    ['partnerCountry', 'companyParty'],
    [],
  ]);
  expect(questions).toEqual([
    { kind: 'partner', codes: ['FR', 'BARE', 'NUMBER', 'NOBODY'], effective: 20_000, batch: 3, limit: 4 },
  ]);
});

test('where nothing is documented nothing is asked', async () => {
  const { tx, questions } = asked();
  expect(await documentLacks(tx, PLACE, [{ partner: 'BARE', kinds: [] }])).toEqual([[]]);
  expect(questions).toEqual([]);
});
