// What the documentation is made of: it is asked for before anything is built.

import { globSync } from 'node:fs';

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
  ['Proof', ['docs/benchmarks.md', 'docs/reliability.md', 'SECURITY.md', 'CHANGELOG.md']],
];

/** Every file that the pages are made of. */
export function docSources(root) {
  const pages = docPages(root).flatMap(({ files }) => files);
  return [
    ...pages,
    ...globSync('docs/images/*', { cwd: root }).map((file) => file.split('\\').join('/')),
  ].sort();
}

/** The pages, part by part in the order of the navigation. */
export function docPages(root) {
  return PARTS.map(([title, patterns]) => ({
    title,
    files: patterns.flatMap((pattern) =>
      globSync(pattern, { cwd: root })
        .map((file) => file.split('\\').join('/'))
        .sort(),
    ),
  }));
}
