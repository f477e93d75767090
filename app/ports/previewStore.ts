import type { LocalDate } from '../../core/calendar/localDate.ts';
import type { Json } from '../../core/text/canonicalJson.ts';

/** A preview that somebody asked for; a job works it out. */
export type AskedPreview = {
  readonly id: string;
  readonly jobId: string;
  /** The code of the agreement that the text is of. */
  readonly agreement: string;
  /** The proposal whose text it is, where it is of one. */
  readonly proposal?: string;
  readonly effective?: LocalDate;
  readonly known?: LocalDate;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** When it was worked out. */
  readonly finishedAt?: Date;
};

export type PreviewFilter = {
  readonly agreement?: string;
  readonly proposal?: string;
  /** Only those asked for before this one: the newest come first. */
  readonly before?: string;
  readonly limit: number;
};

export type PreviewStore = {
  /** `text` is the canonical JSON that is looked at. */
  readonly ask: (preview: AskedPreview, text: string) => Promise<void>;
  readonly get: (
    id: string,
  ) => Promise<(AskedPreview & { readonly text: string; readonly result?: Json }) | undefined>;
  readonly list: (filter: PreviewFilter) => Promise<readonly AskedPreview[]>;
  /** Keeps what came out; of two who worked it out, that of the first. */
  readonly finish: (id: string, result: Json, at: Date) => Promise<void>;
};
