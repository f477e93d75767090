import type { TenantId } from '../ports.ts';
import type { PasskeyProof } from './factors.ts';
import type { Sealed } from './keyRing.ts';

/** One human who signs in, by an e-mail address in lower case. */
export type Account = {
  readonly id: string;
  readonly email: string;
  /** As `Passwords` has made it; undefined before one was chosen. */
  readonly password?: string;
};

export const SIGN_IN_METHODS = [
  'password',
  'invitation',
  'totp',
  'recoveryCode',
  'passkey',
  'sso',
  'trial',
] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** A browser that is signed in. */
export type AccountSession = {
  readonly id: string;
  readonly account: string;
  /** The one tenant that it may work in; undefined: every one of its account. */
  readonly onlyIn?: TenantId;
  /** Where it works; undefined while it works nowhere. */
  readonly tenant?: TenantId;
  readonly device: string;
  readonly method: SignInMethod;
  /** A second factor was shown when it began, or in it. */
  readonly isStrong: boolean;
  readonly begunAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt?: Date;
};

export type Membership = { readonly tenant: TenantId; readonly person: string };

export type TicketPurpose = 'passwordReset' | 'secondFactor';
export type FlowPurpose = 'makePasskey' | 'showPasskey' | 'signOn';

/** What an answer of a browser is held against. */
export type Flow = {
  readonly purpose: FlowPurpose;
  readonly data: Readonly<Record<string, string>>;
};

/** The key of codes by time, sealed. */
export type TotpRow = { readonly sealed: Sealed; readonly confirmedAt?: Date };

export type Passkey = PasskeyProof & {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly usedAt?: Date;
};

/** What opens one thing once, by a secret that was sent. */
export type Ticket = {
  readonly secretSha256: string;
  readonly purpose: TicketPurpose;
  readonly expiresAt: Date;
};

/** How often a password was tried at an address, and since when. */
export type Tries = { readonly count: number; readonly since: Date };

/** Whose account a transaction is about; it sees no other one. */
export type AccountName =
  | { readonly email: string }
  | { readonly account: string }
  /** Of a session or a ticket: the hash of its secret. */
  | { readonly secretSha256: string };

/** The tables of one account inside one transaction. */
export type AccountTx = {
  readonly account: () => Promise<Account | undefined>;
  /** False where the address has an account. */
  readonly addAccount: (account: Account, at: Date) => Promise<boolean>;
  readonly setPassword: (account: string, password: string) => Promise<void>;
  /** Forgets address, password, factors and sessions: nobody signs in with it any more. */
  readonly forgetAccount: () => Promise<void>;
  /** Counts one more, from one where the first was longer ago; waits for whoever counts. */
  readonly countTry: (at: Date, withinMs: number) => Promise<Tries>;
  readonly forgetTries: () => Promise<void>;
  /** The session whose secret names the account. */
  readonly session: () => Promise<AccountSession | undefined>;
  /** Gives when it ends, so long after it has begun. */
  readonly addSession: (
    session: Omit<AccountSession, 'expiresAt'>,
    kept: { readonly secretSha256: string; readonly lifeMs: number },
  ) => Promise<Date>;
  /** Those that have neither ended nor expired, the latest first. */
  readonly sessions: (at: Date) => Promise<readonly AccountSession[]>;
  readonly seenSession: (id: string, at: Date) => Promise<void>;
  readonly workIn: (id: string, tenant: TenantId | undefined) => Promise<void>;
  /** Ends one, or all but those named; gives how many. */
  readonly endSessions: (
    which: { readonly id: string } | { readonly butNot: readonly string[] },
    at: Date,
  ) => Promise<number>;
  /** Lets go of sessions that ended or expired longer ago. */
  readonly forgetSessions: (at: Date, olderMs: number) => Promise<void>;
  /** What opens one thing of the account once; gives when it ends. */
  readonly addTicket: (
    account: string,
    ticket: Omit<Ticket, 'expiresAt'>,
    life: { readonly from: Date; readonly lifeMs: number },
  ) => Promise<Date>;
  /** The ticket whose secret names the account, where it is for this and not over. */
  readonly ticket: (purpose: TicketPurpose, at: Date) => Promise<Ticket | undefined>;
  /** Uses it up; false where it was used up before. */
  readonly takeTicket: (purpose: TicketPurpose, at: Date) => Promise<boolean>;
  /** Ends all of the account. */
  readonly endTickets: () => Promise<void>;
  /** Lets go of those of the account that are over. */
  readonly forgetTickets: (at: Date) => Promise<void>;
  /** Kept under the secret that the transaction names. */
  readonly addFlow: (flow: Flow, life: { readonly from: Date; readonly lifeMs: number }) => Promise<void>;
  /** The data of the flow whose secret is named, which is gone then. */
  readonly takeFlow: (purpose: FlowPurpose, at: Date) => Promise<Flow['data'] | undefined>;
  readonly totp: () => Promise<TotpRow | undefined>;
  /** False where one is confirmed; another one is replaced. */
  readonly setTotp: (sealed: Sealed, at: Date) => Promise<boolean>;
  /** Confirms it, and uses a step of time up; false where this or a later one was used. */
  readonly useTotp: (step: number, at: Date) => Promise<boolean>;
  /** Puts the same key, sealed anew, in the place of one that was sealed with that key; false where it is another one by now. */
  readonly resealTotp: (before: string, sealed: Sealed) => Promise<boolean>;
  readonly removeTotp: () => Promise<void>;
  /** In place of those before. */
  readonly setRecoveryCodes: (sha256s: readonly string[]) => Promise<void>;
  readonly recoveryCodesLeft: () => Promise<number>;
  /** False where there is none such, or it was used. */
  readonly useRecoveryCode: (sha256: string, at: Date) => Promise<boolean>;
  readonly passkeys: () => Promise<readonly Passkey[]>;
  /** False where its authenticator has shown it to somebody already. */
  readonly addPasskey: (account: string, passkey: Passkey) => Promise<boolean>;
  /** False where it was used meanwhile, so that its counter is another. */
  readonly usedPasskey: (
    id: string,
    counters: { readonly before: number; readonly counter: number },
    at: Date,
  ) => Promise<boolean>;
  readonly removePasskey: (id: string) => Promise<boolean>;
  /** A session has shown a second factor. */
  readonly showedFactor: (session: string) => Promise<void>;
  readonly memberships: () => Promise<readonly Membership[]>;
};

/** Accounts lie outside of tenants: one transaction looks at one account, and can find no other. */
export type Accounts = {
  readonly of: <T>(who: AccountName, work: (tx: AccountTx) => Promise<T>) => Promise<T>;
  /** Lets go of what is over: tries of longer ago, and tickets and flows whose time is past. */
  readonly sweep: (now: Date, triesKeptMs: number) => Promise<void>;
  /** The accounts that have something sealed, and with which key. */
  readonly sealed: () => Promise<readonly { readonly account: string; readonly key: string }[]>;
};

/** Passwords as they are kept. Both take their time, for nobody’s password as for a right one. */
export type Passwords = {
  readonly hash: (password: string) => Promise<string>;
  readonly isRight: (password: string, hash: string | undefined) => Promise<boolean>;
};
