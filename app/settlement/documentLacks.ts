import { isCountry } from '../../core/bank/isCountry.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { type DocumentKind, factsOfKind } from '../../core/document/rebateDocument.ts';
import type { Tx } from '../ports.ts';

/** What can be missing before a document can be issued to a partner; each has words on the page, and a place where it is said. */
export const DOCUMENT_LACKS = ['partnerCountry', 'partnerTaxId', 'companyParty', 'companySeries'] as const;
export type DocumentLack = (typeof DOCUMENT_LACKS)[number];

type Place = {
  readonly company: string;
  readonly partner: string;
  /** Of the documents that are to be. */
  readonly kinds: readonly DocumentKind[];
  readonly day: LocalDate;
  readonly batch: number;
};

/**
 * What documents of these kinds would be refused for, known before anybody proposes or issues them. The seller of a
 * self-billed document is the partner: there its tax number is needed.
 */
export async function documentLacks(
  tx: Tx,
  { company, partner, kinds, day, batch }: Place,
): Promise<readonly DocumentLack[]> {
  if (kinds.length === 0) return [];
  const of = { kind: 'partner', code: partner, effective: day, batch, limit: 1 } as const;
  const [known] = await tx.master.page(of);
  const { country = '', taxId, registration } = known?.attributes ?? {};
  const series = new Set((await tx.settlements.seriesOf(company)).map(({ kind }) => kind));
  const isSeller = kinds.some((kind) => factsOfKind(kind).ourSide === 'buyer');
  const isMissing: Readonly<Record<DocumentLack, boolean>> = {
    partnerCountry: !isCountry(country),
    partnerTaxId: isSeller && !taxId && !registration,
    companyParty: (await tx.settlements.partyOf(company)) === undefined,
    companySeries: kinds.some((kind) => !series.has(kind)),
  };
  return DOCUMENT_LACKS.filter((lack) => isMissing[lack]);
}
