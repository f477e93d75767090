import type { Sealed } from './keyRing.ts';

/** What of a tenant is sealed and needed. */
export const SEALED_THINGS = [
  'bankAccount',
  'payingAccount',
  'paymentFile',
  'webhookSecret',
  'signOnSecret',
] as const;
export type SealedThing = (typeof SEALED_THINGS)[number];

/** A sealed text, and what its record is called: what it is bound to follows from both. */
export type SealedText = {
  readonly of: SealedThing;
  readonly id: readonly string[];
  readonly sealed: Sealed;
};

/** All sealed texts of a tenant, wherever they lie, for whoever changes keys. What has ended is not among them. */
export type SealedStore = {
  /** Some of those that these keys have sealed, locked until the end of the transaction. */
  readonly lockUnder: (keys: readonly string[], limit: number) => Promise<readonly SealedText[]>;
  readonly reseal: (text: SealedText) => Promise<void>;
  /** How many each key has sealed. */
  readonly countByKey: () => Promise<ReadonlyMap<string, number>>;
};
