import type { Draw } from '../crash/seededRandom.ts';

/** A part of an archive, by its name. */
export type Part = readonly [name: string, content: Buffer];

/** A file that may be harmed: its bytes, or the parts that are packed into them. */
export type Sample = { readonly bytes: Buffer } | { readonly parts: readonly Part[] };

/** What is sent to a parser, and what has to come out of it, where that is known. */
export type FuzzCase = { readonly bytes: Buffer; readonly sample?: Sample; readonly rows?: Rows };
export type Rows = readonly (readonly string[])[];

export type FuzzTarget = {
  /** Real files to begin with. */
  readonly samples: () => Promise<readonly Sample[]>;
  /** A file by the grammar of its format, with whatever its grammar allows. */
  readonly made: (draw: Draw) => FuzzCase;
  /** Texts that mean something in this format. */
  readonly tokens: readonly string[];
  /** Sends it; throws where something does not hold. What it gives tells cases of one kind from others. */
  readonly run: (sent: FuzzCase, draw: Draw) => Promise<string> | string;
};
