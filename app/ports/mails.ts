import type { Result } from '../../core/refusal/refusals.ts';
import type { ReportFilter, ReportName } from '../../core/report/report.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Ports, TenantId } from '../ports.ts';

/** Whose letter it is, and the colour of what can be pressed in it. */
export type Letterhead = { readonly name: string; readonly accent?: string };

/** What a mail says, in one language; how it looks is the adapter's. */
export type Letter = {
  /** Ours where it is left out. */
  readonly head?: Letterhead;
  readonly subject: string;
  readonly before: readonly string[];
  /** What to do, and the address where it is done. */
  readonly way?: { readonly label: string; readonly address: string };
  readonly after: readonly string[];
  /** What it is about, one after the other, each with the address where it is. */
  readonly items?: readonly { readonly text: string; readonly address: string }[];
};

export type Mail = {
  readonly to: string;
  readonly language: Language;
  readonly letter: Letter;
  /** Names it for good: sent again it is the same mail, and no program for mail shows it twice. */
  readonly id?: string;
  /** Where its reader ends such mails. */
  readonly stopAt?: string;
  readonly file?: MailedFile;
};

export const REPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type AskedReport = {
  readonly name: ReportName;
  readonly filter: ReportFilter;
  readonly format: ReportFormat;
  readonly language: Language;
};

export type MailedFile = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array };

/** What a worker writes to people with. */
export type MailDesk = {
  /** Resolves when the mail is given to the server; whoever does so tries again. */
  readonly send: (mail: Mail) => Promise<void>;
  /** The address of an account. */
  readonly emailOf: (account: string) => Promise<string | undefined>;
  readonly random: (bytes: number) => Uint8Array;
  /** A report as a file. Refuses: those of makeReport, paper-sign-unknown. */
  readonly reportFile: (ports: Ports, tenant: TenantId, asked: AskedReport) => Promise<Result<MailedFile>>;
  /** Where people reach the pages: scheme, name and port. */
  readonly origin: string;
  /** Those of a tenant's own, where partners reach it, by its code. */
  readonly addresses: (tenant: string) => readonly string[];
};

export type Mails = {
  /**
   * Has a mail written and sent when whoever asks is answered already: from the time that it takes nobody learns anything. Where
   * `write` gives nothing there is nobody to write to.
   */
  readonly post: (write: () => Promise<Mail | undefined>) => void;
};
