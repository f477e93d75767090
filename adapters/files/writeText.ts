import { accept, type Result } from '../../core/refusal/refusals.ts';
import { wholeFile } from './wholeFile.ts';
import { writeFlushed } from './writeFlushed.ts';

/**
 * Writes a text, or bytes as they are, to a file, over what was there; a secret one for its owner
 * alone. Whatever goes wrong, there is the file of before or the whole new one.
 * Refuses: file-not-writable.
 */
export function writeText(
  path: string,
  text: string | Uint8Array,
  options: { readonly isSecret: boolean } = { isSecret: false },
): Promise<Result<string>> {
  return wholeFile(path, true, async (fresh) => {
    await writeFlushed(fresh, text, options.isSecret ? 0o600 : 0o666);
    return accept(path);
  });
}
