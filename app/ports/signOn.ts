import type { Role } from '../access/role.ts';
import type { Sealed } from './keyRing.ts';

/** A client of an OpenID provider. */
export type SignOnClient = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** What is kept while the browser is at the provider. */
export type SignOnAsked = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page that the provider sends the browser back to. */
  readonly redirect: string;
};

/** What a provider says of whoever has signed in there. */
export type SignOnClaims = {
  readonly subject: string;
  readonly email?: string;
  readonly isEmailVerified: boolean;
  readonly name?: string;
};

/** Signs in at an OpenID provider by the code flow with PKCE. What does not hold is undefined, whatever is wrong with it. */
export type SignOn = {
  /** Where the browser goes; undefined where the provider does not answer as one. */
  readonly ask: (
    client: SignOnClient,
    redirect: string,
  ) => Promise<{ readonly address: string; readonly asked: SignOnAsked } | undefined>;
  /** Who has signed in, by the address that the browser came back to. */
  readonly finish: (
    client: SignOnClient,
    asked: SignOnAsked,
    address: string,
  ) => Promise<SignOnClaims | undefined>;
};

/** How a tenant's people sign in at its own provider; the version counts its changes, from 0. */
export type SsoProvider = {
  readonly version: number;
  readonly isOn: boolean;
  readonly issuer: string;
  readonly clientId: string;
  /** Domains of addresses whose owners become persons by themselves, with the role. */
  readonly domains: readonly string[];
  readonly role?: Role;
};

export type SsoStore = {
  /** The latest version, with the sealed secret of the client. */
  readonly provider: () => Promise<(SsoProvider & { readonly secret: Sealed }) | undefined>;
  readonly setProvider: (
    provider: SsoProvider & { readonly secret: Sealed },
    by: string,
    at: Date,
  ) => Promise<void>;
  /** The person of a subject. */
  readonly person: (issuer: string, subject: string) => Promise<string | undefined>;
  readonly link: (link: {
    readonly issuer: string;
    readonly subject: string;
    readonly person: string;
    readonly at: Date;
  }) => Promise<void>;
};
