import { answerConfirmation, sendConfirmation } from '../../../app/claims/confirmBalance.ts';
import { accept } from '../../../core/refusal/refusals.ts';
import { decimal } from '../facts.ts';
import { taken } from '../scenario.ts';
import type { Thing } from './fixtures.ts';
import type { World } from './world.ts';

// Balances in a world, of somebody who is none of those who ask.

const CLERK = { kind: 'person' as const, id: 'clerk' };

export async function sentBalance({ api, tenant, mark }: World, partner = `${mark}-P1`): Promise<Thing> {
  const asked = { partner, company: `${mark}-CO`, actor: CLERK };
  const [sent] = taken(await sendConfirmation(api.ports, tenant, asked));
  return { id: sent?.confirmation.id ?? '' };
}

/** Contested, with a letter. */
export async function contestedBalance(world: World): Promise<Thing> {
  const { id } = await sentBalance(world);
  const content = new TextEncoder().encode(world.mark);
  const open = async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const });
  const paper = { name: 'letter.txt', open };
  const step = { confirmation: id, kind: 'contested' as const, amount: decimal('1.00'), paper, actor: CLERK };
  taken(await answerConfirmation(world.api.ports, world.tenant, step));
  return { id };
}
