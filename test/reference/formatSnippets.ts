import type { Json } from '../../core/text/canonicalJson.ts';
import { codeBlock } from './documentTables.ts';

type JsonObject = { readonly [name: string]: Json };

/** The pieces of agreements on a page of the format, each put into the first agreement there. */
export function completedSnippets(page: string): JsonObject[] {
  const frame = JSON.parse(codeBlock(page, 'json')) as JsonObject;
  const [frameTerm] = frame.terms as JsonObject[];
  return [...page.matchAll(/```json (agreement|term)\n([\s\S]*?)```/g)].map(([, of, text]) => {
    const piece = JSON.parse(text as string) as JsonObject;
    if (of === 'term') return { ...frame, terms: [{ ...frameTerm, ...piece }] };
    const terms = (piece.terms ?? [{}]) as JsonObject[];
    return { ...frame, ...piece, terms: terms.map((term) => ({ ...frameTerm, ...term })) };
  });
}
