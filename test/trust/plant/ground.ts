import type { FoundObject } from '../../../core/trust/finding.ts';
import { type Claim, claimLineOf, claimOf } from '../business/claimsOf.ts';
import { followUp } from '../business/followUp.ts';
import { isSold } from '../business/tradeIndex.ts';
import type { Chance } from '../chance.ts';
import { claimLineId, type Draft, type DraftLine, type DraftOf, lineId } from '../draft.ts';
import type { Business } from '../honestHistory.ts';
import type { Label, Named } from '../label.ts';

/** Where cases are planted. What one has taken nobody else changes, so that every case is of one kind. */
export type Ground = Business & {
  readonly chance: Chance;
  /** How many cases are asked for. */
  readonly count: number;
  /** Planted by somebody who hides it: typing errors, spread over days, amounts a little off. */
  readonly disguised: boolean;
  readonly taken: Set<string>;
};

/** A kind of case: plants as many as it finds room for, at most `count`. */
export type Plant = {
  readonly kind: string;
  readonly group: Label['group'];
  readonly plant: (ground: Ground) => Case[];
};
export type Case = Omit<Label, 'kind' | 'group' | 'heldOut'>;

/** Draws so many that nobody has taken, and takes them. */
export function take<T>(
  ground: Ground,
  list: readonly T[],
  keyOf: (one: T) => string,
  count = ground.count,
): T[] {
  const drawn: T[] = [];
  for (const one of ground.chance.some(list, list.length)) {
    if (drawn.length === count) break;
    if (ground.taken.has(keyOf(one))) continue;
    ground.taken.add(keyOf(one));
    drawn.push(one);
  }
  return drawn;
}

export function named(object: FoundObject, id: string): Named {
  return { object, id };
}

export function caseOf(
  object: FoundObject,
  id: string,
  alternatives: readonly Named[],
  minor?: number,
): Case {
  return { object, id, alternatives, ...(minor === undefined ? {} : { minor }) };
}

/** Claims for price support that were decided. */
export function takeClaims(ground: Ground, count = ground.count): Claim[] {
  const { draft } = ground;
  return take(
    ground,
    draft.claims.filter(({ lines, state, claim }) => lines.length > 0 && state === 'paid' && claim !== ''),
    ({ claim }) => claim,
    count,
  );
}

export function takePartners(
  ground: Ground,
  fits: (partner: DraftOf<'partners'>) => boolean,
  count = ground.count,
): DraftOf<'partners'>[] {
  return take(
    ground,
    ground.draft.partners.filter((one) => one.segment !== 'counter' && fits(one)),
    ({ partner }) => `partner ${partner}`,
    count,
  );
}

/** Customers with so many lines of goods. */
export function takeBuyers(ground: Ground, least: number, count = ground.count): DraftOf<'partners'>[] {
  return takePartners(
    ground,
    ({ partner }) =>
      ground.index.ofPartner(partner).filter((line) => isSold(line) && line.source === ground.draft.source)
        .length >= least,
    count,
  );
}

export function agreementOf({ draft }: Ground, code: string | undefined): DraftOf<'agreements'> | undefined {
  return draft.agreements.find(({ agreement }) => agreement === code);
}

/** A claim more, decided and paid like every other. */
export function addClaim(ground: Ground, claim: Claim): Claim {
  ground.draft.claims.push(claim);
  ground.taken.add(claim.claim);
  followUp(ground.draft, claim, ground.codes, ground.chance);
  return claim;
}

/** A claim for these sales at what the agreement grants. */
export function addSupportClaim(
  ground: Ground,
  agreement: DraftOf<'agreements'>,
  lines: readonly DraftLine[],
  sentOn: number,
): Claim {
  const price = agreement.contractPrice ?? 0;
  const claimed = lines.map((line, at) => claimLineOf(line, at + 1, price, agreement.endCustomer));
  const minor = claimed.reduce((sum, line) => sum + line.minor, 0);
  return addClaim(
    ground,
    claimOf(
      ground.draft,
      agreement,
      agreement.partners[0] ?? '',
      sentOn,
      minor,
      claimed,
      ground.codes,
      ground.chance,
    ),
  );
}

export function addLine(ground: Ground, line: DraftLine): DraftLine {
  ground.draft.lines.push(line);
  ground.index.add(line);
  ground.taken.add(lineId(line));
  return line;
}

/** A document number like others of the set. */
export function newDocument({ codes, index }: Ground, like: string): string {
  for (;;) {
    const digits = codes('D').slice(2);
    const document = like.replace(/(?<!\d)\d+$/, (old) => digits.slice(0, Math.max(5, old.length)));
    const fresh = document === like ? `${like}-${digits.slice(0, 4)}` : document;
    if (index.ofDocument(fresh).length === 0) return fresh;
  }
}

/** The claim with other lines, and its sum with them. What was paid stays what it was. */
export function changeClaimLine(claim: Claim, at: number, change: Partial<Claim['lines'][number]>): void {
  claim.lines = claim.lines.map((line, index) => (index === at ? { ...line, ...change } : line));
  claim.minor = claim.lines.reduce((sum, { minor }) => sum + minor, 0);
}

/** Settlement, payment and approvals follow what a claim has become. */
export function repay({ draft }: Pick<Ground, 'draft'>, claim: Claim, before: number): void {
  const settlement = draft.settlements.find(
    ({ agreement, partner, minor, day }) =>
      agreement === claim.agreement && partner === claim.partner && minor === before && day >= claim.sentOn,
  );
  const payment = draft.payments.find(
    (one) => one.settlement === settlement?.settlement && settlement !== undefined,
  );
  if (settlement) settlement.minor = claim.minor;
  if (payment) payment.minor = claim.minor;
  const objects = new Set([claim.claim, settlement?.settlement, payment?.payment]);
  for (const approval of draft.approvals) if (objects.has(approval.object)) approval.minor = claim.minor;
}

/** Of two claims for the same, either one and the lines of both tell of it. */
export function claimTwin(claim: Claim, twin: Claim): Named[] {
  return [named('claim', claim.claim), ...linesOfClaim(claim), ...linesOfClaim(twin)];
}

export function linesOfClaim(claim: Claim): Named[] {
  return claim.lines.map((line) => named('claimLine', claimLineId(claim, line)));
}

/** As if it had never been sent: nobody decided it, nothing was paid. */
export function removeClaim({ draft }: Pick<Ground, 'draft'>, claim: Claim): void {
  const settlement = draft.settlements.find(
    ({ agreement, partner, minor, day }) =>
      agreement === claim.agreement &&
      partner === claim.partner &&
      minor === claim.minor &&
      day >= claim.sentOn,
  );
  if (settlement !== undefined) removeSettlement(draft, settlement.settlement);
  draft.claims = draft.claims.filter((one) => one !== claim);
  draft.approvals = draft.approvals.filter(({ object }) => object !== claim.claim);
}

export function removeSettlement(draft: Draft, settlement: string): void {
  const gone = new Set([
    settlement,
    ...draft.payments.filter((one) => one.settlement === settlement).map(({ payment }) => payment),
  ]);
  draft.settlements = draft.settlements.filter((one) => one.settlement !== settlement);
  draft.payments = draft.payments.filter(({ payment }) => !gone.has(payment));
  draft.approvals = draft.approvals.filter(({ object }) => !gone.has(object));
}

/** One sign changed, as fingers do. */
export function mistype(text: string, chance: Chance): string {
  if (text.length < 2) return `${text}0`;
  const at = chance.whole(1, text.length - 1);
  return chance.happens(0.5)
    ? text.slice(0, at) + text.slice(at + 1)
    : `${text.slice(0, at)}${text[at - 1]}${text.slice(at)}`;
}

/** So many per mille more or less. */
export function jitter(value: number, perMille: number, chance: Chance): number {
  return Math.round((value * (1000 + chance.whole(-perMille, perMille))) / 1000);
}
