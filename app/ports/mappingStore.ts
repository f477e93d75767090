import type { Json } from '../../core/text/canonicalJson.ts';

/** A saved description of another system's files; its versions are never changed. */
export type Mapping = {
  readonly name: string;
  readonly version: number;
  /** Tells headers of the same columns; absent where none was shown. */
  readonly fingerprint?: string;
  readonly description: Json;
  readonly actor: string;
  readonly recordedAt: Date;
};

export type MappingStore = {
  /** A new version, unless the last one says the same; gives its number. */
  readonly record: (entry: {
    readonly name: string;
    /** Canonical JSON. */
    readonly text: string;
    readonly sha256: string;
    readonly fingerprint?: string;
    readonly actor: string;
    readonly at: Date;
  }) => Promise<{ readonly version: number; readonly isNew: boolean }>;
  /** The last version of each, by name. */
  readonly all: () => Promise<readonly Mapping[]>;
  /** The last version, or the one named. */
  readonly get: (name: string, version?: number) => Promise<Mapping | undefined>;
  /** The last versions that were shown such a header, the newest first. */
  readonly forHeader: (fingerprint: string) => Promise<readonly Mapping[]>;
};
