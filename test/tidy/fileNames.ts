import { basename } from 'node:path';
import { type HouseFile, isScript, roomOf } from './houseFiles.ts';
import { type Inspection, inspect } from './inspection.ts';

/** Names that say nothing as a whole, and words that say nothing inside a name. */
const EMPTY_NAMES = new Set(['common', 'data', 'handle', 'index', 'info', 'lib', 'process', 'shared']);
const EMPTY_WORDS = /^(utils?|helpers?|managers?|misc|info|handlers?)$/i;

/** A file says what it holds. An index would be a barrel, which hides who imports whom. */
export function fileNames(files: readonly HouseFile[]): Inspection {
  const scripts = files.filter((file) => isScript(file.path));
  return inspect(scripts, (file) => {
    const name = basename(file.path).split('.')[0] as string;
    const words = name.split(/(?=[A-Z])/);
    return EMPTY_NAMES.has(name) || words.some((word) => EMPTY_WORDS.test(word))
      ? [`"${name}" says nothing`]
      : [];
  });
}

/** What a command was told to write into, such as "1", does not stay in the root. */
export function rootFiles(files: readonly HouseFile[]): Inspection {
  const inRoot = files.filter(({ path }) => roomOf(path) === '');
  return inspect(inRoot, ({ path }) => (/^\.?[a-z]/i.test(path) ? [] : ['no name of a file of the project']));
}

/** What is not finished is a line in an issue, not a note in the code. */
export function unfinishedNotes(files: readonly HouseFile[]): Inspection {
  const note = /\b(?:TO)DO\b|\b(?:FIX)ME\b/;
  const texts = files.filter(({ path }) => !path.startsWith('demo/data/') && path !== 'package-lock.json');
  return inspect(texts, (file) =>
    file.text
      .split('\n')
      .flatMap((line, index) => (note.test(line) ? [`line ${index + 1}, unfinished`] : [])),
  );
}
