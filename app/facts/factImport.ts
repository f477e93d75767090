import type { Result } from '../../core/refusal/refusals.ts';
import type { Actor } from '../actor.ts';
import type { ImportMode, LineImport } from '../intake/lineImport.ts';
import type { StagedKind } from '../ports/factStore.ts';
import type { FactRow } from './factKinds.ts';

/** A file of facts that is read once, as a stream; a refusal of the file comes as its last batch. */
export type FactFeed = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly batches: AsyncIterable<Result<readonly FactRow[]>>;
  readonly document: () => { readonly sha256: string; readonly bytes: number };
};

export type FactImport = {
  readonly kind: StagedKind;
  /** Opens the file from its beginning; called again where the transaction is repeated. */
  readonly open: () => Promise<Result<FactFeed>>;
  /** `goodRows` where it is left out. */
  readonly mode?: ImportMode;
  readonly mapping?: LineImport['mapping'];
  readonly actor: Actor;
  /** Rows staged so far. */
  readonly onProgress?: LineImport['onProgress'];
  readonly onRefused?: LineImport['onRefused'];
};
