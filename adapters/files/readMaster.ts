import { hash } from 'node:crypto';
import { basename } from 'node:path';
import type { FactFeed } from '../../app/facts/factImport.ts';
import { decodeMaster, ownRows } from '../../app/intake/decodeMaster.ts';
import type { MasterRow } from '../../app/ports.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import { parseJson } from './readJson.ts';
import { readText } from './readText.ts';

/**
 * Opens a master file of our own: {"partners": [{"code", "name", "validFrom"?, "attributes"?}], "products": […]},
 * and where there are any "categories", "rates", "prices", "ownDocuments", "budgets", "plans" and
 * "baselines" of the same shape. It is held as a whole.
 * Refuses: those of readText and parseJson, master-invalid. Each row: master-invalid.
 */
export async function readOwnMaster(
  path: string,
  { limit, name = basename(path) }: { readonly limit?: number; readonly name?: string } = {},
): Promise<Result<FactFeed>> {
  const text = await readText(path, limit);
  if (!text.ok) return text;
  const json = parseJson(text.value, name);
  if (!json.ok) return json;
  const rows = ownRows(json.value);
  if (!rows.ok) return rows;
  const columns = [...new Set(rows.value.flatMap(({ said }) => Object.keys(said)))];
  const bytes = Buffer.from(text.value);
  return accept({
    name,
    columns,
    batches: (async function* () {
      yield accept(
        rows.value.map(({ said, ...row }) => ({
          ...row,
          texts: columns.map((column) => said[column] ?? ''),
        })),
      );
    })(),
    document: () => ({ sha256: hash('sha256', bytes, 'hex'), bytes: bytes.length }),
  });
}

/** All of a file of our own form. Refuses: those of readText, parseJson and decodeMaster. */
export async function readMaster(path: string, limit?: number): Promise<Result<readonly MasterRow[]>> {
  const text = await readText(path, limit);
  if (!text.ok) return text;
  const json = parseJson(text.value, basename(path));
  return json.ok ? decodeMaster(json.value) : json;
}
