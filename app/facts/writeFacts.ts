import type { Disposition } from '../../core/fact/knownLines.ts';
import { accept, type Result, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { Actor } from '../actor.ts';
import { MASTER_FIELDS } from '../intake/parseMaster.ts';
import type { StagedKind } from '../ports/factStore.ts';
import type { Ports, TenantId } from '../ports.ts';
import type { FactFeed } from './factImport.ts';
import { fieldsOf } from './factKinds.ts';
import { importFacts } from './importFacts.ts';

/** Where a fact ended, and the revision that it is or that stands in its place. */
export type FactWritten = { readonly disposition: Disposition; readonly revision: number };

/** What one sender calls a fact, field by field. */
export type FactTexts = Readonly<Record<string, string>>;

/**
 * Payments, stock counts or master data from another program: as a file of these rows, by the same rules. What is
 * refused stands in quarantine, too. Refuses: known-day-backwards; each row: those of its kind,
 * line-identity-repeated.
 */
export async function writeFacts(
  ports: Ports,
  tenant: TenantId,
  kind: StagedKind,
  items: readonly FactTexts[],
  actor: Actor,
): Promise<Result<readonly Result<FactWritten>[]>> {
  const open = async () => accept(feedOf(ports, kind, items));
  const done = await importFacts(ports, tenant, { kind, open, actor });
  if (!done.ok) return done;
  const { id } = done.value.document;
  const ends = await ports.store.inTenant(tenant, (tx) => tx.facts.ends(id));
  return accept(
    ends.map(({ disposition, revision, refusals }) =>
      revision === undefined ? refused(...refusals) : accept({ disposition, revision }),
    ),
  );
}

/** The same rows are the same bytes, whatever a sender's JSON looks like. */
function feedOf({ sha256 }: Ports, kind: StagedKind, items: readonly FactTexts[]): FactFeed {
  const columns = columnsOf(kind, items);
  const bytes = utf8(canonicalJson(items));
  const rows = items.map((fields, index) => ({
    row: index + 1,
    texts: columns.map((column) => fields[column] ?? ''),
    fields,
    refusals: [],
  }));
  return {
    name: 'api',
    columns,
    batches: (async function* () {
      yield accept(rows);
    })(),
    document: () => ({ sha256: hex(sha256(bytes)), bytes: bytes.length }),
  };
}

/** Of master data, which has attributes of any name, those that are said. */
function columnsOf(kind: StagedKind, items: readonly FactTexts[]): readonly string[] {
  if (kind !== 'master') return fieldsOf(kind).fields;
  return [...new Set([...MASTER_FIELDS, ...items.flatMap((item) => Object.keys(item))])];
}
