import { type TextChange, textChanges } from '../../core/lifecycle/textChanges.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { proposalOf } from './lockedProposal.ts';

/** A text in the history of an agreement: a version, or a revision of a proposal. */
export type TextName =
  | { readonly version: number }
  | { readonly proposal: string; readonly revision: number };

export type ComparedTexts = {
  readonly before: Json;
  readonly after: Json;
  readonly changes: readonly TextChange[];
};

/**
 * What differs between any two texts in the history of an agreement, field by field.
 * Refuses: agreement-version-not-found.
 */
export function compareVersions(
  ports: Ports,
  tenant: TenantId,
  code: string,
  [from, to]: readonly [TextName, TextName],
): Promise<Result<ComparedTexts>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const before = await textOf(tx, code, from);
    if (!before.ok) return before;
    const after = await textOf(tx, code, to);
    if (!after.ok) return after;
    const changes = textChanges(before.value, after.value);
    return accept({ before: before.value, after: after.value, changes });
  });
}

async function textOf(tx: Tx, code: string, name: TextName): Promise<Result<Json>> {
  const text = 'version' in name ? await versionText(tx, code, name.version) : await draftOf(tx, code, name);
  if (text !== undefined) return accept(JSON.parse(text) as Json);
  const called = 'version' in name ? String(name.version) : `${name.proposal}:${name.revision}`;
  return refused(refuse('agreement-version-not-found', called, { id: code, version: called }));
}

async function versionText(tx: Tx, code: string, version: number): Promise<string | undefined> {
  return (await tx.agreements.versions(code)).find((entry) => entry.version === version)?.text;
}

async function draftOf(
  tx: Tx,
  code: string,
  { proposal: id, revision }: { readonly proposal: string; readonly revision: number },
): Promise<string | undefined> {
  const proposal = await proposalOf(tx, id);
  if (!proposal.ok || proposal.value.code !== code) return undefined;
  return (await tx.proposals.revision(id, revision))?.text;
}
