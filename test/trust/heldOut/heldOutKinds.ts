import type { Plant } from '../plant/ground.ts';
import { backdatedInvoice } from './backdatedInvoice.ts';
import { claimDrip } from './claimDrip.ts';
import { colludingPair } from './colludingPair.ts';
import { creditAndRebill } from './creditAndRebill.ts';
import { ghostPartner } from './ghostPartner.ts';
import { kitingReturns } from './kitingReturns.ts';
import { relabelledProduct } from './relabelledProduct.ts';
import { saleClaimedTwice } from './saleClaimedTwice.ts';

/** What the author of the detectors has not seen. */
export const HELD_OUT: readonly Plant[] = [
  claimDrip,
  ghostPartner,
  creditAndRebill,
  colludingPair,
  kitingReturns,
  relabelledProduct,
  saleClaimedTwice,
  backdatedInvoice,
];
