import { justUnderLimit, manualAdjustments, outOfHours, samePersonTwice } from './approvals.ts';
import {
  claimedInParts,
  claimForCancelled,
  claimForOthersSales,
  claimForReturned,
  claimMoreThanSold,
  claimOutsideValidity,
  claimWithoutSale,
  claimWrongPrice,
  claimWrongProduct,
  claimWrongUnit,
} from './claimAgainstSales.ts';
import { claimTwiceAcross, claimTwiceExact, claimTwiceNear } from './claimTwice.ts';
import type { Plant } from './ground.ts';
import { impossibleQuantity, soldWithoutStock } from './impossibleQuantity.ts';
import { invoiceTwiceExact, invoiceTwiceNear } from './invoiceTwice.ts';
import {
  claimedNotSettled,
  expiredStillBought,
  guaranteeNotMet,
  missingEnrolment,
  negativeMargin,
  overlappingAgreements,
  tierWithinReach,
  unclaimedRebate,
  wrongPriceInBase,
  wrongUnitInBase,
} from './leakage.ts';
import { bankChangeBeforePayment } from './payments.ts';
import { roundTrip, selfDealing, sharedIdentity } from './relatedParties.ts';
import { orderSplitting, pullForward, returnsAfterPayout, stocking } from './thresholdGaming.ts';
import { claimBurst, inventedAmounts, peerOutlier, unusualTogether } from './unusualClaims.ts';

/** The kinds that the issue names; the order is that of planting, those with the fewest places first. */
export const KINDS: readonly Plant[] = [
  guaranteeNotMet,
  tierWithinReach,
  expiredStillBought,
  unclaimedRebate,
  claimedNotSettled,
  wrongUnitInBase,
  wrongPriceInBase,
  overlappingAgreements,
  pullForward,
  returnsAfterPayout,
  inventedAmounts,
  claimBurst,
  peerOutlier,
  roundTrip,
  selfDealing,
  claimOutsideValidity,
  claimTwiceExact,
  claimTwiceNear,
  claimTwiceAcross,
  claimMoreThanSold,
  claimWrongPrice,
  claimWrongUnit,
  claimWrongProduct,
  claimWithoutSale,
  claimedInParts,
  claimForReturned,
  claimForCancelled,
  claimForOthersSales,
  unusualTogether,
  bankChangeBeforePayment,
  manualAdjustments,
  justUnderLimit,
  samePersonTwice,
  outOfHours,
  sharedIdentity,
  missingEnrolment,
  stocking,
  soldWithoutStock,
  impossibleQuantity,
  orderSplitting,
  invoiceTwiceExact,
  invoiceTwiceNear,
  negativeMargin,
];
