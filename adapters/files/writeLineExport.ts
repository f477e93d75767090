import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { ExportManifest, LineExport } from './lineExport.ts';
import { wholeFile } from './wholeFile.ts';
import { writeFlushed } from './writeFlushed.ts';
import { writeText } from './writeText.ts';

/**
 * Writes an export and its manifest beside it; what bears the name of the file is whole.
 * Refuses: file-not-writable.
 */
export function writeLineExport(
  path: string,
  { chunks, manifest }: LineExport,
): Promise<Result<ExportManifest>> {
  return wholeFile(path, true, async (fresh) => {
    await writeFlushed(fresh, chunks);
    const beside = await writeText(`${path}.manifest.json`, `${JSON.stringify(manifest(), null, 2)}\n`);
    return beside.ok ? accept(manifest()) : beside;
  });
}
