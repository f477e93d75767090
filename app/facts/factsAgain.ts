import { accept, refused } from '../../core/refusal/refusals.ts';
import { checkStaged } from '../intake/checkStaged.ts';
import type { Again } from '../intake/saidAgain.ts';
import { stillUnread } from '../intake/stillUnread.ts';
import type { StagedFact, StagedKind } from '../ports/factStore.ts';
import type { Ports, Tx } from '../ports.ts';
import { stagedFact } from './factKinds.ts';

/** Reads rows of imports of payments, stock or master data again. */
export async function factsAgain(ports: Ports, tx: Tx, kind: StagedKind): Promise<Again> {
  return {
    read: async (asked, changes) => {
      const unread = stillUnread(asked, changes);
      if (unread.length > 0) return refused(...unread);
      const { row, document, texts } = asked;
      const said = Object.entries({ ...asked.fields, ...changes }).filter(([, text]) => text !== '');
      const fields = Object.fromEntries(said);
      const read = { row, texts, repairs: { import: document, row }, fields, refusals: [] };
      const { refusals, ...staged } = stagedFact(kind, read);
      return staged.fact === undefined ? refused(...refusals) : accept({ ...staged, refusals });
    },
    stage: (rows) => tx.facts.stage(rows as readonly StagedFact[]),
    commit: async (staged, { document, batch, ends, at }) => {
      await checkStaged(tx, kind);
      const still = await tx.facts.dropRefused();
      if (still.length === staged) return { refused: still };
      const again = { ...document, id: ports.ids.next() };
      const summary = await tx.facts.commit(kind, again, await batch(kind), { ends, at });
      return { summary, refused: still };
    },
  };
}
