import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { MasterKind, MasterRow } from '../ports.ts';

/** The version of master data that is in force, and the batch from which on it is known. */
export type KnownMaster = MasterRow & { readonly batch: number };

/** A word on a version: since when it is known, and whether it takes back what was said. */
export type MasterSaid = KnownMaster & { readonly knownOn: LocalDate; readonly isWithdrawn: boolean };

/** Which master data, as of a day and as known at a batch; behind a place in the order of kind and code. */
export type MasterPage = {
  readonly effective: LocalDate;
  readonly batch: number;
  readonly kind?: MasterKind;
  readonly codes?: readonly string[];
  /** A part of the code, or of what it is or was called, in letters of any case. */
  readonly text?: string;
  readonly after?: { readonly kind: string; readonly code: string };
  readonly limit: number;
};
