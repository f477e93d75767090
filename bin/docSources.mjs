// What the documentation is made of: it is asked for before anything is built.

import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** Where pages lie; the order is that of the navigation. */
const PARTS = [
  ['Start', ['README.md', 'docs/README.md', 'GLOSSARY.md']],
  ['Guides', ['docs/guides/*.md', 'docs/programmes.md']],
  ['Reference', ['docs/format.md', 'docs/reference/*.md']],
  [
    'How it is built',
    [
      'ARCHITECTURE.md',
      'DECISIONS.md',
      'CONTRIBUTING.md',
      'core/*/README.md',
      'adapters/*/README.md',
      'web/README.md',
      'demo/README.md',
    ],
  ],
  [
    'Proof',
    ['docs/benchmarks.md', 'docs/accessibility.md', 'docs/reliability.md', 'SECURITY.md', 'CHANGELOG.md'],
  ],
];

/** A page in another language stands beside the English one. */
const CHINESE = /\.zh-CN\.md$/;

/** The Chinese page beside an English one, where there is one. */
export function chineseOf(root, file) {
  const chinese = file.replace(/\.md$/, '.zh-CN.md');
  return existsSync(join(root, chinese)) ? chinese : undefined;
}

/** Every file that the pages are made of. */
export function docSources(root) {
  const english = docPages(root).flatMap(({ files }) => files);
  const pages = english.flatMap((file) => [file, chineseOf(root, file) ?? []].flat());
  return [
    ...pages,
    ...globSync('docs/{images,samples}/*', { cwd: root }).map((file) => file.split('\\').join('/')),
  ].sort();
}

/** The pages, part by part in the order of the navigation. */
export function docPages(root) {
  return PARTS.map(([title, patterns]) => ({
    title,
    files: patterns.flatMap((pattern) =>
      globSync(pattern, { cwd: root })
        .map((file) => file.split('\\').join('/'))
        .filter((file) => !CHINESE.test(file))
        .sort(),
    ),
  }));
}
