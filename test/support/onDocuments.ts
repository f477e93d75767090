import type { Actor } from '../../app/actor.ts';
import { setCompanyParty, setDocumentSeries } from '../../app/settlement/documentSettings.ts';
import type { DocumentKind } from '../../core/document/rebateDocument.ts';
import { type Scenario, taken } from './scenario.ts';

/** Lets a company stand on documents, each kind of them with a series of its own that is numbered here. */
export async function onDocuments(
  { ports, tenant }: Scenario,
  series: Readonly<Partial<Record<DocumentKind, string>>>,
  company = 'EU',
): Promise<void> {
  const actor: Actor = { kind: 'person', id: 'anna' };
  const address = { addressLines: ['Ring 1'], country: 'AT', taxId: 'ATU12345678' };
  const party = { name: `${company} GmbH`, ...address };
  taken(await setCompanyParty(ports, tenant, { actor, company, party }));
  for (const [kind, name] of Object.entries(series)) {
    const numbering = { kind: kind as DocumentKind, series: name, numberedBy: 'here' } as const;
    taken(await setDocumentSeries(ports, tenant, { actor, company, ...numbering }));
  }
}
