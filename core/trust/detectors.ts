import type { Detector } from './detector.ts';
import { bankChangeBeforePayment } from './detectors/bankChangeBeforePayment.ts';
import { boughtAfterEnd } from './detectors/boughtAfterEnd.ts';
import { claimedAfterReturn } from './detectors/claimedAfterReturn.ts';
import { claimedMoreThanSold } from './detectors/claimedMoreThanSold.ts';
import { claimedTwice } from './detectors/claimedTwice.ts';
import { claimOutsideValidity } from './detectors/claimOutsideValidity.ts';
import { claimVelocity } from './detectors/claimVelocity.ts';
import { claimWrongPrice } from './detectors/claimWrongPrice.ts';
import { claimWrongProduct } from './detectors/claimWrongProduct.ts';
import { claimWrongUnit } from './detectors/claimWrongUnit.ts';
import { duplicateClaims } from './detectors/duplicateClaims.ts';
import { duplicateInvoices } from './detectors/duplicateInvoices.ts';
import { earnedNotSettled } from './detectors/earnedNotSettled.ts';
import { firstDigits } from './detectors/firstDigits.ts';
import { guaranteeNotMet } from './detectors/guaranteeNotMet.ts';
import { impossibleQuantity } from './detectors/impossibleQuantity.ts';
import { justUnderLimit } from './detectors/justUnderLimit.ts';
import { lastDigits } from './detectors/lastDigits.ts';
import { manualAdjustments } from './detectors/manualAdjustments.ts';
import { missingEnrolment } from './detectors/missingEnrolment.ts';
import { negativeMargin } from './detectors/negativeMargin.ts';
import { oddClaims } from './detectors/oddClaims.ts';
import { orderSplitting } from './detectors/orderSplitting.ts';
import { outOfHours } from './detectors/outOfHours.ts';
import { overstocking } from './detectors/overstocking.ts';
import { paidTwice } from './detectors/paidTwice.ts';
import { peerOutlier } from './detectors/peerOutlier.ts';
import { priceAgainstContract } from './detectors/priceAgainstContract.ts';
import { pullForward } from './detectors/pullForward.ts';
import { relatedParties } from './detectors/relatedParties.ts';
import { returnsAfterPayout } from './detectors/returnsAfterPayout.ts';
import { roundAmounts } from './detectors/roundAmounts.ts';
import { roundTrip } from './detectors/roundTrip.ts';
import { samePersonBothSides } from './detectors/samePersonBothSides.ts';
import { selfDealing } from './detectors/selfDealing.ts';
import { soldMoreThanBought } from './detectors/soldMoreThanBought.ts';
import { tierWithinReach } from './detectors/tierWithinReach.ts';
import { unclaimedRebate } from './detectors/unclaimedRebate.ts';
import { wrongBase } from './detectors/wrongBase.ts';
import { wrongLineUnit } from './detectors/wrongLineUnit.ts';

/** Everything that is looked for: fraud first, then what was left on the table. */
export const DETECTORS = [
  duplicateClaims,
  claimedTwice,
  duplicateInvoices,
  claimedMoreThanSold,
  claimedAfterReturn,
  claimOutsideValidity,
  claimWrongPrice,
  claimWrongUnit,
  claimWrongProduct,
  pullForward,
  returnsAfterPayout,
  orderSplitting,
  overstocking,
  relatedParties,
  selfDealing,
  roundTrip,
  impossibleQuantity,
  soldMoreThanBought,
  firstDigits,
  lastDigits,
  roundAmounts,
  claimVelocity,
  peerOutlier,
  oddClaims,
  bankChangeBeforePayment,
  justUnderLimit,
  samePersonBothSides,
  outOfHours,
  manualAdjustments,
  unclaimedRebate,
  earnedNotSettled,
  wrongBase,
  wrongLineUnit,
  priceAgainstContract,
  missingEnrolment,
  tierWithinReach,
  boughtAfterEnd,
  paidTwice,
  negativeMargin,
  guaranteeNotMet,
] as const satisfies readonly Detector[];
