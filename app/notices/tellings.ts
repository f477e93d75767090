import type { AuditEntry } from '../../core/audit/auditEntry.ts';
import type { Scope } from '../access/scope.ts';
import { partiesOf } from '../portal/ownAgreements.ts';
import type { Person } from '../ports/accessStore.ts';
import type { Ports, Tx } from '../ports.ts';
import type { Listeners } from './listeners.ts';
import type { NoticeKind } from './noticeKind.ts';
import { type Place, type PlaceKind, placeScope } from './place.ts';

/** What is to be told to whom. */
export type Telling = {
  readonly kind: NoticeKind;
  readonly to: readonly Person[];
  readonly place: Place;
  readonly about: string;
  readonly partner?: string;
};

/** An entry of the trail, and what it takes to say what follows from it. */
export type Heard = {
  readonly ports: Ports;
  readonly tx: Tx;
  readonly entry: AuditEntry;
  readonly body: Readonly<Record<string, unknown>>;
  /** The person who did it; '' for a program. */
  readonly by: string;
  readonly listeners: Listeners;
};

type Teller = (heard: Heard) => Promise<readonly Telling[]>;

/** By the action of the trail; of any other action nobody is told. */
const TELLERS: Readonly<Record<string, Teller>> = {
  'comment.write': mentioned,
  'agreement.submit': agreementSubmitted,
  'agreement.approve': agreementApproved,
  'agreement.reject': (heard) => agreementDecided(heard, 'rejected'),
  'adjustment.propose': adjustmentProposed,
  'adjustment.approve': (heard) => decided(heard, 'approved', 'adjustment', 'adjustment.propose'),
  'adjustment.reject': (heard) => decided(heard, 'rejected', 'adjustment', 'adjustment.propose'),
  'paymentRun.propose': runProposed,
  'paymentRun.approve': (heard) =>
    heard.body.missing === 0 ? decided(heard, 'approved', 'paymentRun', 'paymentRun.propose') : nothing(),
  'paymentRun.withdraw': (heard) => decided(heard, 'rejected', 'paymentRun', 'paymentRun.propose'),
  'bankAccount.set': (heard) => waits(heard, 'bankAccount', 'bank:approve', heard.entry.object),
  'bankAccount.approve': (heard) => decided(heard, 'approved', 'bankAccount', 'bankAccount.set'),
  'bankAccount.reject': (heard) => decided(heard, 'rejected', 'bankAccount', 'bankAccount.set'),
  'settlement.propose': (heard) => settlementsWait(heard, heard.body.settlements),
  'settlement.advance': (heard) => settlementsWait(heard, [heard.entry.object]),
  'settlement.cancel': (heard) => settlementsWait(heard, [heard.body.by]),
  'settlement.approve': settlementApproved,
  'settlement.reject': (heard) => settlementDecided(heard, 'rejected'),
  'settlement.issue': documentIssued,
  'claim.writeOffAsked': writeOffWaits,
  'claim.writeOffApproved': writeOffWaits,
  'claim.writtenOff': (heard) => writeOffDecided(heard, 'approved'),
  'claim.writeOffRejected': (heard) => writeOffDecided(heard, 'rejected'),
  'deduction.writeOffAsked': writeOffWaits,
  'deduction.writeOffApproved': writeOffWaits,
  'deduction.writtenOff': (heard) => writeOffDecided(heard, 'approved'),
  'deduction.writeOffRejected': (heard) => writeOffDecided(heard, 'rejected'),
  'balance.sent': statementSent,
  'import.lines': importEnded,
  'import.payments': importEnded,
  'import.stock': importEnded,
  'import.master': importEnded,
  'claim.sent': claimChanged,
  'claim.answered': claimChanged,
  'claim.silence': claimChanged,
  'claim.disputed': claimChanged,
  'claim.conceded': claimChanged,
  'claim.agreed': claimChanged,
  'claim.commented': claimChanged,
  'webhook.stop': webhookStopped,
  'trust.scan': casesOpened,
};

/** What an entry of the trail means to whom. */
export function tellingsOf(heard: Heard): Promise<readonly Telling[]> {
  return TELLERS[heard.entry.action]?.(heard) ?? nothing();
}

async function nothing(): Promise<readonly Telling[]> {
  return [];
}

async function mentioned({ tx, entry, body, listeners }: Heard): Promise<readonly Telling[]> {
  const comment = await tx.notices.comment(entry.object);
  if (comment === undefined) return [];
  const { place } = comment;
  const named = Array.isArray(body.mentions) ? body.mentions.map(String) : [];
  const to = named.flatMap((person) => listeners.one(person, placeScope(place.kind)));
  return [{ kind: 'mentioned', to, place, about: await knownAs(tx, place) }];
}

/** What people know a place by. */
async function knownAs(tx: Tx, { kind, id }: Place): Promise<string> {
  if (kind === 'claim') return (await tx.claims.find(id))?.reference ?? id;
  if (kind === 'import') return (await tx.received.import(id))?.document.name ?? id;
  if (kind !== 'settlement') return id;
  const settlement = await tx.settlements.get(id);
  return settlement?.issue?.document?.number ?? settlement?.beneficiary ?? id;
}

async function waits(
  { listeners }: Heard,
  kind: PlaceKind,
  scope: Scope,
  id: string,
  about = id,
): Promise<readonly Telling[]> {
  const to = listeners.ours(scope, placeScope(kind));
  return [{ kind: 'approvalWaits', to, place: { kind, id }, about }];
}

/** To whoever proposed it, as the trail says. */
async function decided(
  { tx, entry, listeners }: Heard,
  kind: 'approved' | 'rejected',
  of: PlaceKind,
  proposedBy: string,
): Promise<readonly Telling[]> {
  const [proposed] = await tx.audit.list({ object: entry.object, action: proposedBy, limit: 1 });
  const to = listeners.one(personIn(proposed?.entry.actor), placeScope(of));
  const about = of === 'bankAccount' ? entry.object : await nameOfDeed(tx, of, entry.object);
  return [{ kind, to, place: { kind: of, id: entry.object }, about }];
}

async function nameOfDeed(tx: Tx, kind: PlaceKind, id: string): Promise<string> {
  if (kind === 'adjustment') return (await tx.adjustments.get(id))?.agreement ?? id;
  if (kind === 'paymentRun') return (await tx.payments.run(id))?.company ?? id;
  return id;
}

function personIn(actor: string | undefined): string {
  return actor?.startsWith('person:') ? actor.slice('person:'.length) : '';
}

async function agreementSubmitted(heard: Heard): Promise<readonly Telling[]> {
  return waits(heard, 'agreement', 'agreements:approve', heard.entry.object);
}

async function agreementDecided(
  { tx, entry, body, listeners }: Heard,
  kind: 'approved' | 'rejected',
): Promise<readonly Telling[]> {
  const { proposal, submission } = body;
  if (typeof proposal !== 'string' || typeof submission !== 'number') return [];
  const authors = (await tx.proposals.parts(proposal, submission)).filter(({ level }) => level === undefined);
  const to = authors.flatMap(({ person }) => listeners.one(person, 'agreements:read'));
  return [{ kind, to, place: { kind: 'agreement', id: entry.object }, about: entry.object }];
}

/** With the last level it is in force: its author hears so, and whoever it names is asked to accept it. */
async function agreementApproved(heard: Heard): Promise<readonly Telling[]> {
  const { ports, tx, entry, body, listeners } = heard;
  if (typeof body.version !== 'number') return agreementSubmitted(heard);
  const code = entry.object;
  const parties = await partiesOf(ports, tx, code, listeners.partners());
  return [
    ...(await agreementDecided(heard, 'approved')),
    ...parties
      .filter(({ acceptance }) => acceptance === undefined)
      .map(({ partner }) => ({
        ...{ kind: 'agreementToAccept' as const, to: listeners.ofPartner(partner, 'agreements:accept') },
        ...{ place: { kind: 'agreement' as const, id: code }, about: code, partner },
      })),
  ];
}

async function adjustmentProposed(heard: Heard): Promise<readonly Telling[]> {
  const { tx, entry } = heard;
  const agreement = (await tx.adjustments.get(entry.object))?.agreement;
  return waits(heard, 'adjustment', 'agreements:approve', entry.object, agreement);
}

async function runProposed(heard: Heard): Promise<readonly Telling[]> {
  const { tx, entry } = heard;
  const company = (await tx.payments.run(entry.object))?.company;
  return waits(heard, 'paymentRun', 'payments:approve', entry.object, company);
}

async function settlementsWait(heard: Heard, settlements: unknown): Promise<readonly Telling[]> {
  const tellings: Telling[] = [];
  for (const id of Array.isArray(settlements) ? settlements.map(String) : []) {
    const settlement = await heard.tx.settlements.get(id);
    if (settlement?.state !== 'proposed') continue;
    tellings.push(...(await waits(heard, 'settlement', 'settlements:approve', id, settlement.beneficiary)));
  }
  return tellings;
}

async function settlementApproved(heard: Heard): Promise<readonly Telling[]> {
  const settlement = await heard.tx.settlements.get(heard.entry.object);
  // A level is missing yet.
  return settlement === undefined || settlement.state === 'proposed'
    ? []
    : settlementDecided(heard, 'approved');
}

async function settlementDecided(
  { tx, entry, listeners }: Heard,
  kind: 'approved' | 'rejected',
): Promise<readonly Telling[]> {
  const settlement = await tx.settlements.get(entry.object);
  if (settlement === undefined) return [];
  const to = listeners.one(settlement.author.id, 'settlements:read');
  const place = { kind: 'settlement' as const, id: entry.object };
  return [{ kind, to, place, about: settlement.beneficiary }];
}

/** What is asked to be given up, of a claim or of a deduction; after a level whoever may give the next one is told. */
async function writeOffWaits(heard: Heard): Promise<readonly Telling[]> {
  const { kind, id, about } = await givenUp(heard);
  return waits(heard, kind, 'claims:approve', id, about);
}

async function writeOffDecided(heard: Heard, kind: 'approved' | 'rejected'): Promise<readonly Telling[]> {
  const { tx, entry, listeners } = heard;
  const { about, ...place } = await givenUp(heard);
  const action = `${place.kind}.writeOffAsked`;
  const [asked] = await tx.audit.list({ object: entry.object, action, limit: 1 });
  const to = listeners.one(personIn(asked?.entry.actor), placeScope(place.kind));
  return [{ kind, to, place, about }];
}

async function givenUp({ tx, entry }: Heard): Promise<Place & { readonly about: string }> {
  const id = entry.object;
  const kind = entry.action.startsWith('claim.') ? 'claim' : 'deduction';
  const found = kind === 'claim' ? await tx.claims.find(id) : await tx.deductions.find(id);
  return { kind, id, about: found?.reference ?? id };
}

async function documentIssued({ tx, entry, listeners }: Heard): Promise<readonly Telling[]> {
  const settlement = await tx.settlements.get(entry.object);
  const number = settlement?.issue?.document?.number;
  // What lapses has no document, and a partner sees nothing of it.
  if (settlement === undefined || number === undefined) return [];
  const partner = settlement.beneficiary;
  const to = listeners.ofPartner(partner, 'settlements:read');
  return [
    { kind: 'documentIssued', to, place: { kind: 'settlement', id: entry.object }, about: number, partner },
  ];
}

async function statementSent({ entry, body, listeners }: Heard): Promise<readonly Telling[]> {
  const { partner } = body;
  if (typeof partner !== 'string') return [];
  const to = listeners.ofPartner(partner, 'claims:read');
  return [
    { kind: 'statementSent', to, place: { kind: 'confirmation', id: entry.object }, about: partner, partner },
  ];
}

async function importEnded({ tx, entry, by, listeners }: Heard): Promise<readonly Telling[]> {
  const id = entry.object;
  // Master data that was written and not imported is told by its batch.
  const stored = /^[0-9a-f-]{36}$/.test(id) ? await tx.received.import(id) : undefined;
  if (stored === undefined) return [];
  const to = listeners.one(by, 'facts:read');
  const kind = stored.open > 0 ? 'importQuarantined' : 'importEnded';
  return [{ kind, to, place: { kind: 'import', id }, about: stored.document.name }];
}

/** What a partner did our people hear who look after claims; what we did, the partner and whoever of us has to do with it. */
async function claimChanged(heard: Heard): Promise<readonly Telling[]> {
  const { tx, entry, by, listeners } = heard;
  const claim = await tx.claims.find(entry.object);
  if (claim === undefined) return [];
  const { id, reference: about, partner } = claim;
  const place = { kind: 'claim' as const, id };
  if (listeners.isOfPartner(by)) {
    return [{ kind: 'partnerWrote', to: listeners.ours('claims:read', 'claims:write'), place, about }];
  }
  const isDispute = entry.action === 'claim.conceded' || entry.action === 'claim.agreed';
  const isAnswer = isDispute || entry.action === 'claim.answered' || entry.action === 'claim.silence';
  if (!isAnswer) return [];
  const kind = isDispute ? 'disputeAnswered' : 'claimDecided';
  return [
    { kind: 'claimAnswered', to: await concerned(heard, id), place, about },
    ...(claim.claimant === 'partner'
      ? [{ kind, to: listeners.ofPartner(partner, 'claims:read'), place, about, partner } as const]
      : []),
  ];
}

/** Who sent the claim, and who looks after what is in dispute. */
async function concerned({ tx, listeners }: Heard, claim: string): Promise<readonly Person[]> {
  const [sent] = await tx.audit.list({ object: claim, action: 'claim.sent', limit: 1 });
  const assigned = (await tx.claims.events(claim)).findLast(({ kind }) => kind === 'assigned');
  const persons = new Set([personIn(sent?.entry.actor), assigned?.reference ?? '']);
  return [...persons].flatMap((person) => listeners.one(person, 'claims:read'));
}

/** To whoever may decide them; once for a scan, however many it opened. */
async function casesOpened({ tx, entry, body, listeners }: Heard): Promise<readonly Telling[]> {
  const opened = Array.isArray(body.opened) ? body.opened.map(String) : [];
  const [first] = opened;
  if (first === undefined) return [];
  const to = listeners.ours('trust:decide', 'trust:read');
  const kind = 'casesOpened' as const;
  if (opened.length > 1) {
    const place = { kind: 'trustCases' as const, id: entry.object };
    return [{ kind, to, place, about: String(opened.length) }];
  }
  const one = await tx.trust.case(first);
  const about = one?.partner ?? one?.subject.id ?? first;
  return [{ kind, to, place: { kind: 'trustCase', id: first }, about }];
}

/** To whoever can put it right. */
async function webhookStopped({ entry, body, listeners }: Heard): Promise<readonly Telling[]> {
  const to = listeners.ours('company:write');
  const place = { kind: 'webhook' as const, id: entry.object };
  return [{ kind: 'webhookStopped', to, place, about: String(body.name ?? entry.object) }];
}
