import { createHash } from 'node:crypto';
import { type PackageFile, zipped } from '../adapters/files/auditPackageFiles.ts';
import { tableExport } from '../adapters/files/tableExport.ts';
import type { ShownStatement } from '../app/statements/partnerStatement.ts';
import type { StatedProof } from '../app/statements/statementProofs.ts';
import { LISTED_FIELDS, listedRows } from '../core/statement/lineRows.ts';
import { canonicalJson, type Json } from '../core/text/canonicalJson.ts';

/**
 * A statement with all that stands behind it, packed: its forms, the lines that the amounts were earned by,
 * a proof for each agreement, and `proofs.json`, which says what each proof is of, or why there is none. The
 * same statement is the same bytes.
 */
export async function statementPackage(
  forms: ReadonlyMap<string, Uint8Array>,
  { earnings }: ShownStatement,
  proofs: readonly StatedProof[],
): Promise<Uint8Array> {
  const rows = listedRows(earnings);
  const files: PackageFile[] = [...forms].map(([name, bytes]) => ({ name, content: Buffer.from(bytes) }));
  for (const format of ['csv', 'xlsx'] as const) {
    const content = Buffer.from(await tableExport(format, LISTED_FIELDS, rows));
    files.push({ name: `lines.${format}`, content });
  }
  const named: Json[] = [];
  for (const [index, { agreement, batch, proof, refusals = [] }] of proofs.entries()) {
    const place = { agreement, batch };
    if (proof === undefined) {
      named.push({ ...place, refused: refusals.map(({ code, facts }) => ({ code, facts: { ...facts } })) });
      continue;
    }
    const content = Buffer.from(`${canonicalJson(proof as unknown as Json)}\n`);
    // A code may hold signs that no name of a file can.
    const file = `proof-${index + 1}.json`;
    files.push({ name: file, content });
    named.push({ ...place, file, sha256: createHash('sha256').update(content).digest('hex') });
  }
  const content = Buffer.from(`${JSON.stringify({ proofs: named }, undefined, 2)}\n`);
  return zipped([...files, { name: 'proofs.json', content }]);
}
