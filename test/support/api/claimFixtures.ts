import { randomUUID } from 'node:crypto';
import { systemActor } from '../../../app/actor.ts';
import { attachDocument } from '../../../app/agreements/attachDocument.ts';
import { recordAgreement } from '../../../app/agreements/recordAgreement.ts';
import { calculateDue } from '../../../app/calculation/calculateDue.ts';
import { setClaimRule } from '../../../app/claims/claimRules.ts';
import { openDispute } from '../../../app/claims/disputeClaim.ts';
import { proveClaim } from '../../../app/claims/proveClaim.ts';
import { receiveMoney } from '../../../app/claims/receiveMoney.ts';
import { claimsAmong } from '../../../app/claims/sendClaim.ts';
import { sendMessage } from '../../../app/claims/sendMessage.ts';
import { takeMessage } from '../../../app/claims/takeMessages.ts';
import { askWriteOff } from '../../../app/claims/writeOffClaim.ts';
import type { Tx } from '../../../app/ports.ts';
import type { Claim } from '../../../core/claim/claim.ts';
import { accept } from '../../../core/refusal/refusals.ts';
import { day, decimal } from '../facts.ts';
import { taken } from '../scenario.ts';
import { agreementText } from '../trade.ts';
import type { Thing } from './fixtures.ts';
import type { World } from './world.ts';

// Claims in a world, of somebody who is none of those who ask.

const CLERK = { kind: 'person' as const, id: 'clerk' };

/** A claim of ours of one line, 2,972.42, that nobody has answered. */
export function sentClaim(world: World): Promise<Thing> {
  return sentClaimTo(world, `${world.mark}-P1`);
}

export async function sentClaimTo({ api, tenant, mark }: World, partner: string): Promise<Thing> {
  const id = api.ports.ids.next();
  const window = { from: day('2026-01-01'), until: day('2026-07-01') };
  const line = { number: 1, term: 'volume', participant: partner, window, minor: 297_242n };
  const claim = {
    id,
    reference: `${mark}-${randomUUID()}`,
    claimant: 'us' as const,
    company: `${mark}-CO`,
    partner,
    agreement: `${mark}-A`,
    currency: 'EUR',
    sentOn: day('2026-07-10'),
    dueOn: day('2026-08-09'),
    lines: [line],
  };
  await api.ports.store.inTenant(tenant, (tx) => sendNext(tx, claim, { by: 'clerk', api }));
  return { id };
}

/** Behind the claims that there are on its agreement. */
export async function sendNext(
  tx: Tx,
  claim: Claim,
  { by, api }: { readonly by: string; readonly api: Pick<World['api'], 'ports'> },
): Promise<void> {
  const number = claimsAmong(await tx.claims.claimedOn(claim.agreement), claim.claimant) + 1;
  await tx.claims.send(claim, { number, actor: `person:${by}`, at: api.ports.clock.now() });
}

export async function disputedClaim(world: World): Promise<Thing> {
  const { id } = await sentClaim(world);
  const part = { claim: id, reason: 'price' as const, amount: decimal('11.52'), actor: CLERK };
  taken(await openDispute(world.api.ports, world.tenant, part));
  return { id };
}

export async function paidClaim(world: World): Promise<Thing> {
  const { id } = await sentClaim(world);
  const receipt = { claim: id, amount: decimal('1.00'), reference: 'bank 2026-08-10/7', actor: CLERK };
  taken(await receiveMoney(world.api.ports, world.tenant, receipt));
  return { id };
}

export async function companyWithRule({ api, tenant, mark }: World): Promise<Thing> {
  const rule = {
    company: `${mark}-CO`,
    currency: 'EUR',
    tolerance: { amount: decimal('5'), percent: decimal('1') },
    writeOffLimit: decimal('5'),
    remindAfterDays: [1, 15, 30],
  };
  taken(await setClaimRule(api.ports, tenant, rule, CLERK));
  return { id: rule.company };
}

export async function claimUnderRule(world: World): Promise<Thing> {
  await companyWithRule(world);
  return sentClaim(world);
}

export async function claimToWriteOff(world: World): Promise<Thing> {
  const { id } = await claimUnderRule(world);
  const asked = { claim: id, amount: decimal('0.01'), reason: 'too small', actor: CLERK };
  taken(await askWriteOff(world.api.ports, world.tenant, asked));
  return { id };
}

/** An agreement under which we claim, calculated. */
export async function supplierAgreement({ api, tenant, mark }: World): Promise<Thing> {
  const id = `${mark}-${randomUUID()}`;
  const direction = 'supplierRebate';
  const text = agreementText({ transactions: 'purchase' }, { id, company: `${mark}-CO`, direction });
  taken(await recordAgreement(api.ports, tenant, text, { actor: systemActor('demo'), asNewVersion: false }));
  await calculateDue(api.ports, tenant);
  return { id };
}

/** An agreement under which partners claim, calculated; P1 has earned something. */
export async function partnersAgreement({ api, tenant, mark }: World): Promise<Thing> {
  const id = `${mark}-${randomUUID()}`;
  const text = agreementText({}, { id, company: `${mark}-CO` });
  const claim = {
    rule: 'partnerClaims',
    deadlineDays: 'none',
    afterDeadline: 'staysOpen',
    silence: 'rejects',
  };
  const settlement = { ...(text.settlement as object), claim };
  const how = { actor: systemActor('demo'), asNewVersion: false };
  taken(await recordAgreement(api.ports, tenant, { ...text, settlement }, how));
  await calculateDue(api.ports, tenant);
  return { id };
}

export async function provenClaim(world: World): Promise<Thing> {
  const { id } = await sentClaim(world);
  const content = new TextEncoder().encode(`${world.mark} ${randomUUID()}`);
  const open = async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const });
  const proving = { claim: id, actor: CLERK, name: `${world.mark}.txt`, open };
  return { id: taken(await proveClaim(world.api.ports, world.tenant, proving)).id };
}

/** The one agreement with a supplier of a world. */
export async function oneSupplier(world: World): Promise<Thing> {
  const { api, tenant, mark } = world;
  const id = `${mark}-SUPPLIER`;
  const direction = 'supplierRebate';
  const text = agreementText({ transactions: 'purchase' }, { id, company: `${mark}-CO`, direction });
  const how = { actor: systemActor('demo'), asNewVersion: false };
  const known = await world.one(`SELECT count(*) FROM agreement WHERE tenant_id = TENANT AND code = '${id}'`);
  if (known === '0') taken(await recordAgreement(api.ports, tenant, text, how));
  return { id };
}

/** A document of that agreement. */
export async function supplierDocument(world: World): Promise<Thing> {
  const { id: agreement } = await oneSupplier(world);
  const content = new TextEncoder().encode(`${world.mark} accepted`);
  const open = async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const });
  const entry = { actor: CLERK, agreement, name: 'accepted.txt', open };
  return { id: taken(await attachDocument(world.api.ports, world.tenant, entry)).id };
}

/** What a partner has sent, of which a row waits: its amount is none. */
export function quarantinedMessage(world: World): Promise<Thing> {
  return quarantinedMessageOf(world, `${world.mark}-P1`);
}

export async function quarantinedMessageOf(world: World, partner: string): Promise<Thing> {
  const { api, tenant, mark } = world;
  const texts = { reference: randomUUID(), agreement: `${mark}-A`, currency: 'EUR', term: 'volume', partner };
  const row = { row: 1, texts: { ...texts, firstDay: '2026-01-01', lastDay: '2026-12-31', amount: 'much' } };
  const sending = { kind: 'claims' as const, partner, rows: [row], actor: CLERK, asksToTake: false };
  const { id } = taken(await sendMessage(api.ports, tenant, sending));
  await takeMessage(api.ports, tenant, id);
  return { id };
}
