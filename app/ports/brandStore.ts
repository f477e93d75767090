import type { BothTexts } from '../../core/document/rebateDocument.ts';

/** The colour of what can be pressed, as `#0d5c63`: on light and on dark ground. */
export type Accent = { readonly light: string; readonly dark: string };

/** What a tenant shows of itself to partners; what it leaves out is ours. */
export type Brand = {
  readonly version: number;
  readonly name?: BothTexts;
  readonly accent?: Accent;
  /** The hash of a picture that was brought in. */
  readonly logo?: LogoSize;
};

export type LogoSize = { readonly sha256: string; readonly width: number; readonly height: number };

/** A PNG of which only what is drawn is left. */
export type Logo = LogoSize & { readonly content: Uint8Array };

/** Whom people ask for help; empty where nothing is said. */
export type HelpContact = {
  readonly version: number;
  readonly phone: string;
  readonly email: string;
  readonly hours: BothTexts;
  readonly note: BothTexts;
};

export type BrandStore = {
  /** The last version, or this one; undefined where nobody has said anything. */
  readonly brand: (version?: number) => Promise<Brand | undefined>;
  readonly setBrand: (brand: Brand, by: string, at: Date) => Promise<void>;
  readonly logo: (sha256: string) => Promise<Logo | undefined>;
  /** The same picture again changes nothing. */
  readonly addLogo: (logo: Logo, by: string, at: Date) => Promise<void>;
  readonly contact: () => Promise<HelpContact | undefined>;
  readonly setContact: (contact: HelpContact, by: string, at: Date) => Promise<void>;
};
