import type { ReportFilter, ReportName } from '../../core/report/report.ts';
import type { Language } from '../../core/wording/language.ts';
import type { ReportFormat } from './mails.ts';

/** Every Monday, or on the first day of every calendar month. */
export const RHYTHMS = ['weekly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

export type Subscription = {
  readonly id: string;
  readonly person: string;
  readonly report: ReportName;
  readonly filter: ReportFilter;
  readonly format: ReportFormat;
  readonly rhythm: Rhythm;
  /** IANA name: it is sent in the morning there. */
  readonly timeZone: string;
  readonly language: Language;
  readonly nextAt: Date;
};

/** Sent with the file, or with the way to it where it is too large; the report could not be made; its person may not see it any more. */
export const SENDING_OUTCOMES = ['sent', 'tooLarge', 'refused', 'notAllowed'] as const;
export type SendingOutcome = (typeof SENDING_OUTCOMES)[number];

export type LastSending = { readonly outcome: SendingOutcome; readonly at: Date };

export type SubscriptionStore = {
  readonly add: (subscription: Subscription, at: Date) => Promise<void>;
  /** Those that have not ended, the earliest first. */
  readonly list: (person: string) => Promise<readonly (Subscription & { readonly last?: LastSending })[]>;
  readonly end: (person: string, id: string, at: Date) => Promise<boolean>;
  readonly isDue: (now: Date) => Promise<boolean>;
  /** One that is due, locked; passes over what somebody else sends. */
  readonly lockDue: (now: Date, except: readonly string[]) => Promise<Subscription | undefined>;
  /** What became of it, and when it is due again. */
  readonly sent: (
    subscription: Subscription,
    done: { readonly outcome: SendingOutcome; readonly at: Date; readonly nextAt: Date },
  ) => Promise<void>;
};
