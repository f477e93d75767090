import type { Actor } from '../actor.ts';

/** A document of an agreement, without its bytes. */
export type AgreementDocument = {
  readonly id: string;
  readonly code: string;
  /** The deed by which it was attached. */
  readonly number: number;
  /** As it is saved by whoever downloads it: cleaned, with the ending of its type. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly actor: Actor;
  readonly at: Date;
};

export type DocumentStore = {
  readonly add: (
    document: Pick<AgreementDocument, 'id' | 'code' | 'number' | 'name' | 'mediaType' | 'sha256'>,
    content: Uint8Array,
  ) => Promise<void>;
  /** Those of one agreement, oldest first. */
  readonly of: (code: string) => Promise<readonly AgreementDocument[]>;
  readonly content: (
    id: string,
  ) => Promise<
    | (Pick<AgreementDocument, 'code' | 'name' | 'mediaType' | 'sha256'> & { readonly content: Uint8Array })
    | undefined
  >;
};
