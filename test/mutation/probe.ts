import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// A child of run.ts in a tree with sleeping faults: wakes the one that it is told of, runs the published
// vectors until one does not hold, and answers whether all hold. A fault that acts while modules are
// loaded needs a child of its own, which is told by MUTANT.

declare global {
  var mutant: number | undefined;
}

if (process.env.MUTANT !== undefined) globalThis.mutant = Number(process.env.MUTANT);

const { decodeMaster } = await import('../../adapters/files/readMaster.ts');
const { runVector } = await import('../../app/runVector.ts');
const { parseDate } = await import('../../core/calendar/localDate.ts');

const folder = join(import.meta.dirname, '../../conformance');
const day = (text: string | undefined) => (text === undefined ? undefined : parseDate(text));

function vectorsOf(name: string): Parameters<typeof runVector>[0][] {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')).vectors.map((text: Record<string, never>) => {
    const master = text.master === undefined ? undefined : decodeMaster(text.master);
    const known = day(text.known);
    return {
      ...text,
      effective: day(text.effective),
      ...(known !== undefined && { known }),
      ...(master?.ok && { master: master.value }),
    };
  });
}

const vectors = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap(vectorsOf);

/** What notices one fault often notices the next. */
function holds(): boolean {
  for (const [index, vector] of vectors.entries()) {
    if (isMet(vector)) continue;
    vectors.unshift(...vectors.splice(index, 1));
    return false;
  }
  return true;
}

function isMet(vector: (typeof vectors)[number]): boolean {
  try {
    return runVector(vector).differences.length === 0;
  } catch {
    return false;
  }
}

process.on('message', (mutant: number) => {
  globalThis.mutant = mutant;
  process.send?.(holds());
});
process.send?.('ready');
