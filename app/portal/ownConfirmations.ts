import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import {
  answerConfirmation,
  type ConfirmationStep,
  listConfirmations,
  type ShownConfirmation,
} from '../claims/confirmBalance.ts';
import type { Ports, TenantId } from '../ports.ts';

/** Balances that partners were asked to confirm, with their own answers and none of our notes. */
export async function listOwnConfirmations(
  ports: Ports,
  tenant: TenantId,
  filter: Parameters<typeof listConfirmations>[2],
): ReturnType<typeof listConfirmations> {
  const { rows, hasMore } = await listConfirmations(ports, tenant, filter);
  return { rows: rows.map(toPartner), hasMore };
}

/** The answer of a person of the partner. Refuses: person-of-partner-needed, and those of answerConfirmation. */
export async function answerOwnConfirmation(
  ports: Ports,
  tenant: TenantId,
  step: ConfirmationStep,
  isOfPartner: boolean,
): Promise<Result<ShownConfirmation>> {
  if (!isOfPartner) return refused(refuse('person-of-partner-needed', 'actor'));
  const done = await answerConfirmation(ports, tenant, step);
  return done.ok ? accept(toPartner(done.value)) : done;
}

function toPartner(shown: ShownConfirmation): ShownConfirmation {
  const events = shown.events.filter(({ kind }) => kind === 'confirmed' || kind === 'contested');
  return { ...shown, events };
}
