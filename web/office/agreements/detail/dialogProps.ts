import type { ProposalView } from './shapes.ts';

/** What every question about a proposal gets. */
export type DialogProps = { readonly proposal: ProposalView; readonly onClose: () => void };

/** What is sent of a reason: nothing where none was written. */
export function reasonGiven(reason: string): { readonly reason?: string } {
  const said = reason.trim();
  return said === '' ? {} : { reason: said };
}
