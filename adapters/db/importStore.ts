import type { CommitOptions, ImportStore } from '../../app/ports/importStore.ts';
import type { ImportSummary, SourceDocument } from '../../app/ports.ts';
import { endQuarantined } from './endQuarantined.ts';
import { importSummary } from './importSummary.ts';
import { CONTROL_QUANTITY, LINE_COLUMNS } from './lineColumns.ts';
import {
  keepFields,
  nameRefused,
  QUARANTINE_UNKNOWN,
  QUARANTINE_UNKNOWN_ORIGINAL,
  quarantineCut,
  quarantineRepeated,
} from './quarantineStaged.ts';
import { dropRefused, firstBatch, receiveStaged } from './receiveStaged.ts';
import type { Session } from './session.ts';
import { lineStaging } from './stagedRows.ts';
import { withdrawMissing } from './withdrawMissing.ts';

const COLUMNS = LINE_COLUMNS.map(({ name }) => name).join(', ');

const LAST_LINE = `
  SELECT l.revision, l.withdrawn IS NULL AND l.content_sha256 = s.content_sha256 AS is_same,
    l.batch > $3 AND (l.withdrawn = 'document' OR l.withdrawn IS NULL AND NOT EXISTS (
      SELECT FROM source_document d
      WHERE d.tenant_id = $1 AND d.id = l.document_id AND d.sha256 = $4
    )) AS is_newer
  FROM line l
  WHERE l.tenant_id = $1 AND l.source = s.source AND l.document = s.document AND l.line = s.line
  ORDER BY l.revision DESC LIMIT 1`;

const INSERT_LINES = `
  INSERT INTO line (tenant_id, revision, batch, content_sha256, document_id, row_number, ${COLUMNS})
  SELECT $1, r.revision, $3, s.content_sha256, $2, s.row_number,
    ${LINE_COLUMNS.map(({ name }) => `s.${name}`).join(', ')}
  FROM pg_temp.staged_row s
  JOIN received_row r ON r.tenant_id = $1 AND r.document_id = $2 AND r.row_number = s.row_number
  WHERE r.disposition = 'accepted'`;

const QUARANTINE_REPEATED = quarantineRepeated('line', `'document', s.document, 'line', s.line`);

export function importStore(session: Session): ImportStore {
  const staging = lineStaging(session);
  return {
    stage: (rows) => staging.stage(rows),
    quarantineUnknown: async () => {
      await staging.analyze();
      for (const refuseUnknown of QUARANTINE_UNKNOWN) await session.query(refuseUnknown, [session.tenant]);
    },
    dropRefused: async () => {
      await session.query(QUARANTINE_REPEATED);
      if (staging.corrects()) await session.query(QUARANTINE_UNKNOWN_ORIGINAL, [session.tenant]);
      return dropRefused(session);
    },
    commit: async (document, batch, options) => {
      await staging.analyze();
      const summary = await commit(session, document, batch, { ...options, corrects: staging.corrects() });
      await staging.drop();
      return summary;
    },
  };
}

async function commit(
  session: Session,
  document: SourceDocument,
  batch: number,
  options: CommitOptions & { readonly corrects: boolean },
): Promise<ImportSummary> {
  const first = await firstBatch(session, document, batch);
  const isByOccurrence = document.identity === 'occurrence';
  await session.query(QUARANTINE_REPEATED);
  await nameRefused(session, document);
  if (isByOccurrence && options.documents !== 'parts') await quarantineCut(session, first, options.documents);
  if (options.corrects) await session.query(QUARANTINE_UNKNOWN_ORIGINAL, [session.tenant]);
  await keepFields(session);
  await receiveStaged(session, document, { batch, first, last: LAST_LINE });
  await session.query(INSERT_LINES, [session.tenant, document.id, batch]);
  if (isByOccurrence && options.documents === 'whole') await withdrawMissing(session, first, batch);
  await endQuarantined(session, document, options);
  const sums = { quantity: CONTROL_QUANTITY, netValue: 's.net_value' };
  return importSummary(session, document, batch, sums);
}
