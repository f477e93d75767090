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

/** The chain of corrections of a line, the first word first. Refuses: line-not-found. */
export function lineRevisions(
  ports: Ports,
  tenant: TenantId,
  identity: LineIdentity,
): Promise<Result<readonly ShownRevision[]>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const revisions = await tx.revisions.of(identity);
    if (revisions.length === 0) return refused(refuse('line-not-found', 'line', { ...identity }));
    const texts = revisions.map(({ line, withdrawn }) => (withdrawn === undefined ? lineTexts(line) : {}));
    return accept(
      revisions.map(({ line: _, ...revision }, index) => ({
        ...revision,
        changes: changesBetween(texts[index - 1] ?? {}, texts[index] ?? {}),
      })),
    );
  });
}

function changesBetween(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changed = names.filter((name) => before[name] !== now[name]);
  return Object.fromEntries(
    changed.map((name) => [name, { before: before[name] ?? null, now: now[name] ?? null }]),
  );
}
