/** Whether mails go out that nobody has asked for at that moment: notices, and the reports of subscriptions. */
export type Mailing = {
  /** Counts the changes; 0 where nobody has said anything, and they go out. */
  readonly version: number;
  readonly isPaused: boolean;
  readonly setAt?: Date;
};

export type MailingStore = {
  readonly mailing: () => Promise<Mailing>;
  readonly set: (mailing: Required<Mailing>, by: string) => Promise<void>;
};
