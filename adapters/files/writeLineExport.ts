import { createWriteStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Result } from '../../core/refusal/refusals.ts';
import type { ExportManifest, LineExport } from './lineExport.ts';
import { writing } from './writing.ts';

/**
 * Writes an export and its manifest beside it; what bears the name of the file is whole.
 * Refuses: file-not-writable.
 */
export function writeLineExport(
  path: string,
  { chunks, manifest }: LineExport,
): Promise<Result<ExportManifest>> {
  return writing(path, async () => {
    await pipeline(Readable.from(chunks), createWriteStream(`${path}.new`));
    await writeFile(`${path}.manifest.json`, `${JSON.stringify(manifest(), null, 2)}\n`);
    await rename(`${path}.new`, path);
    return manifest();
  });
}
