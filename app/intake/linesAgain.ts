import { hasCut } from '../../core/fact/cutDocuments.ts';
import { parseLine } from '../../core/fact/parseLine.ts';
import { accept, refused } from '../../core/refusal/refusals.ts';
import type { StoredImport } from '../ports/receivedStore.ts';
import type { Ports, ReceivedRow, Tx } from '../ports.ts';
import { aliasReader } from './aliasReader.ts';
import { occurrenceNamer } from './occurrenceNamer.ts';
import type { Again } from './saidAgain.ts';
import { stillUnread } from './stillUnread.ts';

/** Reads rows of one import of lines again, by the aliases of now. */
export async function linesAgain(ports: Ports, tx: Tx, { document }: StoredImport): Promise<Again> {
  const withAliases = aliasReader(await tx.aliases.current());
  const named = occurrenceNamer(ports, tx);
  return {
    read: async (row, changes) => {
      // A cut document waits for a whole one: its rows alone cannot say which lines they are.
      if (hasCut(row.refusals)) return refused(...row.refusals);
      const unread = stillUnread(row, changes);
      if (unread.length > 0) return refused(...unread);
      const fields = { ...row.fields, ...changes };
      const isNamed = document.identity === 'lineNumber' || (changes === undefined && 'line' in fields);
      const parsed = parseLine(isNamed ? fields : { ...fields, line: '0' });
      if (!parsed.ok) {
        const facts = { row: String(row.row) };
        return refused(...parsed.refusals.map((one) => ({ ...one, facts: { ...one.facts, ...facts } })));
      }
      const line = isNamed ? parsed.value : await named(parsed.value);
      const repairs = { import: row.document, row: row.row };
      return accept(withAliases({ row: row.row, texts: row.texts, repairs, parsed: { line } }));
    },
    stage: (rows) => tx.imports.stage(rows as readonly ReceivedRow[]),
    commit: async (staged, { document: again, batch, ends, at }) => {
      await tx.imports.quarantineUnknown();
      const still = await tx.imports.dropRefused();
      if (still.length === staged) return { refused: still };
      const options = { documents: 'parts', ends, at } as const;
      const summary = await tx.imports.commit(
        { ...again, id: ports.ids.next() },
        await batch('lines'),
        options,
      );
      return { summary, refused: still };
    },
  };
}
