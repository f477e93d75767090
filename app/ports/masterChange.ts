import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { MasterKind, MasterRow } from '../ports.ts';

/**
 * What a row makes known: something that nothing is known of; of a thing that is known, a version from a
 * day on from which there is none; or other words for a version that is known.
 */
export const MASTER_CHANGES = ['newThing', 'newVersion', 'correctedVersion'] as const;
export type MasterChangeKind = (typeof MASTER_CHANGES)[number];

/** A version that an import made known, beside the one in force on its first day before. */
export type MasterVersionPair = {
  readonly row: number;
  readonly change: MasterChangeKind;
  readonly version: MasterRow;
  readonly before?: Pick<MasterRow, 'name' | 'attributes'>;
};

export type MasterChange = {
  readonly row: number;
  readonly kind: MasterKind;
  readonly code: string;
  readonly validFrom?: LocalDate;
  readonly change: MasterChangeKind;
  /** What says something else than before; undefined where it said or says nothing. Of a new thing, all fields. */
  readonly fields: readonly {
    readonly field: string;
    readonly before: string | undefined;
    readonly after: string | undefined;
  }[];
};

/** A version that was taken back: what was said of it, and what is said again; nothing where nobody says anything. */
export type MasterTakenBack = Pick<MasterRow, 'kind' | 'code' | 'validFrom'> & {
  readonly before: Pick<MasterRow, 'name' | 'attributes'>;
  readonly after?: Pick<MasterRow, 'name' | 'attributes'>;
};

/** Something that nobody says any more, and how many lines that stand name it. */
export type NamedOrphan = {
  readonly kind: MasterKind;
  readonly code: string;
  readonly lines: number;
};
