import type { Window } from '../../core/calendar/window.ts';
import { nextPeriod, renewedText } from '../../core/lifecycle/renewedText.ts';
import type { Members } from '../../core/lifecycle/textPath.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { edited, openAgreement, type TextEdit } from './amendAgreement.ts';
import type { BegunProposal } from './beginProposal.ts';
import { beginNew } from './draftAgreement.ts';

export type Renewal = {
  readonly actor: Actor;
  readonly agreement: string;
  /** The id of the agreement that follows. */
  readonly id: string;
  /** Half-open; undefined: as long as the period before, by the agreement's own calendar. */
  readonly period?: Window;
  readonly edits: readonly TextEdit[];
  readonly reason?: string;
};

/**
 * Begins the agreement of the next period as a draft: the terms as they stand at the end of this one,
 * and what the edits change.
 * Refuses: those of openAgreement and draftText, renewal-period-needed, agreement-path-unknown,
 * agreement-id-taken.
 */
export function renewAgreement(
  ports: Ports,
  tenant: TenantId,
  renewal: Renewal,
): Promise<Result<BegunProposal>> {
  return ports.store.inTenant(tenant, (tx) => renewIn(ports, tx, renewal));
}

/** The same inside a transaction that does more. */
export async function renewIn(ports: Ports, tx: Tx, renewal: Renewal): Promise<Result<BegunProposal>> {
  const { actor, agreement: code, id, edits, reason } = renewal;
  const opened = await openAgreement(ports, tx, code, 'renew');
  if (!opened.ok) return opened;
  const { agreement, version, text } = opened.value;
  const period = renewal.period === undefined ? nextPeriod(agreement) : accept(renewal.period);
  if (!period.ok) return period;
  const parsed = edited(renewedText(JSON.parse(text) as Members, id, period.value), edits);
  if (!parsed.ok) return parsed;
  return beginNew(ports, tx, {
    actor,
    kind: 'renewal',
    madeFrom: { code, version },
    parsed: parsed.value,
    ...(reason !== undefined && { reason }),
  });
}

/**
 * Begins another agreement with the same text as a draft.
 * Refuses: those of openAgreement and draftText, agreement-path-unknown, agreement-id-taken.
 */
export function cloneAgreement(
  ports: Ports,
  tenant: TenantId,
  { actor, agreement: code, id, edits, reason }: Omit<Renewal, 'period'>,
): Promise<Result<BegunProposal>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const opened = await openAgreement(ports, tx, code, 'clone');
    if (!opened.ok) return opened;
    const { version, text } = opened.value;
    const parsed = edited({ ...(JSON.parse(text) as Members), id }, edits);
    if (!parsed.ok) return parsed;
    return beginNew(ports, tx, {
      actor,
      kind: 'clone',
      madeFrom: { code, version },
      parsed: parsed.value,
      ...(reason !== undefined && { reason }),
    });
  });
}
