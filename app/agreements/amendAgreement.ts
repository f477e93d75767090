import type { Termination } from '../../core/agreement/agreement.ts';
import { type AgreementDeed, agreementState, mayBegin } from '../../core/lifecycle/agreementState.ts';
import { supplementedText, terminatedText } from '../../core/lifecycle/amendedText.ts';
import { type Members, withValueAt } from '../../core/lifecycle/textPath.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';
import { type BegunProposal, beginProposal } from './beginProposal.ts';
import { versionInForce } from './versionInForce.ts';

/** Another value at one place of the text; without a value it is taken away. */
export type TextEdit = { readonly path: string; readonly value?: Json };

export type Amendment = {
  readonly actor: Actor;
  readonly agreement: string;
  /** The version that its author has read; another one in force is refused. */
  readonly base: number;
  readonly reason?: string;
} & (
  | { readonly kind: 'version'; readonly parsed: unknown }
  | { readonly kind: 'version'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'supplement'; readonly term: string; readonly supplement: Json }
  | { readonly kind: 'termination'; readonly termination: Termination }
);

const DEED_OF = { version: 'amend', supplement: 'supplement', termination: 'terminate' } as const;

/**
 * Begins an amendment as a draft. A version replaces the terms for past and future, a supplement adds
 * terms from its day on, a termination ends the agreement before its last day.
 * Refuses: agreement-not-found, agreement-not-approved, agreement-over, proposal-base-stale,
 * agreement-term-unknown, agreement-path-unknown, proposal-id-differs, those of draftText.
 */
export function amendAgreement(
  ports: Ports,
  tenant: TenantId,
  amendment: Amendment,
): Promise<Result<BegunProposal>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const { actor, agreement: code, base, kind, reason } = amendment;
    const opened = await openAgreement(ports, tx, code, DEED_OF[kind]);
    if (!opened.ok) return opened;
    const { version } = opened.value;
    if (version !== base) {
      const facts = { base: String(base), current: String(version) };
      return refused(refuse('proposal-base-stale', 'base', facts));
    }
    const parsed = amended(JSON.parse(opened.value.text) as Members, amendment);
    if (!parsed.ok) return parsed;
    const { id } = parsed.value as { id?: unknown };
    if (id !== code) return refused(refuse('proposal-id-differs', 'id', { id: String(id), code }));
    return beginProposal(ports, tx, {
      actor,
      kind,
      baseVersion: version,
      parsed: parsed.value,
      ...(reason !== undefined && { reason }),
    });
  });
}

/**
 * The version in force, under the lock of its dossier, if the deed may begin now.
 * Refuses: agreement-not-found, agreement-not-approved, agreement-over.
 */
export async function openAgreement(
  ports: Ports,
  tx: Tx,
  code: string,
  deed: AgreementDeed,
): Promise<Result<StoredAgreement>> {
  const isKnown = (await tx.dossiers.exists(code)) || (await versionInForce(tx, code)) !== undefined;
  if (!isKnown) return refused(refuse('agreement-not-found', 'agreement', { id: code }));
  await tx.dossiers.lock(code);
  const inForce = await versionInForce(tx, code);
  const newest = (await tx.proposals.list({ codes: [code] })).at(-1)?.state ?? 'draft';
  const state = agreementState(inForce?.agreement, newest, await businessDay(tx, ports.clock));
  const may = mayBegin(state, deed);
  if (!may.ok) return may;
  if (inForce === undefined) throw new Error(`Fault: ${code} is ${state} without a text`);
  return accept(inForce);
}

function amended(text: Members, amendment: Amendment): Result<unknown> {
  switch (amendment.kind) {
    case 'version':
      return 'parsed' in amendment ? accept(amendment.parsed) : edited(text, amendment.edits);
    case 'termination':
      return accept(terminatedText(text, amendment.termination));
    case 'supplement': {
      const { term, supplement } = amendment;
      const found = supplementedText(text, term, supplement);
      return found === undefined
        ? refused(refuse('agreement-term-unknown', 'term', { term }))
        : accept(found);
    }
  }
}

/** The text with one edit after the other. Refuses: agreement-path-unknown. */
export function edited(text: Members, edits: readonly TextEdit[]): Result<Members> {
  let at: Json = text;
  for (const { path, value } of edits) {
    const changed = withValueAt(at, path, value);
    if (!changed.ok) return changed;
    at = changed.value;
  }
  return accept(at as Members);
}
