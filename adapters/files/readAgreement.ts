import { basename, extname } from 'node:path';
import { type DocumentOptions, type ParseOptions, parseDocument, type SchemaOptions } from 'yaml';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { parseJson } from './readJson.ts';
import { readText } from './readText.ts';

/** No agreement needs more; a larger one is another kind of file. */
const AGREEMENT_BYTES = 1024 ** 2;

/** The text of an agreement file as received, and its parsed form for `decodeAgreement`. */
export type AgreementFile = { readonly text: string; readonly parsed: unknown };

/**
 * An agreement file: YAML where the name ends in .yaml or .yml, JSON otherwise. A number that
 * is not in quotes stays a number in both, and `decodeAgreement` refuses it: nothing that is
 * money passes through a binary float.
 * Refuses: those of readText, file-syntax-invalid, file-key-repeated.
 */
export async function readAgreement(path: string): Promise<Result<AgreementFile>> {
  const text = await readText(path, AGREEMENT_BYTES);
  if (!text.ok) return text;
  const isYaml = ['.yaml', '.yml'].includes(extname(path).toLowerCase());
  const parsed = (isYaml ? parseYaml : parseJson)(text.value, basename(path));
  return parsed.ok ? accept({ text: text.value, parsed: parsed.value }) : parsed;
}

const YAML_OPTIONS: DocumentOptions & SchemaOptions & ParseOptions = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: true,
  // What is odd about a text is told to whoever sent it, not to the log.
  logLevel: 'silent',
};

/** YAML 1.2 core: `no` is a text, a date is a text; aliases are refused, unknown tags too. */
export function parseYaml(text: string, file: string): Result<unknown> {
  // A line may also end with a lone carriage return (YAML 1.2, 5.4); the parser would take it for text.
  const document = parsedDocument(text.replaceAll(/\r(?!\n)/g, '\n'));
  if (document === undefined) {
    return refused(refuse('file-syntax-invalid', file, { file, reason: 'nested too deeply' }));
  }
  const problem = [...document.errors, ...document.warnings][0];
  if (problem?.code === 'DUPLICATE_KEY') {
    return refused(refuse('file-key-repeated', lineOf(problem), { file, key: keyAt(text, problem.pos) }));
  }
  if (problem !== undefined) {
    return refused(refuse('file-syntax-invalid', lineOf(problem), { file, reason: problem.message }));
  }
  try {
    return accept(document.toJS({ maxAliasCount: 0 }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    return refused(refuse('file-syntax-invalid', file, { file, reason }));
  }
}

/** Undefined where maps are nested so deeply that the parser, which calls itself, has no stack left. */
function parsedDocument(text: string): ReturnType<typeof parseDocument> | undefined {
  try {
    return parseDocument(text, YAML_OPTIONS);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function lineOf(problem: { linePos?: [{ line: number }, ...unknown[]] | undefined }): string {
  return `line ${problem.linePos?.[0].line ?? 1}`;
}

function keyAt(text: string, [from]: readonly [number, number]): string {
  return /^[^:\n]*/.exec(text.slice(from))?.[0].trim() ?? '';
}
