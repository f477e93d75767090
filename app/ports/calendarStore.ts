import type { BothTexts } from '../../core/document/rebateDocument.ts';
import type { Json } from '../../core/text/canonicalJson.ts';

/** A calendar of a tenant, to be chosen in agreements. */
export type NamedCalendar = {
  readonly code: string;
  readonly version: number;
  readonly name: BothTexts;
  /** As an agreement says it. */
  readonly calendar: Json;
  /** One that is offered no more stays where it was chosen. */
  readonly isOffered: boolean;
};

export type CalendarStore = {
  /** The last version of each, by code. */
  readonly list: () => Promise<readonly NamedCalendar[]>;
  readonly add: (calendar: NamedCalendar, by: string, at: Date) => Promise<void>;
};
