import type { DetectorName } from '../../core/trust/detectorName.ts';

const BEYOND_WINDOW = ['pullForward', 'creditAndRebill', 'backdatedInvoice', 'kitingReturns'];

/** What each detector is there for, by the names of both; written after the kinds, and changed for no result. */
export const DETECTOR_KINDS: Readonly<Record<DetectorName, readonly string[]>> = {
  duplicateClaims: ['claimTwiceExact', 'claimTwiceNear', 'claimTwiceAcross', 'saleClaimedTwice'],
  claimedTwice: [
    'claimTwiceExact',
    'claimTwiceNear',
    'claimTwiceAcross',
    'claimedInParts',
    'saleClaimedTwice',
  ],
  duplicateInvoices: ['invoiceTwiceExact', 'invoiceTwiceNear'],
  claimedMoreThanSold: ['claimMoreThanSold', 'claimWithoutSale', 'claimedInParts'],
  claimedAfterReturn: ['claimForReturned', 'claimForCancelled'],
  claimOutsideValidity: ['claimOutsideValidity'],
  claimWrongPrice: ['claimWrongPrice', 'claimWrongUnit', 'relabelledProduct'],
  claimWrongUnit: ['claimWrongUnit'],
  claimWrongProduct: ['claimWrongProduct', 'claimForOthersSales', 'relabelledProduct'],
  pullForward: BEYOND_WINDOW,
  returnsAfterPayout: ['returnsAfterPayout', 'kitingReturns'],
  orderSplitting: ['orderSplitting'],
  overstocking: ['stocking'],
  relatedParties: ['sharedIdentity', 'selfDealing', 'roundTrip'],
  selfDealing: ['selfDealing'],
  roundTrip: ['roundTrip'],
  impossibleQuantity: ['impossibleQuantity', 'soldWithoutStock', 'stocking'],
  soldMoreThanBought: ['soldWithoutStock', 'impossibleQuantity'],
  firstDigits: ['inventedAmounts', 'claimDrip'],
  lastDigits: ['inventedAmounts'],
  roundAmounts: ['manualAdjustments', 'inventedAmounts'],
  claimVelocity: ['claimBurst', 'claimDrip'],
  peerOutlier: ['peerOutlier', 'claimBurst', 'inventedAmounts'],
  oddClaims: ['unusualTogether', 'ghostPartner'],
  bankChangeBeforePayment: ['bankChangeBeforePayment'],
  justUnderLimit: ['justUnderLimit', 'claimDrip'],
  samePersonBothSides: ['samePersonTwice'],
  outOfHours: ['outOfHours'],
  manualAdjustments: ['manualAdjustments', 'colludingPair'],
  unclaimedRebate: ['unclaimedRebate'],
  earnedNotSettled: ['claimedNotSettled', 'unclaimedRebate'],
  wrongBase: ['wrongUnitInBase', 'wrongPriceInBase'],
  wrongLineUnit: ['wrongUnitInBase'],
  priceAgainstContract: ['wrongPriceInBase', 'relabelledProduct'],
  missingEnrolment: ['missingEnrolment'],
  tierWithinReach: ['tierWithinReach'],
  boughtAfterEnd: ['expiredStillBought'],
  paidTwice: ['overlappingAgreements', 'saleClaimedTwice'],
  negativeMargin: ['negativeMargin'],
  guaranteeNotMet: ['guaranteeNotMet'],
};

const BY_NAME = new Map<string, readonly string[]>(Object.entries(DETECTOR_KINDS));

/** Undefined for whatever is no detector of ours, such as a baseline: it is there for everything. */
export function kindsOfDetector(detector: string): readonly string[] | undefined {
  return BY_NAME.get(detector);
}
