import type { KeyPorts } from './keyRing.ts';

/**
 * What came of sending: taken (2xx) · refused (any other answer) · redirected (never followed) · late · unreachable ·
 * forbidden: the address leads where we do not send to.
 */
export const COURIER_OUTCOMES = [
  'taken',
  'refused',
  'redirected',
  'late',
  'unreachable',
  'forbidden',
] as const;
export type CourierOutcome = (typeof COURIER_OUTCOMES)[number];

export type Parcel = {
  readonly url: string;
  /** The name of the event: the same at each attempt, so that whoever gets it twice can tell. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  /** Each of them signs: while one follows another, both do. */
  readonly secrets: readonly string[];
};

export type Receipt = {
  readonly outcome: CourierOutcome;
  /** The status of HTTP, where there was an answer. */
  readonly status?: number;
  /** The beginning of what was answered, without control characters; or what went wrong, in a word. */
  readonly said: string;
  readonly tookMs: number;
  /** When whoever answered wants to be asked again. Units: milliseconds. */
  readonly againMs?: number;
};

export type AddressFault =
  | 'webhook-address-invalid'
  | 'webhook-address-not-https'
  | 'webhook-address-private';

/** Brings what is told to addresses outside, signed by Standard Webhooks. */
export type Courier = {
  /** Why an address cannot be one; undefined where it can. Whatever a name leads to is looked at when something is sent. */
  readonly faultOf: (url: string) => AddressFault | undefined;
  /** Something to sign with that nobody guesses, as whoever checks signatures keeps it. */
  readonly newSecret: () => string;
  readonly send: (parcel: Parcel) => Promise<Receipt>;
};

/** What use cases need that are about addresses outside. */
export type CourierPorts = KeyPorts & { readonly courier: Courier };
