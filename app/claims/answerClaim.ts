import type { LocalDate } from '../../core/calendar/localDate.ts';
import { answerMoves, type Decision } from '../../core/claim/claimDeeds.ts';
import { claimAccountKey, claimedKey } from '../../core/claim/claimKeys.ts';
import type { ClaimReason } from '../../core/claim/claimReason.ts';
import { checkObjections, type Objection, objectedLines } from '../../core/claim/objection.ts';
import { type ShortfallLayer, shortfallMoves } from '../../core/claim/splitShortfall.ts';
import type { Move } from '../../core/claim/standing.ts';
import type { Decimal } from '../../core/number/decimal.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { Inputs } from '../calculation/targetLayers.ts';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { type EarnedAccount, earnedAccounts, inputsOfRun } from './earnedAccounts.ts';
import { grantClaim, mayGrant } from './grantClaim.ts';
import { type ClaimState, claimMinor, type LockedClaim, lockedClaim } from './lockedClaim.ts';

/** What is said to a line, in major units. */
export type LineAnswer = {
  readonly line: number;
  readonly accepted: Decimal;
  readonly objected: readonly { readonly reason: ClaimReason; readonly amount: Decimal }[];
};

export type ClaimAnswer = {
  readonly claim: string;
  readonly day?: LocalDate;
  readonly actor: Actor;
  readonly note?: string;
} & (
  | { readonly lines: readonly LineAnswer[] }
  /** What the other side says of transactions; what follows for the claim is computed. */
  | { readonly objections: readonly Objection[] }
);

/**
 * Records what was answered to a claim. Objections to transactions are taken in one reason after
 * the other in the fixed order, each time computing the agreement again as the claim was computed:
 * what is left is granted, what each reason takes is disputed for it.
 * Refuses: claim-not-found, claim-amount-invalid, those of answerMoves and checkObjections,
 * claim-answered-already, claim-not-computed, those of mayGrant.
 */
export function answerClaim(
  ports: Ports,
  tenant: TenantId,
  answer: ClaimAnswer,
): Promise<Result<ClaimState>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const locked = await lockedClaim(tx, answer.claim);
    if (!locked.ok) return locked;
    const moves =
      'lines' in answer
        ? decided(locked.value, answer.lines)
        : await recomputed(tx, locked.value, answer.objections);
    if (!moves.ok) return moves;
    const may = await mayGrant(tx, locked.value, moves.value);
    if (!may.ok) return may;
    const { actor, note } = answer;
    const day = answer.day ?? (await businessDay(tx, ports.clock));
    const deed = { kind: 'answered' as const, actor, day, note, moves: moves.value };
    return accept(await grantClaim(ports, tx, locked.value, deed));
  });
}

function decided({ claim, standings }: LockedClaim, lines: readonly LineAnswer[]): Result<readonly Move[]> {
  const decisions: Decision[] = [];
  for (const { line, accepted, objected } of lines) {
    const at = `lines[${line}]`;
    const minor = claimMinor(accepted, claim.currency, at);
    if (!minor.ok) return minor;
    const said: { reason: ClaimReason; minor: bigint }[] = [];
    for (const { reason, amount } of objected) {
      const part = claimMinor(amount, claim.currency, at);
      if (!part.ok) return part;
      said.push({ reason, minor: part.value });
    }
    decisions.push({ line, accepted: minor.value, objected: said });
  }
  return answerMoves(claim, standings, decisions);
}

async function recomputed(
  tx: Tx,
  { claim, standings }: LockedClaim,
  objections: readonly Objection[],
): Promise<Result<readonly Move[]>> {
  if (standings.some(({ claimed, amounts }) => amounts.undecided !== claimed))
    return refused(refuse('claim-answered-already', 'claim', { reference: claim.reference }));
  const inputs = await inputsOfClaim(tx, claim);
  if (inputs === undefined)
    return refused(refuse('claim-not-computed', 'claim', { reference: claim.reference }));
  const problems = checkObjections(objections, inputs.lines);
  if (problems.length > 0) return refused(...problems);
  const before = earnedAccounts(inputs);
  const layers = objectedLines(inputs.lines, objections).map(
    ({ reason, lines }): ShortfallLayer => ({
      reason,
      lines: claimedLines(claim, before, earnedAccounts({ ...inputs, lines })),
    }),
  );
  return accept(shortfallMoves(standings, layers));
}

/** What the run saw that a claim of ours was made from; undefined where it was made from none. */
async function inputsOfClaim(tx: Tx, claim: StoredClaim): Promise<Inputs | undefined> {
  const run = claim.run === undefined ? undefined : await tx.runs.get(claim.agreement, claim.run);
  const stored = run && (await tx.agreements.knownAt(claim.agreement, run.batch));
  return run && stored && inputsOfRun(tx, stored.agreement, run);
}

/** Each line less what its transaction, or its account where it names none, has come down by. */
function claimedLines(
  claim: StoredClaim,
  before: readonly EarnedAccount[],
  now: readonly EarnedAccount[],
): Map<number, bigint> {
  const [earlier, later] = [amountsOf(before), amountsOf(now)];
  return new Map(
    claim.lines.map((line) => {
      const key = line.transaction === undefined ? claimAccountKey(line) : claimedKey(line, line.transaction);
      return [line.number, line.minor - (earlier.get(key) ?? 0n) + (later.get(key) ?? 0n)];
    }),
  );
}

function amountsOf(accounts: readonly EarnedAccount[]): Map<string, bigint> {
  return new Map(
    accounts.flatMap((account) => [
      [claimAccountKey(account), account.earned] as const,
      ...account.shares.map(({ transaction, minor }) => [claimedKey(account, transaction), minor] as const),
    ]),
  );
}
