import type { Actor } from '../actor.ts';

/** What is done in the life of an agreement. A comment changes nothing and says something. */
export const DEEDS = [
  'begin',
  'save',
  'submit',
  'recall',
  'approve',
  'reject',
  'withdraw',
  'takeOver',
  'comment',
  'attach',
] as const;
export type DeedKind = (typeof DEEDS)[number];

/** Who did what to which text, when and why. */
export type Deed = {
  /** Counted for each agreement, from 1, in the order in which they were done. */
  readonly number: number;
  readonly deed: DeedKind;
  readonly actor: Actor;
  readonly at: Date;
  /** The last batch that it saw, or the one that it made. */
  readonly batch: number;
  readonly proposal?: string;
  readonly revision?: number;
  readonly submission?: number;
  /** The level that was approved. */
  readonly level?: string;
  /** The version that it made. */
  readonly version?: number;
  /** The place in the text that a comment is about. */
  readonly path?: string;
  readonly reason?: string;
};

/**
 * What an agreement has beside its text. Whoever does a deed locks the dossier first: the deeds of
 * one agreement come one after the other.
 */
export type DossierStore = {
  /** Locks a dossier until the transaction ends, and makes it where there is none. */
  readonly lock: (code: string) => Promise<void>;
  readonly exists: (code: string) => Promise<boolean>;
  /** The ids of agreements, drafts among them, in order, behind one of them. */
  readonly codes: (page: { readonly after?: string; readonly limit: number }) => Promise<readonly string[]>;
  /** Under the lock: writes the next deed and gives its number. */
  readonly write: (code: string, deed: Omit<Deed, 'number'>) => Promise<number>;
  readonly deeds: (code: string) => Promise<readonly Deed[]>;
};
