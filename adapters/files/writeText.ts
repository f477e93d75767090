import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

/**
 * Writes a text, or bytes as they are, to a file, over what was there; a secret one for its owner alone.
 * Refuses: file-not-writable.
 */
export async function writeText(
  path: string,
  text: string | Uint8Array,
  options: { readonly isSecret: boolean } = { isSecret: false },
): Promise<Result<string>> {
  try {
    await writeFile(path, text, options.isSecret ? { mode: 0o600 } : {});
    return accept(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    const file = basename(path);
    return refused(refuse('file-not-writable', file, { file, reason: code }));
  }
}
