import type { LinkedEntry } from '../../core/audit/verifyChain.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { csvRow } from './csvText.ts';

export const AUDIT_FORMATS = ['ndjson', 'csv'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

const COLUMNS = [
  'position',
  'id',
  'at',
  'actor',
  'action',
  'object',
  'batch',
  'body',
  'salt',
  'bodySha256',
  'entrySha256',
  'previous',
  'hash',
  'tenant',
] as const;

/**
 * The chain as a file, a line for each entry, in pieces. NDJSON can be verified by anybody, as
 * docs/guides/audit.md says; CSV is for reading: a text that a spreadsheet would take for a formula bears an
 * apostrophe there.
 */
export async function* auditExport(
  format: AuditFormat,
  pages: AsyncIterable<readonly LinkedEntry[]>,
): AsyncGenerator<Buffer> {
  if (format === 'csv') yield Buffer.from(csvRow(COLUMNS));
  for await (const page of pages) yield Buffer.from(page.map(LINES[format]).join(''));
}

const LINES: Readonly<Record<AuditFormat, (linked: LinkedEntry) => string>> = {
  ndjson: (linked) => `${canonicalJson(rowOf(linked))}\n`,
  csv: (linked) => {
    const row = rowOf(linked);
    return csvRow(COLUMNS.map((name) => cell(row[name] ?? null)));
  },
};

function cell(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** What is gone is null: an entry that is missing, a content that was erased. */
function rowOf({ link, entry }: LinkedEntry): Readonly<Record<string, Json>> {
  const { entry: id, ...hashes } = link;
  const { content, ...facts } = entry ?? { content: undefined };
  const body: Json = content === undefined ? null : JSON.parse(content.body);
  return { ...hashes, ...facts, id, body, salt: content?.salt ?? null };
}
