import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
  /** Programs that do not know it must stop; only one that says the opposite leaves them running. */
  readonly breaking: boolean;
};

const FOLDER = new URL('./migrations/', import.meta.url);
/** The line with which a migration says that it only adds: what older programs do stays right. */
export const ADDS_ONLY = /^-- Older programs go on\.$/m;

const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

/** The migrations of this program, first to last. */
export function migrations(): Migration[] {
  const names = readdirSync(FOLDER).filter((name) => NAME.test(name));
  return names.sort().map((name) => {
    const sql = readFileSync(new URL(name, FOLDER), 'utf8');
    return {
      number: Number(NAME.exec(name)?.[1]),
      name,
      sql,
      sha256: createHash('sha256').update(sql).digest('hex'),
      breaking: !ADDS_ONLY.test(sql),
    };
  });
}
