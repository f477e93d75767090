import type { Language } from '../../core/wording/language.ts';

/** What a mail says, in one language; how it looks is the adapter's. */
export type Letter = {
  readonly subject: string;
  readonly before: readonly string[];
  /** What to do, and the address where it is done. */
  readonly way?: { readonly label: string; readonly address: string };
  readonly after: readonly string[];
};

export type Mail = { readonly to: string; readonly language: Language; readonly letter: Letter };

export type Mails = {
  /**
   * Has a mail written and sent when whoever asks is answered already: from the time that it takes nobody learns anything. Where
   * `write` gives nothing there is nobody to write to.
   */
  readonly post: (write: () => Promise<Mail | undefined>) => void;
};
