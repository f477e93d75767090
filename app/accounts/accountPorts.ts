import type { AccessPorts } from '../access/issueKey.ts';
import type { Accounts, Passwords } from '../ports/accounts.ts';
import type { Passkeys, Totp } from '../ports/factors.ts';
import type { KeyPorts } from '../ports/keyRing.ts';
import type { Mails } from '../ports/mails.ts';
import type { SignOn } from '../ports/signOn.ts';

/** What signing in needs beside the ports of all. */
export type AccountPorts = AccessPorts &
  KeyPorts & {
    readonly accounts: Accounts;
    readonly passwords: Passwords;
    readonly mails: Mails;
    readonly totp: Totp;
    readonly passkeys: Passkeys;
    readonly signOn: SignOn;
    /** Addresses of a tenant’s own, by its code; the first is for mails. */
    readonly addresses: (tenant: string) => readonly string[];
  };
