import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '../../app/ports.ts';
import { refuse } from '../../core/refusal/refusals.ts';
import { AT, anAccount, decimal, TODAY } from './facts.ts';

/** For each partner a claim on its agreement with everything that happens to claims, and rules. */
export async function fillClaims(tx: Tx, mark: string, partners: readonly string[]): Promise<void> {
  const by = { actor: `person:${mark}`, at: AT };
  for (const partner of partners) {
    const { term, window } = anAccount();
    const id = randomUUID();
    await tx.claims.send(
      {
        id,
        reference: `${mark}-1`,
        claimant: 'us',
        company: 'NW',
        partner,
        agreement: `${mark}-${partner}`,
        currency: 'EUR',
        sentOn: TODAY,
        dueOn: TODAY,
        lines: [{ number: 1, term, participant: partner, window, minor: 100n, product: mark }],
      },
      { ...by, number: 1 },
    );
    const why = refuse('claim-not-calculated', 'agreement', { id: mark });
    const entry = {
      id: randomUUID(),
      agreement: `${mark}-${partner}`,
      place: '',
      number: 1,
      since: TODAY,
      why,
    };
    await tx.claims.leaveOut(entry, by);
    const claim = await tx.claims.lock(id);
    if (claim === undefined) throw new Error('Fault: a claim that was sent is not there');
    const from = { position: 'undecided' } as const;
    const to = { position: 'disputed', reason: 'price' } as const;
    const moves = [{ line: 1, from, to, minor: 40n }];
    const event = await tx.claims.write(claim, { ...by, kind: 'disputed', day: TODAY, moves, note: mark });
    const content = new TextEncoder().encode(mark);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const proof = { id: randomUUID(), claim: id, event, name: mark, mediaType: 'text/plain', sha256 };
    await tx.claims.addProof(proof, content);
    await fillMessage(tx, mark, partner);
  }
  await tx.claims.setRule({
    company: 'NW',
    currency: 'EUR',
    toleranceMinor: 0n,
    tolerancePercent: decimal('0'),
    writeOffMinor: 0n,
    remindAfterDays: [1],
    byItself: [],
    setBy: by.actor,
    at: AT,
  });
}

/** What a partner has sent, and that it was taken in. */
async function fillMessage(tx: Tx, mark: string, partner: string): Promise<void> {
  const said = { kind: 'claims' as const, rows: [{ row: 1, texts: { reference: mark } }] };
  const by = { sentBy: `person:${mark}`, at: AT };
  const message = { id: randomUUID(), partner, said, ...by, isFromPartner: false };
  await tx.messages.add(message);
  await tx.messages.take(message, { claims: [], refusals: [], waiting: [1] }, AT);
}

/** That the supplier of an agreement has accepted it, by a document that it gets for this. */
export async function fillAcceptance(tx: Tx, mark: string, agreement: string): Promise<void> {
  const actor = { kind: 'person' as const, id: mark };
  await tx.dossiers.lock(agreement);
  const deed = { deed: 'attach' as const, actor, at: AT, batch: 0, path: mark };
  const number = await tx.dossiers.write(agreement, deed);
  const content = new TextEncoder().encode(`${mark} accepted`);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const document = { id: randomUUID(), code: agreement, number, name: mark, mediaType: 'text/plain', sha256 };
  await tx.documents.add(document, content);
  const online = { agreement, version: 1, partner: `${mark}-P1`, personName: mark, acceptedAt: AT };
  await tx.agreements.accept(online, actor);
  await tx.claims.accept({
    agreement,
    version: 1,
    acceptedOn: TODAY,
    acceptedBy: mark,
    document: document.id,
    recordedBy: `person:${mark}`,
    at: AT,
    batch: await tx.batches.last(),
  });
}
