import { createHash } from 'node:crypto';
import { summed } from '../../../app/operations/summed.ts';
import type { TableSum } from '../../../app/ports/snapshot.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import type { BackupHead } from './backupFormat.ts';
import { withBackup } from './withBackup.ts';

export type CheckedBackup = { readonly head: BackupHead; readonly tables: ReadonlyMap<string, TableSum> };

/**
 * Reads a backup to its end without a database: every table against its sum, the whole against its
 * hash. Refuses: those of withBackup.
 */
export function checkBackup(path: string): Promise<Result<CheckedBackup>> {
  return withBackup(path, async ({ head, tables }) => {
    const sums = new Map<string, TableSum>();
    for await (const { table, chunks } of tables) {
      const counted = summed(chunks, createHash('sha256'), (sum) => sums.set(table.name, sum));
      for await (const _ of counted);
    }
    return accept({ head, tables: sums });
  });
}
