import { accept, type Result, refuse, refused } from '../core/refusal/refusals.ts';
import type { Database } from './openDatabase.ts';

/** The address of the owner role, for commands that cannot do without. Refuses: configuration-invalid. */
export function ownerUrl(database: Database): Result<string> {
  if (database.ownerUrl !== undefined) return accept(database.ownerUrl);
  return refused(
    refuse('configuration-invalid', 'MIGRATION_DATABASE_URL', {
      variable: 'MIGRATION_DATABASE_URL',
      value: '',
      expected: 'the address of the database for the role openrebate_owner',
    }),
  );
}
