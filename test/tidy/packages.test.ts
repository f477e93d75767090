import { describe, expect, test } from 'vitest';
import { licences } from './licences.ts';
import { type LockedPackage, lockfileRules } from './lockfile.ts';
import { noticePackages } from './notice.ts';
import { firstColumn, glossaryWords, pageLinks, sameNames } from './pages.ts';

/** A folder without installed packages: licences are then those of the lockfile. */
const nowhere = '/nonexistent';

function locked(packages: Readonly<Record<string, LockedPackage>>) {
  const trusted = Object.entries(packages).map(([path, entry]) => [
    path,
    { integrity: 'sha512-x', ...entry },
  ]);
  return { packages: { '': {}, ...(Object.fromEntries(trusted) as typeof packages) } };
}

describe('the lockfile', () => {
  test('an address of a registry is a fault', () => {
    const lock = locked({ 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } });
    expect(lockfileRules(lock).faults).toEqual(['node_modules/a names the address of a registry']);
  });
  test('a platform that is not locked is a fault, a nested one is found', () => {
    const lock = locked({
      'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-darwin': '1', 'a-win32': '1' } },
      'node_modules/a-linux': {},
      'node_modules/a/node_modules/a-darwin': {},
    });
    expect(lockfileRules(lock).faults).toEqual(['node_modules/a may need a-win32, which is not locked']);
  });
});

describe('a package', () => {
  test.each<[string, LockedPackage, string[]]>([
    ['without a sum', { integrity: '' }, ['node_modules/a has no SHA-512']],
    ['with a weak sum', { integrity: 'sha1-x' }, ['node_modules/a has no SHA-512']],
    ['with a script', { hasInstallScript: true }, ['node_modules/a runs a script while it is installed']],
    ['with neither', {}, []],
  ])('%s', (_, entry, faults) => {
    expect(lockfileRules(locked({ 'node_modules/a': entry })).faults).toEqual(faults);
  });
  test.each([
    '^1.2.3',
    '~1.2.3',
    '1',
    '*',
    'latest',
    '>=1.0.0',
    'https://a.example/a.tgz',
    'github:a/b',
    'file:../a',
  ])('that is asked for as %s is a fault', (version) => {
    const lock = { packages: { '': { dependencies: { a: version } } } };
    expect(lockfileRules(lock).faults).toEqual([`a is asked for as ${version}, which is no exact version`]);
  });
  test('that is asked for exactly is fine', () => {
    const lock = {
      packages: { '': { dependencies: { a: '1.2.3' }, devDependencies: { b: '18.4.0-beta.17' } } },
    };
    expect(lockfileRules(lock).faults).toEqual([]);
  });
});

describe('licences', () => {
  test.each([
    ['AGPL-3.0', true],
    ['GPL-3.0-only OR SSPL-1.0', false],
    ['MPL-2.0', false],
    [undefined, false],
  ])('%s is a fault (tool: %s)', (license, dev) => {
    const lock = locked({ 'node_modules/a': { ...(license && { license }), dev } });
    expect(licences(lock, nowhere).faults).toHaveLength(1);
  });
  test.each([
    ['MIT', false],
    ['(GPL-3.0 OR MIT)', false],
    ['MPL-2.0', true],
  ])('%s is fine (tool: %s)', (license, dev) => {
    expect(licences(locked({ 'node_modules/a': { license, dev } }), nowhere).faults).toEqual([]);
  });
});

describe('NOTICE', () => {
  const lock = locked({
    'node_modules/a': { license: 'MIT' },
    'node_modules/@b/c': { license: 'ISC' },
    'node_modules/tool': { license: 'MIT', dev: true },
  });
  test('names every shipped package under its licence', () => {
    expect(noticePackages('Packages\n  MIT: a.\n  ISC: @b/c.\n', lock)).toEqual({ seen: 2, faults: [] });
  });
  test('a package left out, gone or under another licence is a fault', () => {
    expect(noticePackages('  MIT: a, @b/c, tool.\n', lock).faults).toEqual([
      'NOTICE leaves out ISC: @b/c',
      'NOTICE names MIT: @b/c in vain',
      'NOTICE names MIT: tool in vain',
    ]);
  });
});

describe('pages', () => {
  test('a link to nowhere is a fault, links to files, folders and the web are fine', () => {
    const files = [
      {
        path: 'docs/a.md',
        text: '[1](../core/) [2](b.md#part) [3](https://example.org) [4](#here) [5](gone.md)',
      },
      { path: 'docs/b.md', text: '' },
      { path: 'core/x.ts', text: '' },
    ];
    expect(pageLinks(files)).toEqual({
      seen: 2,
      faults: ['docs/a.md: links to docs/gone.md, which is not there'],
    });
  });
  test('the first column of a table below a heading', () => {
    const page = '## One\n\n| a | b |\n|---|---|\n| `x` | 1 |\n| y | 2 |\n\n## Two\n\n| z | 3 |\n';
    expect(firstColumn(page, 'One')).toEqual(['x', 'y']);
    expect(firstColumn(page, 'Three')).toEqual([]);
  });
  test('names on one side only are faults', () => {
    expect(sameNames(['a', 'b'], ['b', 'c'], 'P.md').faults).toEqual([
      'P.md does not name c',
      'P.md names a, which is gone',
    ]);
  });
  test('a word without Chinese, or with a name that the code does not have, is a fault', () => {
    const rows = [
      '| **fine** | 好 | good | `Fine` |',
      '| **one** |  | good | |',
      '| **two** | 二 | two | `Gone` |',
    ];
    const files = [{ path: 'core/x.ts', text: 'type Fine = 1;' }];
    expect(glossaryWords(rows.join('\n'), files)).toEqual({
      seen: 3,
      faults: ['**one** lacks Chinese or meaning', '**two** is not called `Gone` in the code'],
    });
  });
});
