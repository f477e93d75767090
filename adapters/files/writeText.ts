import { accept, type Result } from '../../core/refusal/refusals.ts';
import { wholeFile } from './wholeFile.ts';
import { writeFlushed } from './writeFlushed.ts';

/**
 * Writes a text, or bytes as they are, to a file, over what was there unless that is to stay; a secret
 * one for its owner alone. Whatever goes wrong, there is the file of before or the whole new one.
 * Refuses: file-not-writable, file-exists.
 */
export function writeText(
  path: string,
  text: string | Uint8Array,
  { isSecret = false, replaces = true }: { readonly isSecret?: boolean; readonly replaces?: boolean } = {},
): Promise<Result<string>> {
  return wholeFile(path, replaces, async (fresh) => {
    await writeFlushed(fresh, text, isSecret ? 0o600 : 0o666);
    return accept(path);
  });
}
