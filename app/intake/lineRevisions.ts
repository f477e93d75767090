import { chainOf, replacedBy } from '../../core/fact/corrections.ts';
import type { Line, LineReference } from '../../core/fact/line.ts';
import { lineTexts } from '../../core/fact/lineTexts.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { LineIdentity } from '../earnings/explainLine.ts';
import type { LineRevision } from '../ports/revisionStore.ts';
import type { Ports, TenantId } from '../ports.ts';

/** One word that was said of a line: who, by which file and row, known from when, and what differs. */
export type ShownRevision = Omit<LineRevision, 'line'> & {
  /** The fields that read otherwise than before, absent ones as null; all of them in the first. */
  readonly changes: Readonly<Record<string, { readonly before: string | null; readonly now: string | null }>>;
};

/** The words that were said of a line, the first one first, and what it corrects or is corrected by. */
export type LineHistory = {
  readonly revisions: readonly ShownRevision[];
  /** The lines in whose place it stands, the one that it names first. */
  readonly corrects: readonly LineReference[];
  /** The lines that stand in its place now. */
  readonly correctedBy: readonly LineReference[];
};

/** The chain of corrections of a line. Refuses: line-not-found. */
export function lineRevisions(
  ports: Ports,
  tenant: TenantId,
  identity: LineIdentity,
): Promise<Result<LineHistory>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const revisions = await tx.revisions.of(identity);
    const last = revisions.at(-1);
    if (last === undefined) return refused(refuse('line-not-found', 'line', { ...identity }));
    const texts = revisions.map(({ line, withdrawn }) => (withdrawn === undefined ? lineTexts(line) : {}));
    const correcting = await tx.revisions.correcting();
    const reference = ({ document, line }: Line) => ({ document, line });
    return accept({
      revisions: revisions.map(({ line: _, ...revision }, index) => ({
        ...revision,
        changes: changesBetween(texts[index - 1] ?? {}, texts[index] ?? {}),
      })),
      corrects: last.withdrawn === undefined ? chainOf(last.line, correcting) : [],
      correctedBy: replacedBy(identity, correcting).map(reference),
    });
  });
}

function changesBetween(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changed = names.filter((name) => before[name] !== now[name]);
  return Object.fromEntries(
    changed.map((name) => [name, { before: before[name] ?? null, now: now[name] ?? null }]),
  );
}
