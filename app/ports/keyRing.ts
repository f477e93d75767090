import type { Result } from '../../core/refusal/refusals.ts';
import type { Ports } from '../ports.ts';

/** A text that only holders of a key can read. `key` names the key by its fingerprint. */
export type Sealed = { readonly key: string; readonly bytes: Uint8Array };

/** What may be said of a key. The fingerprint is its name, too; the key itself never leaves the ring. */
export type KeyInfo = {
  readonly fingerprint: string;
  /** Absent where the ring comes from the environment. */
  readonly createdAt?: string;
  /** The one that new texts are sealed with. */
  readonly isCurrent: boolean;
};

/**
 * The keys of this installation. `bound` says whose text it is and of which record: a sealed text
 * that is put in the place of another one cannot be opened there.
 */
export type KeyRing = {
  /** Makes the first key where there is none. Refuses: key-ring-invalid. */
  readonly seal: (text: string, bound: string) => Promise<Result<Sealed>>;
  /** Refuses: key-not-in-ring, sealed-text-unreadable, key-ring-invalid. */
  readonly open: (sealed: Sealed, bound: string) => Promise<Result<string>>;
  /** The current one first; none before anything was sealed. Refuses: key-ring-invalid. */
  readonly list: () => Promise<Result<readonly KeyInfo[]>>;
  /** A new key, current from now on. Refuses: key-ring-fixed, key-ring-invalid. */
  readonly add: () => Promise<Result<KeyInfo>>;
};

/** What use cases need that read or write sealed texts. */
export type KeyPorts = Ports & { readonly keys: KeyRing };
