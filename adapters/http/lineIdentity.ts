import type { LineIdentity } from '../../app/earnings/explainLine.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { anyPart } from './parts.ts';

/** The three parts of an address that name a line. */
export const LINE_PARTS = {
  source: anyPart('lineSource', 'the system that the line comes from'),
  document: anyPart('lineDocument', 'the number of the document'),
  line: anyPart('lineNumber', 'the number of the line inside the document'),
};

/** Facts hold no control characters; the database takes no text with a zero byte. */
const CONTROL_CHARACTER = /\p{Cc}/u;

/** Refuses: line-not-found. */
export function readLineIdentity(path: Readonly<Record<string, string>>): Result<LineIdentity> {
  const { source = '', document = '', line = '' } = path;
  const identity = { source, document, line };
  const isPossible = !Object.values(identity).some((part) => CONTROL_CHARACTER.test(part));
  return isPossible ? accept(identity) : refused(refuse('line-not-found', 'line', identity));
}
