import type { WantedRole } from '../access/setRoles.ts';
import type { Actor } from '../actor.ts';

/** Somebody is to become a person of the tenant, if they show that the address is theirs. */
export type Invitation = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** As of a person. */
  readonly partners?: readonly string[];
  readonly roles: readonly WantedRole[];
  readonly invitedBy: Actor;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt?: Date;
  /** Who they became. */
  readonly person?: string;
  readonly revokedAt?: Date;
};

/** The latest first; behind one, and of those whose partners are all among these. */
export type InvitationPage = {
  readonly after?: string;
  readonly limit: number;
  readonly within?: readonly string[];
};

export type InvitationStore = {
  /** Gives when it ends, so long after it was written. */
  readonly add: (
    invitation: Omit<Invitation, 'expiresAt'>,
    kept: { readonly secretSha256: string; readonly lifeMs: number },
  ) => Promise<Date>;
  readonly list: (page: InvitationPage) => Promise<readonly Invitation[]>;
  /** With its row locked. */
  readonly lock: (id: string) => Promise<Invitation | undefined>;
  readonly lockBySecret: (secretSha256: string) => Promise<Invitation | undefined>;
  /** The one that waits at an address, with its row locked. */
  readonly lockWaiting: (email: string) => Promise<Invitation | undefined>;
  readonly accept: (id: string, person: string, at: Date) => Promise<void>;
  readonly revoke: (id: string, at: Date) => Promise<void>;
};
