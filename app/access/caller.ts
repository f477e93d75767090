import type { Actor } from '../actor.ts';
import type { TenantId } from '../ports.ts';
import type { Scope } from './scope.ts';

/** Who asks, as their key or their session says: in which tenant, as whom, and what they may. */
export type Caller = {
  readonly tenant: TenantId;
  readonly actor: Actor;
  readonly scopes: ReadonlySet<Scope>;
  /** The browser that asks; undefined where a key does. */
  readonly session?: {
    readonly id: string;
    readonly account: string;
    readonly isStrong: boolean;
    /** Others said who it is, for this tenant alone: the account itself is not open to it. */
    readonly onlyIn?: TenantId;
    /** The tenant at whose own address the browser is: it works there, or nowhere. */
    readonly at?: TenantId;
  };
  /** The tenant wants a second factor, and the session has shown none: nothing is open but the way to one. */
  readonly lacksFactor?: true;
  /** Codes of the partners that a person of a partner sees; undefined for our own people. */
  readonly partners?: readonly string[];
  /** What a person of a partner asks for is done by us for them, in our own role with their partners named. */
  readonly isServedByUs?: boolean;
};
