import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../app/actor.ts';
import { decideBankAccount } from '../../../app/bank/decideBankAccount.ts';
import { setBankAccount } from '../../../app/bank/setBankAccount.ts';
import { assignEntry } from '../../../app/payments/assignEntry.ts';
import { approveRun } from '../../../app/payments/decideRun.ts';
import { setPayingAccount } from '../../../app/payments/payingAccounts.ts';
import { confirmPaymentRules, proposePaymentRules } from '../../../app/payments/paymentRules.ts';
import { proposeRun } from '../../../app/payments/proposeRun.ts';
import { sendRun } from '../../../app/payments/sendRun.ts';
import { day } from '../facts.ts';
import { owed, PAYMENT_RULES, payingAccountText } from '../payments.ts';
import { taken } from '../scenario.ts';
import type { Thing } from './fixtures.ts';
import type { World } from './world.ts';

// Payments in a world, by persons who are none of those who ask.

const [AUTHOR, APPROVER, SENDER] = ['payAuthor', 'payApprover', 'paySender'].map(
  (id) => ({ kind: 'person', id }) as const,
) as [Actor, Actor, Actor];
const TODAY = day('2026-08-31');

/** An account of ours that can pay one partner something. */
export async function fundedAccount(world: World, partner = `${world.mark}-P1`): Promise<Thing> {
  const { api, tenant, mark } = world;
  const code = `${mark}-EUR`;
  await prepared(world, code);
  await withOwnAccount(world, partner);
  await owed(api.ports, tenant, {
    ...{ company: `${mark}-CO`, partner, agreement: `${mark}-A`, number: randomUUID() },
    ...{ netMinor: 100n, taxMinor: 20n, dueOn: TODAY },
  });
  return { id: code };
}

async function prepared({ api, tenant, mark, one }: World, code: string): Promise<void> {
  const there = await one(
    `SELECT count(*) FROM paying_account WHERE tenant_id = TENANT AND code = '${code}'`,
  );
  if (there !== '0') return;
  const { ports } = api;
  const parsed = { ...PAYMENT_RULES, coolingOffDays: 0 };
  const { version } = taken(await proposePaymentRules(ports, tenant, { actor: AUTHOR, parsed }));
  taken(await confirmPaymentRules(ports, tenant, { actor: APPROVER, version }));
  const account = payingAccountText({ code, company: `${mark}-CO` });
  taken(await setPayingAccount(ports, tenant, { actor: SENDER, parsed: account }));
}

/** The partners of each world that have an account of their own. */
const WITH_ACCOUNT = new WeakMap<World, Set<string>>();

async function withOwnAccount(world: World, partner: string): Promise<void> {
  const known = WITH_ACCOUNT.get(world) ?? new Set();
  if (known.has(partner)) return;
  WITH_ACCOUNT.set(world, known.add(partner));
  const { tenant, mark } = world;
  const { ports } = world.api;
  // In the place of whatever else was said of that day.
  const said = { holder: `${mark} pay`, iban: 'GB29NWBK60161331926819' };
  const entry = { partner, validFrom: TODAY - 1, account: said, actor: AUTHOR };
  const { batch = 0 } = taken(await setBankAccount(ports, tenant, entry));
  taken(
    await decideBankAccount(ports, tenant, { partner, batch, is: 'approved', reason: '', actor: APPROVER }),
  );
}

/** A run of one payment, as far as it is to go. */
export function runIn(
  state: 'proposed' | 'approved' | 'sent',
  partner?: string,
): (world: World) => Promise<Thing> {
  return async (world) => {
    const { ports } = world.api;
    const { id: account } = await fundedAccount(world, partner);
    const proposal = { account, methods: ['payment'], dueUntil: TODAY, executionDay: TODAY } as const;
    const { run } = taken(await proposeRun(ports, world.tenant, { ...proposal, actor: AUTHOR }));
    if (state !== 'proposed') taken(await approveRun(ports, world.tenant, { id: run.id, actor: APPROVER }));
    if (state === 'sent') taken(await sendRun(ports, world.tenant, { id: run.id, actor: SENDER }));
    return { id: run.id };
  };
}

/** A payment that has left, and that nobody has spoken of. */
export async function sentPayment(world: World, partner = `${world.mark}-P1`): Promise<Thing> {
  const { id } = await runIn('sent', partner)(world);
  const isIts = `run_id = '${id}' AND partner_id = '${partner}'`;
  return { id: await world.one(`SELECT id FROM payment_instruction WHERE tenant_id = TENANT AND ${isIts}`) };
}

/** In each world the payment that its last entry is of. */
const PAYMENT_OF_ENTRY = new WeakMap<World, string>();

/** An entry of the amount of a payment that has left, which says nothing of it. */
export async function waitingEntry(world: World): Promise<Thing> {
  const { api, tenant, mark } = world;
  const { id: payment } = await sentPayment(world);
  PAYMENT_OF_ENTRY.set(world, payment);
  const [id, statement] = [api.ports.ids.next(), api.ports.ids.next()];
  const account = `${mark}-EUR`;
  const texts = { endToEndId: '', returnReason: '', remittance: mark, batchId: '', currency: 'EUR' };
  const file = { statement: mark, fileName: mark, fileSha256: '0'.repeat(64) };
  const counts = { opening: undefined, closing: undefined, entries: 1, duplicates: 0, pending: 0 };
  await api.ports.store.inTenant(tenant, async (tx) => {
    const at = api.ports.clock.now();
    const minor = -((await tx.payments.instruction(payment))?.minor ?? 0n);
    await tx.bankEntries.addStatement({ id: statement, account, ...file, ...counts }, 'person:clerk', at);
    await tx.bankEntries.add([{ id, statement, account, identity: id, bookedOn: TODAY, minor, ...texts }]);
  });
  return { id };
}

/** The payment that the last entry is of. */
export async function paymentOfEntry(world: World): Promise<Thing> {
  return { id: PAYMENT_OF_ENTRY.get(world) ?? (await sentPayment(world)).id };
}

export async function proposedEntry(world: World): Promise<Thing> {
  const { id } = await waitingEntry(world);
  const payments = [(await paymentOfEntry(world)).id];
  const asked = { entry: id, payments, reason: 'the bank says so', actor: AUTHOR };
  taken(await assignEntry(world.api.ports, world.tenant, asked));
  return { id };
}
