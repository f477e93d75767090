import { accept } from '../../core/refusal/refusals.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { FactFeed } from '../facts/factImport.ts';
import type { FactRow } from '../facts/factKinds.ts';
import { factsOnce } from '../facts/factsOnce.ts';
import type { AliasKind } from '../ports/aliasStore.ts';
import type { ImportSummary, Ports, Tx } from '../ports.ts';
import { aliasReader } from './aliasReader.ts';
import { takenOf } from './importRefused.ts';
import type { LineImport } from './lineImport.ts';

type Names = Readonly<Record<AliasKind, Map<string, string>>>;

/**
 * Brings in the partners and products that lines of a file name and nobody knows, by their codes and, as far as
 * the file says it, their names. They are an import of master data of their own, in the transaction of the lines,
 * so that the file comes in with what it needs or not at all. A row that is no line brings nothing in.
 */
export async function createUnknown(
  ports: Ports,
  tx: Tx,
  input: Pick<LineImport, 'open' | 'actor'>,
): Promise<NonNullable<ImportSummary['created']>> {
  const { name, names } = await unknownIn(tx, input);
  const rows = (['partner', 'product'] as const).flatMap((kind) =>
    [...names[kind]].map(([code, called]) => ({ kind, code, name: called === '' ? code : called })),
  );
  if (rows.length > 0) {
    const open = async () => accept(feedOf(ports, name, rows));
    await factsOnce(ports, tx, { kind: 'master', open, actor: input.actor });
  }
  return { partners: names.partner.size, products: names.product.size };
}

/** Reads the whole file; the first name that is said of a code is the one. */
async function unknownIn(
  tx: Tx,
  { open }: Pick<LineImport, 'open'>,
): Promise<{ readonly name: string; readonly names: Names }> {
  const feed = takenOf(await open());
  const withAliases = aliasReader(await tx.aliases.current());
  const { partners, products } = await tx.master.knownAt(await tx.batches.last());
  const known = { partner: partners, product: products };
  const names: Names = { partner: new Map(), product: new Map() };
  for await (const batch of feed.batches) {
    for (const row of takenOf(batch)) {
      const { parsed, names: said = {} } = withAliases(row);
      if (!('line' in parsed)) continue;
      for (const kind of ['partner', 'product'] as const) {
        const code = parsed.line[kind];
        if (known[kind].has(code)) continue;
        if ((names[kind].get(code) ?? '') === '') names[kind].set(code, said[kind] ?? '');
      }
    }
  }
  return { name: feed.name, names };
}

const COLUMNS = ['kind', 'code', 'name'] as const;
type NewThing = Readonly<Record<(typeof COLUMNS)[number], string>>;

function feedOf({ sha256 }: Pick<Ports, 'sha256'>, name: string, things: readonly NewThing[]): FactFeed {
  const bytes = utf8(canonicalJson(things));
  const rows: readonly FactRow[] = things.map((fields, index) => ({
    row: index + 1,
    texts: COLUMNS.map((column) => fields[column]),
    fields,
    refusals: [],
  }));
  return {
    name,
    columns: COLUMNS,
    batches: (async function* () {
      yield accept(rows);
    })(),
    document: () => ({ sha256: hex(sha256(bytes)), bytes: bytes.length }),
  };
}
