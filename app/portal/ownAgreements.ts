import type { Agreement } from '../../core/agreement/agreement.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { type AgreementState, agreementState } from '../../core/lifecycle/agreementState.ts';
import { currentVersion, type Master } from '../../core/master/master.ts';
import { internalReads, isInternal } from '../../core/proof/internal.ts';
import { partnerView } from '../../core/proof/partnerView.ts';
import { isNamed } from '../../core/qualifying/isNamed.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { nextSettlementDay } from '../../core/settlement/settlementDue.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Actor } from '../actor.ts';
import { auditDeed } from '../auditDeed.ts';
import { businessDay } from '../businessDay.ts';
import type { AgreementAcceptance, Ports, StoredAgreement, TenantId, Tx } from '../ports.ts';

/** A partner under an agreement, and its yes to the version in force. */
export type Party = {
  readonly partner: string;
  readonly partnerName: string;
  readonly acceptance?: AgreementAcceptance;
};

export type OwnAgreement = {
  readonly stored: StoredAgreement;
  readonly state: AgreementState;
  readonly parties: readonly Party[];
  /** The day on which it is settled next; none where every time of it can be. */
  readonly settledNext?: LocalDate;
};

/** An agreement as one partner reads it: others blinded, and which terms go by what is ours alone. */
export type ReadableAgreement = OwnAgreement & {
  readonly readable: Agreement;
  readonly withheld: ReadonlySet<string>;
};

/** The agreements in force that name partners or under which they have earned, newest first. */
export function listOwnAgreements(
  ports: Ports,
  tenant: TenantId,
  partners: readonly string[],
): Promise<readonly OwnAgreement[]> {
  return ports.store.inTenant(tenant, async (tx) => {
    const found = await ownAgreements(ports, tx, partners);
    return found.toSorted(
      (a, b) =>
        b.stored.agreement.validity.from - a.stored.agreement.validity.from ||
        (a.stored.code < b.stored.code ? -1 : 1),
    );
  });
}

/** Refuses: agreement-not-found, also of one that is not theirs. */
export function readOwnAgreement(
  ports: Ports,
  tenant: TenantId,
  { code, partners }: { readonly code: string; readonly partners: readonly string[] },
): Promise<Result<ReadableAgreement>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const [own] = await ownAgreements(ports, tx, partners, code);
    const [party] = own?.parties ?? [];
    if (own === undefined || party === undefined) return notFound(code);
    const json = JSON.parse(own.stored.text) as Json;
    const master = await tx.master.knownAt(await tx.batches.last());
    const blinded = decodeAgreement(partnerView(json, master, party.partner, []).agreement);
    if (!blinded.ok) throw new Error(`Fault: ${code} cannot be read with others blinded`);
    const withheld = new Set(internalReads(json).map(({ term }) => term));
    const participants = blinded.value.participants.filter(({ attribute }) => !isInternal(attribute));
    return accept({ ...own, readable: { ...blinded.value, participants }, withheld });
  });
}

export type Accepting = {
  readonly code: string;
  /** The version that was read. */
  readonly version: number;
  readonly partner: string;
  readonly partners: readonly string[];
  readonly actor: Actor;
};

/**
 * Accepts the version in force in the name of a partner, by one of its own persons. Again it changes nothing.
 * Refuses: agreement-not-found, version-differs, person-of-partner-needed.
 */
export function acceptAgreement(
  ports: Ports,
  tenant: TenantId,
  { code, version, partner, partners, actor }: Accepting,
): Promise<Result<OwnAgreement>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const find = async () => {
      const [own] = await ownAgreements(ports, tx, [partner], code);
      return partners.includes(partner) && own?.parties.length === 1 ? own : undefined;
    };
    const own = await find();
    if (own === undefined) return notFound(code);
    const person = actor.kind === 'person' ? await tx.access.person(actor.id) : undefined;
    if (person?.partners === undefined) return refused(refuse('person-of-partner-needed', 'actor'));
    const inForce = own.stored.version;
    if (inForce !== version) return refused(refuse('version-differs', 'version'));
    if (own.parties[0]?.acceptance !== undefined) return accept(own);
    const acceptance = {
      agreement: code,
      version,
      partner,
      personName: person.name,
      acceptedAt: ports.clock.now(),
    };
    await tx.agreements.accept(acceptance, actor);
    await auditDeed(ports, tx, {
      actor,
      action: 'agreement.accept',
      object: code,
      body: { version, partner },
    });
    return accept((await find()) ?? own);
  });
}

/** Those of some partners who are under an agreement now. */
export async function partiesOf(
  ports: Ports,
  tx: Tx,
  code: string,
  partners: readonly string[],
): Promise<readonly Party[]> {
  const [own] = await ownAgreements(ports, tx, partners, code);
  return own?.parties ?? [];
}

function notFound(code: string) {
  return refused(refuse('agreement-not-found', 'agreement', { id: code }));
}

async function ownAgreements(
  ports: Ports,
  tx: Tx,
  partners: readonly string[],
  code?: string,
): Promise<readonly OwnAgreement[]> {
  const batch = await tx.batches.last();
  const day = await businessDay(tx, ports.clock);
  const master = await tx.master.knownAt(batch);
  const earned = new Set(
    (await tx.earnings.agreementsOf(partners)).map((one) => JSON.stringify([one.agreement, one.partner])),
  );
  const all =
    code === undefined
      ? await tx.agreements.allKnownAt(batch)
      : await tx.agreements.someKnownAt([code], batch);
  const found = all.flatMap((stored) => {
    const { agreement } = stored;
    const isParty = (partner: string) =>
      earned.has(JSON.stringify([stored.code, partner])) ||
      isNamed(agreement, partner, within(agreement, day), master);
    const own = partners.filter(isParty);
    return own.length === 0 ? [] : [{ stored, own }];
  });
  const accepted = await tx.agreements.acceptances(found.map(({ stored }) => stored.code));
  return found.map(({ stored, own }) => {
    const settledNext = nextSettlementDay(stored.agreement, day);
    return {
      stored,
      state: agreementState(stored.agreement, 'approved', day),
      parties: own.map((partner) => partyOf(stored, partner, accepted, master)),
      ...(settledNext !== undefined && { settledNext }),
    };
  });
}

function partyOf(
  { code, version }: StoredAgreement,
  partner: string,
  accepted: readonly AgreementAcceptance[],
  { partners }: Master,
): Party {
  const acceptance = accepted.find(
    (one) => one.agreement === code && one.version === version && one.partner === partner,
  );
  const record = partners.get(partner);
  const partnerName = record === undefined ? partner : currentVersion(record).name;
  return { partner, partnerName, ...(acceptance && { acceptance }) };
}

/** A day of the validity: the one that is asked for, or its nearest. */
function within({ validity: { from, until } }: Agreement, day: LocalDate): LocalDate {
  return Math.min(Math.max(day, from), until - 1);
}
