import { z } from 'zod';
import { IMPORT_MODES, type ImportMode } from '../../app/intake/lineImport.ts';
import { code, textParameter } from './parameters.ts';

/** One of some words. */
export const word = <const W extends readonly [string, ...string[]]>(words: W, meaning: string) => ({
  schema: z.enum(words).optional(),
  expected: words.join(', '),
  meaning,
});

/** What is said of a file of rows that is sent to be imported; `unsaid` is what happens where no mode is given. */
export const sentFileQuery = (unsaid: ImportMode) => ({
  name: textParameter('what the file is called'),
  mapping: code(
    'the saved description to read it by; without it our own form, or the last one for its columns',
    'mapping',
  ),
  mode: word(IMPORT_MODES, `what becomes of a file with bad rows; without it ${unsaid}`),
});

export const earningsParameter = word(['true', 'false'], 'whether to calculate as well; without it false');

type SentQuery = {
  readonly name?: string | undefined;
  readonly mapping?: string | undefined;
  readonly mode?: ImportMode | undefined;
};

/** A file as it was sent: where it lies now, and what was said of it. */
export type SentRows = {
  readonly path: string;
  readonly name: string;
  /** The saved description to read it by; without it our own form, or the last description of its columns. */
  readonly mapping?: string;
  readonly mode?: ImportMode;
};

export function sentRows({ name = 'upload', mapping, mode }: SentQuery, path: string): SentRows {
  return { path, name, ...(mapping !== undefined && { mapping }), ...(mode && { mode }) };
}
