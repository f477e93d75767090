import type { AccountRule } from '../../core/ledger/accountRules.ts';
import { decodeAccountRules } from '../../core/ledger/decodeAccountRules.ts';
import { accept, type Refusal, type Result, refused } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import type { Actor } from '../actor.ts';
import { amendAgreement } from '../agreements/amendAgreement.ts';
import { proposeApprovalRules } from '../agreements/approvalRules.ts';
import { draftAgreement } from '../agreements/draftAgreement.ts';
import { personOf } from '../agreements/personOf.ts';
import { versionInForce } from '../agreements/versionInForce.ts';
import { setCalendar } from '../companies/calendars.ts';
import { saveMapping } from '../intake/saveMapping.ts';
import { setAccountRules } from '../ledger/setAccountRules.ts';
import { proposePaymentRules } from '../payments/paymentRules.ts';
import type { RulesStore } from '../ports/rulesStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { withIds } from './approverLogins.ts';
import { CARRIED_PARTS, type CarriedPart } from './carriedParts.ts';
import { openDraft } from './exportTransport.ts';
import type { CarriedAgreement, CarriedCalendar, CarriedMapping, Transport } from './transport.ts';

/** New here; another text than here; the same; or the same as what waits for approval here already. */
const CHANGES = ['new', 'changed', 'same', 'waits'] as const;
type Change = (typeof CHANGES)[number];

/** A file, and which of its parts are meant. */
export type Carried = { readonly transport: Transport; readonly parts: readonly CarriedPart[] };

export type Difference = { readonly part: CarriedPart; readonly name: string; readonly change: Change };

/** One thing of a file beside the same thing here, and what takes it over. */
type Step = Difference & {
  readonly take: (ports: Ports, tenant: TenantId, actor: Actor) => Promise<Result<unknown>>;
};

/** What the file would change, in the order in which it is taken over; nothing is written. */
export async function compareTransport(
  ports: Ports,
  tenant: TenantId,
  carried: Carried,
): Promise<readonly Difference[]> {
  const steps = await stepsOf(ports, tenant, carried);
  return steps.map(({ take: _, ...difference }) => difference);
}

/**
 * Takes over what differs. Agreements and rules come as proposals: another person approves them here. Calendars, accounts and
 * descriptions count at once. What was taken over before a refusal stays, and is not taken over twice.
 * Refuses: person-needed, and those of the use cases of each part, at the name of what is refused.
 */
export async function importTransport(
  ports: Ports,
  tenant: TenantId,
  carried: Carried,
  actor: Actor,
): Promise<Result<readonly Difference[]>> {
  const person = personOf(actor);
  if (!person.ok) return person;
  const steps = await stepsOf(ports, tenant, carried);
  const refusals: Refusal[] = [];
  for (const { part, name, change, take } of steps) {
    if (change !== 'new' && change !== 'changed') continue;
    const taken = await take(ports, tenant, actor);
    if (!taken.ok)
      refusals.push(...taken.refusals.map((one) => ({ ...one, at: `${part} ${name}: ${one.at}` })));
  }
  if (refusals.length > 0) return refused(...refusals);
  return accept(steps.map(({ take: _, ...difference }) => difference));
}

const STEPS: Readonly<Record<CarriedPart, (tx: Tx, transport: Transport) => Promise<Step[]>>> = {
  calendar: (tx, { calendars }) => calendarSteps(tx, calendars),
  mapping: (tx, { mappings }) => mappingSteps(tx, mappings),
  accountRules: (tx, { accountRules }) => accountSteps(tx, accountRules),
  approvalRules: (tx, { approvalRules }) => rulesSteps(tx, 'approvalRules', approvalRules),
  paymentRules: (tx, { paymentRules }) => rulesSteps(tx, 'paymentRules', paymentRules),
  agreement: (tx, { agreements }) => agreementSteps(tx, agreements),
};

function stepsOf(ports: Ports, tenant: TenantId, { transport, parts }: Carried): Promise<readonly Step[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const steps: Step[] = [];
    for (const part of CARRIED_PARTS.filter((one) => parts.includes(one)))
      steps.push(...(await STEPS[part](tx, transport)));
    return steps;
  });
}

async function calendarSteps(tx: Tx, carried: readonly CarriedCalendar[]): Promise<Step[]> {
  const here = new Map((await tx.calendars.list()).map((calendar) => [calendar.code, calendar]));
  return carried.map((wanted) => {
    const known = here.get(wanted.code);
    const { version, ...said } = known ?? { version: 0 };
    return {
      ...{ part: 'calendar' as const, name: wanted.code },
      change: changeOf(version > 0, isSame(said as unknown as Json, wanted as unknown as Json)),
      take: (ports, tenant, actor) => setCalendar(ports, tenant, { ...wanted, seen: String(version) }, actor),
    };
  });
}

async function mappingSteps(tx: Tx, carried: readonly CarriedMapping[]): Promise<Step[]> {
  const here = new Map((await tx.mappings.all()).map(({ name, description }) => [name, description]));
  return carried.map(({ name, fingerprint, description }) => ({
    ...{ part: 'mapping' as const, name },
    change: changeOf(here.has(name), isSame(here.get(name) ?? null, description)),
    take: (ports, tenant, actor) => {
      const shown = fingerprint === null ? {} : { fingerprint };
      return saveMapping(ports, tenant, { name, description, actor, ...shown });
    },
  }));
}

async function accountSteps(tx: Tx, carried: readonly Json[]): Promise<Step[]> {
  const here = (await tx.ledger.rules()) as unknown as Json[];
  if (carried.length === 0) return [];
  return [
    {
      ...{ part: 'accountRules' as const, name: 'accounts' },
      change: changeOf(here.length > 0, isSame(here, carried as Json)),
      take: async (ports, tenant, actor) => {
        const decoded = decodeAccountRules(carried);
        if (!decoded.ok) return decoded;
        return setAccountRules(ports, tenant, { rules: decoded.value as readonly AccountRule[], actor });
      },
    },
  ];
}

const PROPOSE = { approvalRules: proposeApprovalRules, paymentRules: proposePaymentRules } as const;

async function rulesSteps(tx: Tx, part: keyof typeof PROPOSE, carried: Json): Promise<Step[]> {
  if (carried === null) return [];
  const here = await withIds(tx, carried);
  const store: RulesStore<unknown> = tx[part];
  const last = (await store.all()).at(-1);
  const inForce = await store.knownAt(await tx.batches.last());
  const text = canonicalJson(here.ok ? here.value : carried);
  const waits = last?.confirmed === undefined && last?.text === text;
  const change = changeOf(inForce !== undefined, inForce?.text === text);
  return [
    {
      ...{ part, name: 'rules' },
      change: change !== 'same' && waits ? 'waits' : change,
      take: async (ports, tenant, actor) =>
        here.ok ? PROPOSE[part](ports, tenant, { actor, parsed: here.value }) : here,
    },
  ];
}

async function agreementSteps(tx: Tx, carried: readonly CarriedAgreement[]): Promise<Step[]> {
  const steps: Step[] = [];
  for (const { code, text } of carried) {
    const inForce = await versionInForce(tx, code);
    const change = changeOf(inForce !== undefined, inForce?.text === canonicalJson(text));
    const draft = change === 'same' ? undefined : await openDraft(tx, code);
    const waits = draft !== undefined && isSame(JSON.parse(draft) as Json, text);
    const base = inForce?.version;
    steps.push({
      ...{ part: 'agreement' as const, name: code, change: waits ? 'waits' : change },
      take: (ports, tenant, actor) =>
        base === undefined
          ? draftAgreement(ports, tenant, { actor, parsed: text })
          : amendAgreement(ports, tenant, { actor, agreement: code, base, kind: 'version', parsed: text }),
    });
  }
  return steps;
}

function changeOf(isHere: boolean, isAlike: boolean): Change {
  if (!isHere) return 'new';
  return isAlike ? 'same' : 'changed';
}

function isSame(one: Json, other: Json): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
