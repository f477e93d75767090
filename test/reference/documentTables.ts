import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of docs/reference, whole. */
export function referencePage(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../docs/reference', name), 'utf8');
}

/** The rows of the first table below a heading, by the name in code marks that each begins with. */
export function tableRows(page: string, heading: string): ReadonlyMap<string, string> {
  const from = page.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`The page has no heading ${heading}`);
  const until = page.indexOf('\n## ', from + 1);
  const lines = page.slice(from, until < 0 ? undefined : until).split('\n');
  return new Map(
    lines.flatMap((line) => [...line.matchAll(/^\| `([^`]+)`/g)].map(([, name]) => [name as string, line])),
  );
}

/** The first block of code in a language. */
export function codeBlock(page: string, language: string): string {
  const block = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (block === undefined) throw new Error(`The page has no ${language} block`);
  return block;
}
