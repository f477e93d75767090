import type { FuzzTarget } from './fuzzTarget.ts';
import { bodyTarget } from './targets/body.ts';
import { canaryTarget, hangingCanaryTarget } from './targets/canary.ts';
import { csvTarget } from './targets/csv.ts';
import { jsonTarget } from './targets/json.ts';
import { agreementTarget, mappingTarget } from './targets/texts.ts';
import { xlsxTarget } from './targets/xlsx.ts';

/** Every parser that reads what a stranger sends; the path is where its file lies for a moment. */
export const FUZZ_TARGETS = {
  csv: csvTarget,
  xlsx: xlsxTarget,
  json: jsonTarget,
  agreement: agreementTarget,
  mapping: mappingTarget,
  body: bodyTarget,
  canary: canaryTarget,
  'hanging-canary': hangingCanaryTarget,
} as const satisfies Record<string, (path: string) => FuzzTarget>;

export type Parser = keyof typeof FUZZ_TARGETS;

/** Those that must hold. */
export const PARSERS: readonly Parser[] = ['csv', 'xlsx', 'json', 'agreement', 'mapping', 'body'];
