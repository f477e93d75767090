import { rm } from 'node:fs/promises';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { ExportManifest, LineExport } from './lineExport.ts';
import { wholeFile } from './wholeFile.ts';
import { writeFlushed } from './writeFlushed.ts';
import { writeText } from './writeText.ts';

/**
 * Writes an export and then its manifest beside it; what bears the name of the file is whole. The manifest of
 * an export that was there goes first, so that none ever lies beside a file that it does not tell of.
 * Refuses: file-not-writable.
 */
export async function writeLineExport(
  path: string,
  { chunks, manifest }: LineExport,
): Promise<Result<ExportManifest>> {
  const beside = `${path}.manifest.json`;
  const written = await wholeFile(path, true, async (fresh) => {
    await writeFlushed(fresh, chunks);
    await rm(beside, { force: true });
    return accept(manifest());
  });
  if (!written.ok) return written;
  const told = await writeText(beside, `${JSON.stringify(written.value, null, 2)}\n`);
  return told.ok ? written : told;
}
