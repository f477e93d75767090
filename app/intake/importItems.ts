import type { Disposition } from '../../core/fact/knownLines.ts';
import { type LineTexts, parseLine } from '../../core/fact/parseLine.ts';
import { accept, type Refusal, type Result } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { Actor } from '../actor.ts';
import type { ImportSummary, Ports, ReceivedRow, TenantId } from '../ports.ts';
import { importLines } from './importLines.ts';
import type { ImportMode, LineFeed } from './lineImport.ts';

/** Lines as the texts of their fields, in the words of our line format; `source` need not be repeated. */
export type ImportItemsInput = {
  readonly source: string;
  readonly items: readonly LineTexts[];
  readonly mode: ImportMode;
  readonly actor: Actor;
};

/** Where an item ended, and why it waits. */
export type ItemEnd = {
  readonly index: number;
  readonly disposition: Disposition;
  readonly refusals: readonly Refusal[];
};

export type ImportedItems = { readonly summary: ImportSummary; readonly items: readonly ItemEnd[] };

/**
 * Lines that a program hands over, through the very import of files: the same rules, counts and
 * quarantine. Refuses: those of importLines.
 */
export async function importItems(
  ports: Ports,
  tenant: TenantId,
  { source, items, mode, actor }: ImportItemsInput,
): Promise<Result<ImportedItems>> {
  const columns = [...new Set(items.flatMap((item) => Object.keys(item)))];
  const rows = items.map((item, index) => rowOf({ source, ...item }, index + 1, columns));
  const bytes = utf8(canonicalJson({ source, items: items.map((item) => ({ ...item })) }));
  const feed: LineFeed = {
    name: 'lines',
    columns,
    batches: (async function* () {
      yield accept(rows);
    })(),
    document: () => ({ sha256: hex(ports.sha256(bytes)), bytes: bytes.length }),
  };
  const refused = new Map<number, readonly Refusal[]>();
  const imported = await importLines(ports, tenant, {
    ...{ source, mode, actor },
    open: async () => accept(feed),
    onRefused: async (pages) => {
      for await (const page of pages) for (const { row, refusals } of page) refused.set(row, refusals);
    },
  });
  if (!imported.ok) return withReasons(imported, refused);
  const { id } = imported.value.document;
  const ends = await ports.store.inTenant(tenant, (tx) => tx.received.dispositions(id));
  return accept({
    summary: imported.value,
    items: items.map((_, index) => ({
      index,
      disposition: ends.get(index + 1) ?? 'quarantined',
      refusals: refused.get(index + 1) ?? [],
    })),
  });
}

/** All or nothing: beside the "no" of the whole the reasons of each item. */
function withReasons(
  no: { readonly ok: false; readonly refusals: readonly Refusal[] },
  refused: ReadonlyMap<number, readonly Refusal[]>,
) {
  return { ok: false as const, refusals: [...no.refusals, ...[...refused.values()].flat()] };
}

function rowOf(fields: LineTexts, row: number, columns: readonly string[]): ReceivedRow {
  const texts = columns.map((column) => fields[column] ?? '');
  const parsed = parseLine(fields);
  if (parsed.ok) return { row, texts, parsed: { line: parsed.value } };
  const refusals = parsed.refusals.map((one) => ({ ...one, facts: { ...one.facts, row: String(row) } }));
  return { row, texts, fields, parsed: { refusals } };
}
