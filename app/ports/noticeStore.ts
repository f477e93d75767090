import type { Language } from '../../core/wording/language.ts';
import type { MailChoice, NoticeKind } from '../notices/noticeKind.ts';
import type { Place, PlaceKind } from '../notices/place.ts';

/** What was said at a place, and whom it names. */
export type Comment = {
  readonly id: string;
  readonly place: Place;
  readonly author: string;
  readonly said: string;
  readonly at: Date;
  readonly mentions: readonly { readonly person: string; readonly name: string }[];
};

export type NewComment = Omit<Comment, 'mentions'> & { readonly mentions: readonly string[] };

/** What concerns a person. */
export type Notice = {
  readonly id: string;
  readonly person: string;
  readonly kind: NoticeKind;
  readonly place: Place;
  /** What people know the place by. */
  readonly about: string;
  /** Whom of the partners of its person it is about; undefined for our own people. */
  readonly partner?: string;
  /** The person who did it, where that is said. */
  readonly by?: string;
  readonly at: Date;
  readonly readAt?: Date;
};

export type NewNotice = Omit<Notice, 'readAt' | 'at'> & {
  /** As an instant, or as the trail writes it. */
  readonly at: Date | string;
  /** The entry of the trail that it tells of. */
  readonly deed: string;
  /** From when on it goes out by mail; undefined: it does not. */
  readonly mailAt?: Date;
};

export type ShownNotice = Notice & { readonly byName?: string };

export type NoticeChoice = {
  readonly language: Language;
  readonly mail: Readonly<Partial<Record<NoticeKind, MailChoice>>>;
};

export type NoticeFilter = {
  readonly person: string;
  /** At these kinds of places only: others are not theirs to see. */
  readonly places: readonly PlaceKind[];
  /** Of their partners only; undefined for our own people. */
  readonly partners?: readonly string[];
};

export type NoticeMail = { readonly id: string; readonly person: string };

export type NoticeStore = {
  readonly addComment: (comment: NewComment) => Promise<void>;
  readonly comment: (id: string) => Promise<Comment | undefined>;
  /** The latest first. */
  readonly comments: (
    place: Place,
    page: { readonly after?: string; readonly limit: number },
  ) => Promise<readonly Comment[]>;
  /**
   * How far the trail has been told of, and since when an entry is news and no history, as the trail writes instants;
   * whoever asks keeps others from telling until the transaction ends.
   */
  readonly lockPlace: (now: Date) => Promise<{ readonly position: number; readonly newsSince: string }>;
  readonly movePlace: (position: number) => Promise<void>;
  /** Adds what is not there; gives whether it was not. */
  readonly add: (notice: NewNotice) => Promise<boolean>;
  /** The latest first. */
  readonly list: (
    filter: NoticeFilter & { readonly after?: string; readonly limit: number },
  ) => Promise<readonly ShownNotice[]>;
  readonly unread: (filter: NoticeFilter) => Promise<number>;
  /** One, or all that somebody has; a time, or undefined for unread again. Gives how many. */
  readonly mark: (
    which: { readonly person: string; readonly id?: string },
    readAt: Date | undefined,
  ) => Promise<number>;
  /** The next seven o'clock in a time zone: of any day, of a Monday, or of the first day of a calendar month. */
  readonly nextMorning: (now: Date, timeZone: string, of: 'day' | 'week' | 'month') => Promise<Date>;
  readonly choice: (person: string) => Promise<NoticeChoice | undefined>;
  readonly setChoice: (person: string, choice: NoticeChoice, at: Date) => Promise<void>;
  readonly isMailDue: (now: Date) => Promise<boolean>;
  /** Puts what is due of each person into a mail of its own; `next` names one. */
  readonly makeMails: (now: Date, next: () => string) => Promise<void>;
  /** Of the last two days: what could not be sent for so long is no news any more. */
  readonly unsentMails: (now: Date) => Promise<readonly NoticeMail[]>;
  readonly noticesOf: (mail: string) => Promise<readonly ShownNotice[]>;
  /** Locks it; false where it is sent, or somebody is sending it. */
  readonly lockMail: (mail: string) => Promise<boolean>;
  readonly sentMail: (mail: string, at: Date) => Promise<void>;
  readonly addLink: (secretSha256: string, person: string, at: Date) => Promise<void>;
  /** Whose mails a link ends. */
  readonly personOfLink: (secretSha256: string) => Promise<string | undefined>;
};
