import type { Json } from '../../core/text/canonicalJson.ts';

/** Deleted; given another name; or kept, and why. */
export const FATES = ['deleted', 'renamed', 'kept'] as const;
export type Fate = (typeof FATES)[number];

/** What the database holds of a person in one place. */
export type PersonalRows = {
  /** The name of the table. */
  readonly place: string;
  /** What becomes of it when the person is forgotten. */
  readonly fate: Fate;
  readonly rows: readonly Readonly<Record<string, Json>>[];
};

/** Whom a question is about: the id, and the texts that name nobody else, such as login and address. */
export type PersonNames = { readonly person: string; readonly names: readonly string[] };

export type PrivacyStore = {
  /** Everything that names the person, place by place; never a secret, nor the hash of one. */
  readonly about: (who: PersonNames) => Promise<readonly PersonalRows[]>;
  /** Audit entries with a link whose content says who the person is. */
  readonly saying: (who: PersonNames) => Promise<readonly string[]>;
  /** How many persons of the tenant were forgotten. */
  readonly forgotten: () => Promise<number>;
  /** Deletes what may be deleted, and puts the pseudonym in place of the rest; what is kept stays. */
  readonly forget: (
    who: PersonNames,
    pseudonym: { readonly login: string; readonly name: string },
    at: Date,
  ) => Promise<void>;
  /** Takes the account of the person from it. */
  readonly endMembership: (person: string) => Promise<void>;
};
