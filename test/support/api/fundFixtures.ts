import { randomUUID } from 'node:crypto';
import { setClaimRule } from '../../../app/claims/claimRules.ts';
import { endDeductionPart, writeOffDeduction } from '../../../app/deductions/endDeduction.ts';
import { registerDeduction } from '../../../app/deductions/registerDeduction.ts';
import { openFund } from '../../../app/funds/openFund.ts';
import { claimActivity, decideActivity, requestActivity } from '../../../app/funds/useFund.ts';
import { accept } from '../../../core/refusal/refusals.ts';
import { day, decimal } from '../facts.ts';
import { taken } from '../scenario.ts';
import { partnersAgreement, sendNext } from './claimFixtures.ts';
import type { Thing } from './fixtures.ts';
import type { World } from './world.ts';

// Deductions and funds in a world, of somebody who is none of those who ask.

const CLERK = { kind: 'person' as const, id: 'clerk' };
const OTHER = { kind: 'person' as const, id: 'other' };

export async function someDeduction({ api, tenant, mark }: World): Promise<Thing> {
  const place = { company: `${mark}-CO`, partner: `${mark}-P1`, currency: 'EUR' };
  const asked = { ...place, reference: `${mark}-${randomUUID()}`, amount: decimal('100.00'), actor: CLERK };
  return { id: taken(await registerDeduction(api.ports, tenant, asked)).deduction.id };
}

export async function deductionToGiveUp(world: World): Promise<Thing> {
  const { api, tenant, mark } = world;
  const rule = {
    company: `${mark}-CO`,
    currency: 'EUR',
    tolerance: { amount: decimal('5'), percent: decimal('1') },
    writeOffLimit: decimal('5'),
    remindAfterDays: [1, 15, 30],
  };
  taken(await setClaimRule(api.ports, tenant, rule, CLERK));
  return someDeduction(world);
}

export async function deductionGivenUp(world: World): Promise<Thing> {
  const { id } = await deductionToGiveUp(world);
  const asked = { deduction: id, step: 'ask' as const, amount: decimal('0.50'), actor: CLERK };
  taken(await writeOffDeduction(world.api.ports, world.tenant, asked));
  return { id };
}

export async function deniedDeduction(world: World): Promise<Thing> {
  const { id } = await someDeduction(world);
  const part = { deduction: id, end: 'denied' as const, amount: decimal('1'), actor: CLERK };
  taken(await endDeductionPart(world.api.ports, world.tenant, part));
  return { id };
}

/** A claim of P1 that nobody has answered, of 100.00, on an account that has earned more. */
export async function partnersClaim(world: World): Promise<Thing> {
  const { api, tenant, mark } = world;
  const { id: agreement } = await partnersAgreement(world);
  const id = api.ports.ids.next();
  const window = { from: day('2026-01-01'), until: day('2027-01-01') };
  const claim = {
    id,
    reference: `${mark}-${randomUUID()}`,
    claimant: 'partner' as const,
    company: `${mark}-CO`,
    partner: `${mark}-P1`,
    agreement,
    currency: 'EUR',
    sentOn: day('2026-07-10'),
    dueOn: day('2026-08-09'),
    lines: [{ number: 1, term: 'volume', participant: `${mark}-P1`, window, minor: 10_000n }],
  };
  await api.ports.store.inTenant(tenant, (tx) => sendNext(tx, claim, { by: 'clerk', api }));
  return { id };
}

export async function someFund({ api, tenant, mark }: World): Promise<Thing> {
  const terms = {
    code: `${mark}-${randomUUID()}`,
    company: `${mark}-CO`,
    currency: 'EUR',
    budget: decimal('1000.00'),
    firstDay: day('2026-01-01'),
    lastDay: day('2026-12-31'),
    claimDays: 60,
    percent: decimal('50'),
  };
  return { id: taken(await openFund(api.ports, tenant, terms, CLERK)).code };
}

export async function requestedActivity(world: World): Promise<Thing> {
  const { api, tenant, mark } = world;
  const { id: fund } = await someFund(world);
  const days = { firstDay: day('2026-03-01'), lastDay: day('2026-08-31') };
  const asked = { fund, partner: `${mark}-P1`, reference: 'FAIR', title: mark, ...days, actor: CLERK };
  const shown = taken(await requestActivity(api.ports, tenant, { ...asked, amount: decimal('400.00') }));
  return { id: shown.activity.id };
}

export async function approvedActivity(world: World): Promise<Thing> {
  const { id } = await requestedActivity(world);
  const deed = { activity: id, outcome: { approved: decimal('300.00') }, actor: OTHER };
  taken(await decideActivity(world.api.ports, world.tenant, deed));
  return { id };
}

export async function claimedActivity(world: World): Promise<Thing> {
  const { id } = await approvedActivity(world);
  const content = new TextEncoder().encode(world.mark);
  const open = async () => accept({ content, mediaType: 'text/plain; charset=utf-8' as const });
  const deed = { activity: id, cost: decimal('200.00'), name: 'invoice.txt', open, actor: CLERK };
  taken(await claimActivity(world.api.ports, world.tenant, deed));
  return { id };
}
