import type { Innocent } from '../label.ts';
import type { Ground } from '../plant/ground.ts';
import { contractAmounts, nightShift, refusedAndSentAgain, sharedReferences } from './honestPaper.ts';
import { familyOfPartners, honestBankChanges, newPartners, paysTogether } from './honestPartners.ts';
import { bulkPallets, claimedInHalves, newPriceList, standingOrders } from './honestTrade.ts';
import { cancellationPairs, reInvoices, seasonPeaks } from './realOddities.ts';

type Honest = { readonly kind: string; readonly find: (ground: Ground) => readonly Innocent['named'][] };

/** What looks like a case and is none. The first two are in the real data and are only named. */
export const INNOCENT: readonly Honest[] = [
  { kind: 'seasonPeak', find: seasonPeaks },
  { kind: 'cancellationPair', find: cancellationPairs },
  { kind: 'reInvoice', find: reInvoices },
  { kind: 'standingOrder', find: standingOrders },
  { kind: 'bulkPallet', find: bulkPallets },
  { kind: 'newPriceList', find: newPriceList },
  { kind: 'claimedInHalves', find: claimedInHalves },
  { kind: 'familyOfPartners', find: familyOfPartners },
  { kind: 'honestBankChange', find: honestBankChanges },
  { kind: 'newPartner', find: newPartners },
  { kind: 'paysTogether', find: paysTogether },
  { kind: 'nightShift', find: nightShift },
  { kind: 'refusedAndSentAgain', find: refusedAndSentAgain },
  { kind: 'sharedReference', find: sharedReferences },
  { kind: 'contractAmount', find: contractAmounts },
];
