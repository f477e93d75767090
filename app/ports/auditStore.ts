import type { AuditEntry, AuditLink, ChainHead } from '../../core/audit/auditEntry.ts';
import type { LinkedEntry } from '../../core/audit/verifyChain.ts';
import type { Json } from '../../core/text/canonicalJson.ts';
import type { Actor } from '../actor.ts';

/** A deed as it is written down, in the transaction that does it. */
export type AuditDeed = {
  readonly id: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly action: string;
  readonly object: string;
  readonly batch: number;
  readonly body: Json;
};

/** What a list of the trail is about; days are those of UTC, both belong to it. */
export type AuditFilter = {
  readonly actor?: string;
  readonly action?: string;
  readonly object?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit: number;
  /** The last entry of the page before. */
  readonly before?: { readonly at: string; readonly id: string };
};

/** An entry as it is shown: with the name of whoever did it, where there is one, and its link, once it has one. */
export type ShownAudit = {
  readonly entry: AuditEntry;
  readonly actorName: string | undefined;
  readonly link: Pick<AuditLink, 'position' | 'hash'> | undefined;
};

export type AuditStore = {
  readonly write: (deed: AuditDeed) => Promise<void>;
  /** Those that wait for their links, in the order of batches and instants. */
  readonly unlinked: (limit: number) => Promise<readonly AuditEntry[]>;
  readonly unlinkedCount: () => Promise<number>;
  readonly head: () => Promise<ChainHead>;
  /** Adds links behind the end, and lets their entries wait no more. Two at once: the second is repeated. */
  readonly link: (links: readonly AuditLink[]) => Promise<void>;
  /** The links behind a position, in order, with their entries. */
  readonly links: (after: number, limit: number) => Promise<readonly LinkedEntry[]>;
  /** Entries that have no link and do not wait for one. */
  readonly strays: () => Promise<readonly string[]>;
  /** The newest first. */
  readonly list: (filter: AuditFilter) => Promise<readonly ShownAudit[]>;
  readonly get: (id: string) => Promise<AuditEntry | undefined>;
  /** Takes content and salt of an entry away; whether there was any. */
  readonly erase: (id: string) => Promise<boolean>;
};
