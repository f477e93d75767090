import { basename } from 'node:path';
import type { HouseFile } from './houseFiles.ts';
import { type Inspection, inspect } from './inspection.ts';

const FOLDER = 'adapters/db/migrations/';
const NAME = /^(\d{4})_[a-z0-9]+(_[a-z0-9]+)*\.sql$/;
const TRIGGER =
  /\bcreate\s+(or\s+replace\s+)?(constraint\s+|event\s+)?trigger\b|\breturns\s+(event_)?trigger\b/i;

/** What an older program could stumble over; a column may be added where it may be left out. */
const CHANGES =
  /\b(drop|rename|revoke|delete|update|truncate)\b|\balter\s+(column|type)\b|\badd\s+(constraint|check|unique)\b/i;
const ADDS_ONLY = /^-- Older programs go on\.$/m;

/** Migrations go forward, one after the other, and nothing of ours happens in a trigger. */
export function migrations(files: readonly HouseFile[]): Inspection {
  const steps = files.filter((file) => file.path.startsWith(FOLDER));
  return inspect(steps, (file) => {
    const number = NAME.exec(basename(file.path))?.[1];
    if (number === undefined) return ['is not named 0001_some_words.sql'];
    const isNext = Number(number) === steps.indexOf(file) + 1;
    return [
      ...(isNext ? [] : [`breaks the row of numbers at ${number}`]),
      ...(ADDS_ONLY.test(file.text) && CHANGES.test(withoutGrants(file.text))
        ? ['changes what older programs use, and says that they go on']
        : []),
      ...(TRIGGER.test(file.text) ? ['has a trigger'] : []),
    ];
  });
}

/** A right that is given takes nothing from older programs, whatever it is to; nor does a new function that not everybody may call. */
function withoutGrants(sql: string): string {
  const rights = /\b(grant\b[^;]*|revoke all on function\b[^;]*\bfrom public);/gi;
  return sql.replace(/--.*$/gm, '').replace(rights, '');
}
