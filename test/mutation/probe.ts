import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeMaster } from '../../adapters/files/readMaster.ts';
import { runVector, type Vector } from '../../app/runVector.ts';
import { parseDate } from '../../core/calendar/localDate.ts';

// Runs the published vectors until one does not hold; a fault in the program is a difference, too.

const folder = join(import.meta.dirname, '../../conformance');
const day = (text: string | undefined) => (text === undefined ? undefined : parseDate(text));

for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
  for (const text of JSON.parse(readFileSync(join(folder, name), 'utf8')).vectors) {
    const master = text.master === undefined ? undefined : decodeMaster(text.master);
    const known = day(text.known);
    const vector = {
      ...text,
      effective: day(text.effective),
      ...(known !== undefined && { known }),
      ...(master?.ok && { master: master.value }),
    } as Vector;
    if (runVector(vector).differences.length > 0) process.exit(1);
  }
}
