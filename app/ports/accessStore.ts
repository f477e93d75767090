import type { Money } from '../../core/money/money.ts';
import type { Role } from '../access/role.ts';
import type { Scope } from '../access/scope.ts';

export type Person = {
  readonly id: string;
  /** Unique in the tenant, and never another's again. */
  readonly login: string;
  readonly name: string;
  /** Codes of the partners that a partner's person sees; undefined for our own people. */
  readonly partners?: readonly string[];
  readonly isActive: boolean;
  /** Counts the changes, from 1. */
  readonly version: number;
};

export type Service = { readonly id: string; readonly code: string; readonly name: string };

export type KeyHolder = { readonly kind: 'person' | 'service'; readonly id: string };

/** A key without its secret. */
export type ApiKey = {
  readonly id: string;
  readonly holder: KeyHolder;
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt?: Date;
  readonly revokedAt?: Date;
};

/** What decides whether somebody may come in. */
export type KeyForUse = {
  readonly key: ApiKey;
  readonly secretSha256: string;
  /** Undefined for a service. */
  readonly person?: Person;
};

/** A tenant for trying out, with the one company that it has. */
export type SandboxRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly company: string;
  readonly timeZone: string;
  readonly day: string;
};

export type PersonWithKey = {
  readonly person: Person;
  readonly key: ApiKey;
  readonly secretSha256: string;
};

/** What a person was given at a screen, from when until when. */
export type RoleGrant = {
  readonly id: string;
  readonly person: string;
  readonly role: Role;
  /** Codes of our companies; undefined: all of them. */
  readonly companies?: readonly string[];
  /** The most that it approves at once; undefined: without end. */
  readonly limit?: Money;
  readonly grantedAt: Date;
};

/** How a tenant lets people in; the version counts its changes, from 0. */
export type SignInPolicy = { readonly version: number; readonly needsSecondFactor: boolean };

export type AccessStore = {
  /** Makes another tenant and lets its first persons in; false where this one has made too many. */
  readonly makeSandbox: (sandbox: SandboxRow, persons: readonly PersonWithKey[]) => Promise<boolean>;
  /** The code by which keys name the tenant. */
  readonly tenantCode: () => Promise<string>;
  /** What the tenant is called. */
  readonly tenantName: () => Promise<string>;
  /** Whether it is there for trying out: made so, and without a company on the real day. */
  readonly isSandbox: () => Promise<boolean>;
  /** What somebody has to show to be let in here; what the tenant has not said is not asked for. */
  readonly signInPolicy: () => Promise<SignInPolicy>;
  readonly setSignInPolicy: (policy: SignInPolicy, by: string, at: Date) => Promise<void>;
  /** The person that an account is here. */
  readonly member: (account: string) => Promise<Person | undefined>;
  /** The account of a person. */
  readonly accountOf: (person: string) => Promise<string | undefined>;
  /** False where the person has an account, or the account is another person here. */
  readonly addMember: (person: string, account: string, at: Date) => Promise<boolean>;
  /** What a person has now, by role; of all persons where none is named. */
  readonly grants: (person?: string) => Promise<readonly RoleGrant[]>;
  readonly addGrant: (grant: RoleGrant) => Promise<void>;
  readonly endGrant: (id: string, at: Date) => Promise<void>;
  /** False where the login is taken. */
  readonly addPerson: (person: Person) => Promise<boolean>;
  readonly person: (id: string) => Promise<Person | undefined>;
  /** The same with its row locked. */
  readonly lockPerson: (id: string) => Promise<Person | undefined>;
  /** Those with one of these logins, by login. */
  readonly personsCalled: (logins: readonly string[]) => Promise<readonly Person[]>;
  readonly changePerson: (person: Person) => Promise<void>;
  /** By login, those behind one. */
  readonly persons: (page: { readonly after?: string; readonly limit: number }) => Promise<readonly Person[]>;
  /** The same of our own people alone; who has left is among them. */
  readonly colleagues: AccessStore['persons'];
  /** False where the code is taken. */
  readonly addService: (service: Service) => Promise<boolean>;
  readonly service: (id: string) => Promise<Service | undefined>;
  readonly services: (page: {
    readonly after?: string;
    readonly limit: number;
  }) => Promise<readonly Service[]>;
  readonly addKey: (key: ApiKey, secretSha256: string) => Promise<void>;
  readonly keyForUse: (id: string) => Promise<KeyForUse | undefined>;
  readonly lockKey: (id: string) => Promise<ApiKey | undefined>;
  /** By id, those behind one. */
  readonly keys: (page: { readonly after?: string; readonly limit: number }) => Promise<readonly ApiKey[]>;
  /** The keys of a person that are neither revoked nor expired. */
  readonly validKeys: (person: string, at: Date) => Promise<readonly ApiKey[]>;
  /** Active persons with the scopes of their valid keys and roles together, by login; who has none is left out. */
  readonly holders: (
    at: Date,
  ) => Promise<readonly { readonly person: Person; readonly scopes: readonly Scope[] }[]>;
  /** Whether an active person has the scope, by a valid key or by a role. */
  readonly isHeld: (scope: Scope, at: Date) => Promise<boolean>;
  readonly revokeKey: (id: string, at: Date) => Promise<void>;
  readonly usedKey: (id: string, at: Date) => Promise<void>;
};
