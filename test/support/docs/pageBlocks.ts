import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fenced block of a page. */
export type PageBlock = {
  readonly page: string;
  /** Of the fence, from 1. */
  readonly line: number;
  /** What stands behind the fence: the language, and what is shown in it or the file that it is. */
  readonly info: string;
  readonly text: string;
};

export const ROOT = join(import.meta.dirname, '../../..');

const NOT_OURS = ['node_modules', 'dist', '.openrebate', '.build', 'coverage', '.git'];

/** A page in Chinese has the blocks of the English page beside it, which a test of its own holds. */
const TRANSLATION = /\.zh-CN\.md$/;

/** Every fenced block of every page of the project, as they lie on the disk. */
export function pageBlocks(): PageBlock[] {
  const pages = globSync('**/*.md', { cwd: ROOT, exclude: (name) => NOT_OURS.includes(name) });
  return pages
    .filter((page) => !TRANSLATION.test(page))
    .sort()
    .flatMap((page) => blocksOf(page, readFileSync(join(ROOT, page), 'utf8')));
}

/** Refuses by a fault a fence that is opened in an unusual way, or never closed: its code would be passed over. */
export function blocksOf(page: string, text: string): PageBlock[] {
  const blocks: PageBlock[] = [];
  let open: { line: number; info: string; lines: string[] } | undefined;
  for (const [at, line] of text.split('\n').entries()) {
    const fence = /^(\s*)(```+|~~~+)(.*)$/.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (fence[1] !== '' || fence[2] !== '```')
      throw new Error(`${page}:${at + 1}: a fence of another form`);
    else if (open === undefined) open = { line: at + 1, info: (fence[3] as string).trim(), lines: [] };
    else {
      blocks.push({ page, line: open.line, info: open.info, text: `${open.lines.join('\n')}\n` });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`${page}:${open.line}: a fence that is never closed`);
  return blocks;
}
