import type { RefusedStagedRow } from '../../app/ports/importStore.ts';
import type { SourceDocument } from '../../app/ports.ts';
import type { Session } from './session.ts';

/**
 * When these bytes came in first, if they came before and stayed: a file that is sent again says
 * nothing new. One that was undone never came.
 */
const FIRST_BATCH = `
  SELECT min(d.batch) AS batch FROM source_document d
  WHERE d.tenant_id = $1 AND d.sha256 = $2 AND d.batch < $3
    AND NOT EXISTS (SELECT FROM import_undo u WHERE u.tenant_id = $1 AND u.document_id = d.id)`;

const INSERT_DOCUMENT = `
  INSERT INTO source_document (tenant_id, id, source, name, sha256, bytes, columns, batch,
    identity, parent_id, mapping_name, mapping_version, actor, kind, row_count)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, count(*) FROM pg_temp.staged_row`;

/**
 * The disposition of each row, in this order: refused; the current content, or a second copy in
 * this file; of a file sent again, what another file has replaced since ($3 is the batch of its
 * first arrival); new. A content that was replaced comes back as a new revision when another file
 * says it. `last` is the last revision of the row's identity; what was undone says nothing.
 */
const insertRows = (last: string) => `
  INSERT INTO received_row
    (tenant_id, document_id, row_number, parent_row, texts, disposition, refusals, fields, aliases,
     source, document, line, revision)
  SELECT $1, $2, s.row_number, s.parent_row, s.texts,
    CASE
      WHEN s.refusals <> '[]' THEN 'quarantined'
      WHEN last.is_same THEN 'duplicate'
      WHEN last.is_newer THEN 'superseded'
      WHEN s.row_number > again.first_row THEN 'duplicate'
      ELSE 'accepted'
    END,
    s.refusals, CASE WHEN s.refusals <> '[]' THEN s.fields END, s.aliases, s.source, s.document, s.line,
    CASE
      WHEN s.refusals <> '[]' THEN NULL
      WHEN last.is_same OR last.is_newer THEN last.revision
      ELSE coalesce(last.revision, 0) + 1
    END
  FROM pg_temp.staged_row s
  LEFT JOIN (
    SELECT source, document, line, min(row_number) AS first_row FROM pg_temp.staged_row
    WHERE refusals = '[]' GROUP BY source, document, line HAVING count(*) > 1
  ) again ON again.source = s.source AND again.document = s.document AND again.line = s.line
  LEFT JOIN LATERAL (${last}) last ON true`;

/** When these bytes came in first. */
export async function firstBatch(session: Session, { sha256 }: SourceDocument, batch: number) {
  const [first] = await session.query<{ batch: bigint | null }>(FIRST_BATCH, [session.tenant, sha256, batch]);
  return first?.batch ?? null;
}

/**
 * Writes an import and where each of its staged rows ended. `last` asks for the last revision of the
 * row `s` in what is known of its kind: whether it has the same content, and whether it is newer than
 * the first arrival of these bytes, batch $3, hash $4.
 */
export async function receiveStaged(
  session: Session,
  document: SourceDocument,
  { batch, first, last }: { readonly batch: number; readonly first: bigint | null; readonly last: string },
): Promise<void> {
  const { id, source, name, sha256, bytes, columns, identity, parent, mapping, actor } = document;
  const { kind = 'lines' } = document;
  await session.query(INSERT_DOCUMENT, [
    session.tenant,
    ...[id, source, name, sha256, bytes, JSON.stringify(columns), batch],
    ...[identity, parent ?? null, mapping?.name ?? null, mapping?.version ?? null, actor, kind],
  ]);
  await session.query(insertRows(last), [session.tenant, id, first, sha256]);
}

/** Takes the refused rows out of staging, and gives them. */
export function dropRefused(session: Session): Promise<readonly RefusedStagedRow[]> {
  return session.query<RefusedStagedRow>(
    `DELETE FROM pg_temp.staged_row WHERE refusals <> '[]' RETURNING row_number AS row, refusals`,
  );
}
