import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { MasterKind, MasterRow } from '../ports.ts';

/** The version of master data that is in force, and the batch from which on it is known. */
export type KnownMaster = MasterRow & { readonly batch: number };

/** What is known of the thing that a row speaks of: the version in force on the first day of the row. */
export type MasterBeside = {
  /** Undefined: nothing is known of it. Before its first version a thing is described by that one. */
  readonly version?: MasterRow;
  /** Whether the version begins on the same day, so that the row says it anew. */
  readonly isSameDay: boolean;
};

/** Which master data, as of a day and as known at a batch; behind a place in the order of kind and code. */
export type MasterPage = {
  readonly effective: LocalDate;
  readonly batch: number;
  readonly kind?: MasterKind;
  readonly code?: string;
  readonly after?: { readonly kind: string; readonly code: string };
  readonly limit: number;
};
