import type { Claim, ClaimLine } from '../../core/claim/claim.ts';
import type { Decision } from '../../core/claim/claimDeeds.ts';
import { claimDelta } from '../../core/claim/claimDelta.ts';
import { claimAccountKey, claimedKey, transactionKey } from '../../core/claim/claimKeys.ts';
import {
  type ClaimGround,
  type ClaimPointer,
  type MatchedLine,
  matchClaim,
} from '../../core/claim/matchClaim.ts';
import {
  checkSupportLine,
  isSupportLine,
  REASON_OF,
  type SupportFault,
  type SupportLine,
} from '../../core/claim/supportLine.ts';
import { NO_TOLERANCE } from '../../core/claim/tolerance.ts';
import { lineKey } from '../../core/fact/line.ts';
import { decimalToRational } from '../../core/number/decimal.ts';
import { sumOf, ZERO } from '../../core/number/rational.ts';
import type { Inputs } from '../calculation/targetLayers.ts';
import type { ClaimedLine, ClaimRule } from '../ports/claimStore.ts';
import type { StoredAgreement, Tx } from '../ports.ts';
import { earnedAccounts, inputsOfRun } from './earnedAccounts.ts';
import { partnerOf } from './raiseClaims.ts';
import { claimsAmong } from './sendClaim.ts';

/** How the lines of a claim compare, and what the rules decide of them. */
export type MatchedClaim = {
  readonly lines: readonly (MatchedLine & { readonly faults: readonly SupportFault[] })[];
  readonly decisions: readonly Decision[];
  /** Which lines were claimed where before, for whoever reads the history. */
  readonly note: string | undefined;
  /** How many claims of partners were seen on the agreement. */
  readonly sentBefore: number;
};

/**
 * Holds a claim of a partner against what its agreement has earned and what was claimed before, and
 * special-price lines against their sales first.
 */
export async function matchSentClaim(
  tx: Tx,
  { agreement }: StoredAgreement,
  claim: Claim,
  rule: ClaimRule | undefined,
): Promise<MatchedClaim> {
  const run = await tx.runs.last(agreement.id);
  const inputs = run && (await inputsOfRun(tx, agreement, run));
  const all = await tx.claims.claimedOn(agreement.id);
  // One that stands already is held against what was sent before it; ids grow with time.
  const before = all.filter((line) => line.refused !== line.minor && line.claim < claim.id);
  const ground = groundOf(inputs, claim, before);
  const tolerance =
    rule === undefined
      ? NO_TOLERANCE
      : { minor: rule.toleranceMinor, percent: decimalToRational(rule.tolerancePercent) };
  const faults = new Map(
    claim.lines.filter(isSupportLine).map((line) => [line.number, faultsOf(inputs, line, before)]),
  );
  const sound = claim.lines.filter(({ number }) => (faults.get(number) ?? []).length === 0);
  const matched = new Map(matchClaim(sound, ground, tolerance).map((line) => [line.line, line]));
  const lines = claim.lines.map((line) => {
    const wrong = faults.get(line.number) ?? [];
    return { ...(matched.get(line.number) ?? faulty(line, wrong)), faults: wrong };
  });
  const isDecided = ({ match }: MatchedLine) => match !== 'beyond' && match !== 'unknown';
  return {
    lines,
    decisions: lines.filter(isDecided).map(({ decision }) => decision),
    note: noteOf(lines),
    sentBefore: claimsAmong(all, 'partner'),
  };
}

/** What the partner could still claim: of accounts that are settled with it alone. */
function groundOf(inputs: Inputs | undefined, claim: Claim, before: readonly ClaimedLine[]): ClaimGround {
  const accounts = (inputs === undefined ? [] : earnedAccounts(inputs)).filter(
    (account) =>
      inputs !== undefined &&
      partnerOf(inputs.agreement, account) === claim.partner &&
      account.currency === claim.currency,
  );
  const byAccount = Map.groupBy(before, claimAccountKey);
  const claimable = new Map(
    accounts.map((account) => {
      const own = byAccount.get(claimAccountKey(account)) ?? [];
      const gross = own.reduce((sum, { minor }) => sum + minor, 0n);
      const refused = own.reduce((sum, line) => sum + line.refused, 0n);
      return [
        claimAccountKey(account),
        claimDelta(account.earned, { gross: gross - refused, refused: 0n }),
      ] as const;
    }),
  );
  const shares = accounts.flatMap((account) =>
    account.shares.map(({ transaction, minor }) => [claimedKey(account, transaction), minor] as const),
  );
  const claimedIn = new Map<string, ClaimPointer>();
  for (const line of before) {
    // A part of a sale may be claimed now and the rest later; what is too much of it, its quantity says.
    if (line.transaction === undefined || isSupportLine(line)) continue;
    const key = claimedKey(line, line.transaction);
    if (!claimedIn.has(key))
      claimedIn.set(key, { claim: line.claim, reference: line.reference, line: line.number });
  }
  return { claimable, shares: new Map(shares), claimedIn };
}

function faultsOf(
  inputs: Inputs | undefined,
  line: SupportLine,
  before: readonly ClaimedLine[],
): readonly SupportFault[] {
  if (inputs === undefined) return ['contract'];
  const key = transactionKey(line.transaction);
  const sale = inputs.lines.find((candidate) => lineKey(candidate) === key);
  const same = before.filter(({ transaction }) => transaction && transactionKey(transaction) === key);
  const { agreement } = inputs;
  const term = agreement.terms.find(({ id }) => id === line.term);
  return checkSupportLine(line, {
    sale,
    contracts: new Set([agreement.id]),
    validity: agreement.validity,
    claimedQuantity: sumOf(same.map(({ quantity }) => (quantity ? decimalToRational(quantity) : ZERO))),
    currency: agreement.currency,
    rounding: term?.rounding.mode ?? 'halfAwayFromZero',
  }).faults;
}

function faulty({ number: line, minor: claimed }: ClaimLine, faults: readonly SupportFault[]): MatchedLine {
  const reason = REASON_OF[faults[0] ?? 'contract'];
  return {
    line,
    match: 'wrong',
    claimed,
    found: 0n,
    decision: { line, accepted: 0n, objected: [{ reason, minor: claimed }] },
  };
}

function noteOf(lines: MatchedClaim['lines']): string | undefined {
  const said = lines.flatMap(({ line, first, faults }) => {
    if (first !== undefined)
      return [
        `${line}: ${first.reference === '' ? '' : `${first.reference}, `}${first.line} ${first.claim}`.trim(),
      ];
    return faults.length > 0 ? [`${line}: ${faults.join(', ')}`] : [];
  });
  return said.length === 0 ? undefined : said.slice(0, 100).join('; ');
}
