import { basename } from 'node:path';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';

/** Writes a file; what the system says against it is a refusal. Refuses: file-not-writable. */
export async function writing<T>(path: string, write: () => Promise<T>): Promise<Result<T>> {
  try {
    return accept(await write());
  } catch (error) {
    const isSystem = error instanceof Error && 'syscall' in error && 'code' in error;
    if (!isSystem) throw error;
    const file = basename(path);
    return refused(refuse('file-not-writable', file, { file, reason: String(error.code) }));
  }
}
