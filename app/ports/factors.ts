/** Codes by time (RFC 6238), six digits in steps of thirty seconds. */
export type Totp = {
  /** A new key, as base32 and as the address that programs for such codes read. */
  readonly make: (label: string) => { readonly key: string; readonly address: string };
  /** The step of time whose code it is, this one or a neighbour; undefined where it is none of them. */
  readonly stepOf: (key: string, code: string, at: Date) => number | undefined;
  /** A text as a square of dark and light: how many to a side, and the dark ones as an SVG path. */
  readonly square: (text: string) => Square;
};

export type Square = { readonly size: number; readonly path: string };

/** What an authenticator made for one of our names, and can show again. */
export type PasskeyProof = {
  readonly credential: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
};

/** Where a browser has reached us: a passkey is made for this name and shown to no other one. */
export type PasskeyPlace = { readonly origin: string };

/** What a browser is asked (as JSON of the Web Authentication API), and the challenge that it has to sign. */
export type PasskeyAsked = { readonly challenge: string; readonly options: unknown };

/** Passkeys by the Web Authentication API. What does not hold is undefined, whatever is wrong with it. */
export type Passkeys = {
  readonly askToMake: (
    place: PasskeyPlace,
    owner: { readonly account: string; readonly email: string; readonly known: readonly string[] },
  ) => Promise<PasskeyAsked>;
  readonly made: (
    place: PasskeyPlace,
    challenge: string,
    response: unknown,
  ) => Promise<PasskeyProof | undefined>;
  readonly askToShow: (place: PasskeyPlace) => Promise<PasskeyAsked>;
  /** Whose account and which passkey a response says to be: not proven yet. */
  readonly claimed: (
    response: unknown,
  ) => { readonly account: string; readonly credential: string } | undefined;
  /** The counter of the authenticator, where the response was made by this passkey, for this challenge, by whoever unlocked it. */
  readonly shown: (
    place: PasskeyPlace,
    challenge: string,
    response: unknown,
    passkey: PasskeyProof,
  ) => Promise<number | undefined>;
};
