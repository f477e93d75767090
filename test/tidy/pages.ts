import { posix } from 'node:path';
import type { HouseFile } from './houseFiles.ts';
import { type Inspection, inspect } from './inspection.ts';

const LINK = /\]\(([^)\s]+)\)/g;

/** A link of a page to a file of the project leads somewhere. */
export function pageLinks(files: readonly HouseFile[]): Inspection {
  const paths = new Set(files.map((file) => file.path));
  const isThere = (path: string) => paths.has(path) || files.some((file) => file.path.startsWith(`${path}/`));
  const pages = files.filter((file) => file.path.endsWith('.md'));
  return inspect(pages, (page) =>
    [...page.text.matchAll(LINK)]
      .map(([, link]) => (link as string).split('#')[0] as string)
      .filter((link) => link !== '' && !/^[a-z]+:/.test(link))
      .map((link) => posix.join(posix.dirname(page.path), link).replace(/\/$/, ''))
      .filter((target) => !isThere(target))
      .map((target) => `links to ${target}, which is not there`),
  );
}

/** The first column of every table row below a heading, code marks taken off. */
export function firstColumn(page: string, heading: string): string[] {
  const from = page.indexOf(`## ${heading}\n`);
  if (from < 0) return [];
  const until = page.indexOf('\n## ', from + 1);
  const rows = page.slice(from, until < 0 ? undefined : until).split('\n');
  return rows
    .filter((row) => row.startsWith('|'))
    .slice(2)
    .map((row) => (row.split('|')[1] as string).replaceAll('`', '').trim());
}

/** Each word of the glossary stands in both languages, and its name in code is in the code. */
export function glossaryWords(glossary: string, files: readonly HouseFile[]): Inspection {
  const rows = glossary.split('\n').filter((row) => row.startsWith('| **'));
  const code = files.filter(({ path }) => /\.(ts|sql)$/.test(path)).map(({ text }) => text);
  const isInCode = (name: string) => code.some((text) => text.includes(name)) || isPath(name, files);
  return {
    seen: rows.length,
    faults: rows.flatMap((row) => {
      const [word = '', chinese = '', meaning = '', names = ''] = row
        .split('|')
        .slice(1)
        .map((cell) => cell.trim());
      const gone = [...names.matchAll(/`([^`]+)`/g)].filter(([, name]) => !isInCode(name as string));
      return [
        ...((/\p{Script=Han}/u.test(chinese) || chinese === 'Webhook') && meaning !== ''
          ? []
          : [`${word} lacks Chinese or meaning`]),
        ...gone.map(([name]) => `${word} is not called ${name} in the code`),
      ];
    }),
  };
}

function isPath(name: string, files: readonly HouseFile[]): boolean {
  return files.some((file) => file.path.startsWith(`${name}/`));
}

/** Two lists that must name the same things. */
export function sameNames(written: readonly string[], real: readonly string[], page: string): Inspection {
  return {
    seen: real.length,
    faults: [
      ...real.filter((name) => !written.includes(name)).map((name) => `${page} does not name ${name}`),
      ...written.filter((name) => !real.includes(name)).map((name) => `${page} names ${name}, which is gone`),
    ],
  };
}
