import { accept, type Result, refuse, refused } from '../refusal/refusals.ts';

/** Who asked to give something up, which levels of approval that needs, and who has given which: persons by their levels. */
export type WriteOffApproval = {
  readonly askedBy: string;
  readonly levels: readonly { readonly id: string; readonly approvers: 'anyone' | readonly string[] }[];
  readonly approvers: Readonly<Record<string, string>>;
};

/** Levels that nobody has given yet, in their order. */
export function missingLevels({ levels, approvers }: WriteOffApproval): readonly string[] {
  const given = new Set(Object.values(approvers));
  return levels.flatMap(({ id }) => (given.has(id) ? [] : [id]));
}

/**
 * The same with the next level given by a person: not by who asked, nor by anybody twice.
 * Refuses: claim-write-off-own, approver-repeated, approver-not-named (level).
 */
export function approvedBy(
  approval: WriteOffApproval,
  { actor, person }: { readonly actor: string; readonly person: string },
): Result<WriteOffApproval> {
  const { askedBy, levels, approvers } = approval;
  if (askedBy === actor) return refused(refuse('claim-write-off-own', 'actor'));
  if (actor in approvers) return refused(refuse('approver-repeated', 'actor'));
  const [missing] = missingLevels(approval);
  const next = levels.find(({ id }) => id === missing);
  if (next === undefined) throw new Error('Fault: a write-off has every approval and waits');
  if (next.approvers !== 'anyone' && !next.approvers.includes(person)) {
    return refused(refuse('approver-not-named', 'actor', { level: next.id }));
  }
  return accept({ ...approval, approvers: { ...approvers, [actor]: next.id } });
}
