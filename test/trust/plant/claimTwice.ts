import type { Claim } from '../business/claimsOf.ts';
import { workdayFrom } from '../draft.ts';
import {
  addClaim,
  type Case,
  caseOf,
  claimTwin,
  type Ground,
  jitter,
  mistype,
  type Plant,
  takeClaims,
} from './ground.ts';

/** Sent again as it was, some weeks later. */
export const claimTwiceExact: Plant = {
  kind: 'claimTwiceExact',
  group: 'fraud',
  plant: (ground) => twins(ground, (claim) => claim),
};

/** Sent again with another number, a little off, and without the day or the line number of the sale. */
export const claimTwiceNear: Plant = {
  kind: 'claimTwiceNear',
  group: 'fraud',
  plant: (ground) =>
    twins(ground, (claim) => {
      const { chance, disguised } = ground;
      const lines = claim.lines.map((line) => {
        const { line: _, day: __, ...rest } = line;
        return { ...(disguised ? rest : line), minor: jitter(line.minor, disguised ? 25 : 8, chance) };
      });
      const minor = lines.reduce((sum, line) => sum + line.minor, 0);
      return { ...claim, reference: mistype(claim.reference ?? '', chance), lines, minor };
    }),
};

/** The same sales claimed by another partner, its number written in another way. */
export const claimTwiceAcross: Plant = {
  kind: 'claimTwiceAcross',
  group: 'fraud',
  plant: (ground) =>
    twins(ground, (claim) => {
      const others = ground.draft.agreements.filter(
        ({ contractPrice, partners, side }) =>
          contractPrice !== undefined &&
          partners[0] !== claim.partner &&
          (side === 'supplier') === (claim.claimant === 'us'),
      );
      const other = ground.chance.pick(others);
      const partner = other.partners[0] ?? '';
      return {
        ...claim,
        partner,
        agreement: other.agreement,
        reference: respell(claim.reference ?? ''),
        sentBy: `${partner.toLowerCase()}@portal`,
      };
    }),
};

function twins(ground: Ground, change: (claim: Claim) => Claim): Case[] {
  return takeClaims(ground).map((claim) => {
    const sentOn = Math.min(
      workdayFrom(claim.sentOn + ground.chance.whole(5, ground.disguised ? 90 : 40)),
      ground.draft.today,
    );
    const twin = addClaim(ground, { ...change(claim), claim: ground.codes('CL'), sentOn, state: 'accepted' });
    return caseOf('claim', twin.claim, claimTwin(claim, twin), twin.minor);
  });
}

function respell(reference: string): string {
  return reference.toLowerCase().replaceAll(/[-/ ]/g, '.').replace('rb', 're');
}
