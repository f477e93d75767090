import type { Line } from '../../core/fact/line.ts';
import { occurrenceContent, occurrenceName } from '../../core/fact/occurrence.ts';
import { hex } from '../../core/text/hex.ts';
import { joinKey } from '../../core/text/key.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { Ports, Tx } from '../ports.ts';

/**
 * Names lines that a repair adds to documents without line numbers: each is one more of its kind
 * beside those that are known.
 */
export function occurrenceNamer({ sha256 }: Pick<Ports, 'sha256'>, tx: Tx): (line: Line) => Promise<Line> {
  // Asked once: two lines of a document that are named at the same time have one set of names.
  const taken = new Map<string, Promise<Set<string>>>();
  return async (line) => {
    const key = joinKey(line.source, line.document);
    const asked = taken.get(key) ?? namesOf(tx, line);
    taken.set(key, asked);
    const names = await asked;
    const hash = hex(sha256(utf8(occurrenceContent(line))));
    let n = 1;
    while (names.has(occurrenceName(hash, n))) n += 1;
    const name = occurrenceName(hash, n);
    names.add(name);
    return { ...line, line: name };
  };
}

async function namesOf(tx: Tx, { source, document }: Line): Promise<Set<string>> {
  const lines = await tx.lines.knownAt(await tx.batches.last(), { document });
  return new Set(lines.filter((line) => line.source === source).map((line) => line.line));
}
