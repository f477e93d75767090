import type { Clause } from '../core/wording/terms/clause.ts';

/** An agreement in plain language as lines of a terminal: headings stand alone, sentences below them. */
export function clauseLines(clause: Clause, depth = 0): string[] {
  const indent = '  '.repeat(depth);
  const inner = clause.parts.flatMap((part) => clauseLines(part, depth + 1));
  if (clause.kind === 'sentence') return [`${indent}- ${clause.text}`, ...inner];
  return [...(depth === 0 ? [] : ['']), `${indent}${clause.text}`, ...inner];
}
