import { isCountry } from '../../core/bank/isCountry.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { type DocumentKind, factsOfKind } from '../../core/document/rebateDocument.ts';
import type { Tx } from '../ports.ts';

/** What can be missing before a document can be issued to a partner; each has words on the page, and a place where it is said. */
export const DOCUMENT_LACKS = ['partnerCountry', 'partnerTaxId', 'companyParty', 'companySeries'] as const;
export type DocumentLack = (typeof DOCUMENT_LACKS)[number];

type Place = {
  readonly company: string;
  readonly day: LocalDate;
  readonly batch: number;
};

/** With whom documents of which kinds are to be. */
export type DocumentedParty = { readonly partner: string; readonly kinds: readonly DocumentKind[] };

/**
 * What documents with each of these partners would be refused for, in their order, known before anybody proposes or issues them. All of
 * them are asked for at once, however many there are.
 */
export async function documentLacks(
  tx: Tx,
  { company, day, batch }: Place,
  parties: readonly DocumentedParty[],
): Promise<readonly (readonly DocumentLack[])[]> {
  const codes = [...new Set(parties.flatMap(({ partner, kinds }) => (kinds.length > 0 ? [partner] : [])))];
  if (codes.length === 0) return parties.map(() => []);
  const of = { kind: 'partner', codes, effective: day, batch, limit: codes.length } as const;
  const known = new Map((await tx.master.page(of)).map(({ code, attributes }) => [code, attributes]));
  const series = new Set((await tx.settlements.seriesOf(company)).map(({ kind }) => kind));
  const hasParty = (await tx.settlements.partyOf(company)) !== undefined;
  return parties.map(({ partner, kinds }) => {
    if (kinds.length === 0) return [];
    const { country = '', taxId, registration } = known.get(partner) ?? {};
    // The seller of a self-billed document is the partner: there its tax number is needed.
    const isSeller = kinds.some((kind) => factsOfKind(kind).ourSide === 'buyer');
    const isMissing: Readonly<Record<DocumentLack, boolean>> = {
      partnerCountry: !isCountry(country),
      partnerTaxId: isSeller && !taxId && !registration,
      companyParty: !hasParty,
      companySeries: kinds.some((kind) => !series.has(kind)),
    };
    return DOCUMENT_LACKS.filter((lack) => isMissing[lack]);
  });
}
