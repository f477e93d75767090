import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { Abandoned, outcomeOf } from '../abandoned.ts';
import { type Actor, actorOf } from '../actor.ts';
import type { DocumentType } from '../agreements/attachDocument.ts';
import { auditDeed } from '../auditDeed.ts';
import type { Attempt, Outcome } from '../jobs/attempt.ts';
import { joinedPorts } from '../joinedStore.ts';
import type { ClaimMessage, MessageTaken } from '../ports/claimMessageStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { commentClaim } from './commentClaim.ts';
import { openDispute } from './disputeClaim.ts';
import { proveClaim } from './proveClaim.ts';
import { submitRows } from './submitClaims.ts';

const NO_EFFECT = { claims: [], waiting: [] };

/**
 * Takes in what was sent about claims and lies there, one message after the other in the order in which they
 * came. What fails is told, and tried again with the job; it keeps no other message waiting.
 */
export async function takeMessagesJob(ports: Ports, tenant: TenantId, attempt: Attempt): Promise<Outcome> {
  const untaken = await ports.store.inTenant(tenant, (tx) => tx.messages.untaken());
  const errors: unknown[] = [];
  for (const [done, id] of untaken.entries()) {
    if (attempt.isStopping()) return 'again';
    await takeMessage(ports, tenant, id).catch((error: unknown) => errors.push(error));
    await ports.store.inTenant(tenant, (tx) =>
      attempt.progress(tx, { done: done + 1, total: untaken.length }),
    );
  }
  if (errors.length > 0) throw errors[0];
  return 'done';
}

/**
 * Takes one message in: what it says is done in the name of its sender, in the transaction that notes that it
 * was done. What is refused has no effect, and the message says why. Twice, or two at once, it is done once.
 */
export async function takeMessage(ports: Ports, tenant: TenantId, id: string): Promise<void> {
  const taken = (effect: (tx: Tx, message: ClaimMessage) => Promise<Result<MessageTaken>>) =>
    ports.store.inTenant(tenant, async (tx) => {
      const message = await tx.messages.find(id);
      if (message === undefined || message.taken !== undefined) return accept(undefined);
      const done = await effect(tx, message);
      if (!done.ok) throw new Abandoned(done);
      await tx.messages.take(message, done.value, ports.clock.now());
      const body = { kind: message.said.kind, ...summary(done.value) };
      await auditDeed(ports, tx, {
        actor: actorOf(message.sentBy),
        action: 'claimMessage.take',
        object: id,
        body,
      });
      return accept(undefined);
    });
  const done = await outcomeOf(
    taken((tx, message) => effectOf(joinedPorts(ports, tenant, tx), tenant, message)),
  );
  if (done.ok) return;
  await taken(async () => accept({ ...NO_EFFECT, refusals: done.refusals }));
}

function summary({ claims, waiting, refusals }: MessageTaken) {
  return { claims, waiting, refused: refusals.map(({ code }) => code) };
}

async function effectOf(
  ports: Ports,
  tenant: TenantId,
  { id, said, partner, sentBy }: ClaimMessage,
): Promise<Result<MessageTaken>> {
  const actor = actorOf(sentBy);
  if (said.kind === 'claims') {
    const done = await ports.store.inTenant(tenant, (tx) =>
      submitRows(ports, tx, {
        rows: said.rows,
        actor,
        isPreview: false,
        ...(partner !== undefined && { partner }),
      }),
    );
    return accept({
      claims: done.claims.map(({ claim }) => claim.id),
      refusals: done.refusals,
      waiting: done.waiting,
    });
  }
  const done = await saidBeside(ports, tenant, { id, said, actor });
  return done.ok ? accept({ ...NO_EFFECT, refusals: [] as Refusal[] }) : done;
}

async function saidBeside(
  ports: Ports,
  tenant: TenantId,
  {
    id,
    said,
    actor,
  }: {
    readonly id: string;
    readonly said: Exclude<ClaimMessage['said'], { kind: 'claims' }>;
    readonly actor: Actor;
  },
): Promise<Result<unknown>> {
  const { claim } = said;
  if (said.kind === 'comment') return commentClaim(ports, tenant, { claim, text: said.text, actor });
  if (said.kind === 'dispute') {
    const { kind: _, ...part } = said;
    return openDispute(ports, tenant, { ...part, actor });
  }
  const content = await ports.store.inTenant(tenant, (tx) => tx.messages.content(id));
  const open = async () =>
    content === undefined
      ? refused(refuse('document-not-found', 'id', { id }))
      : accept({ content, mediaType: said.mediaType as DocumentType });
  return proveClaim(ports, tenant, { claim, actor, name: said.name, open });
}
