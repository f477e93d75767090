import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'dist/web/help');
let pages: readonly string[] = [];

beforeAll(() => {
  const built = spawnSync(process.execPath, [join(root, 'bin/buildPages.mjs')], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  pages = globSync('**/*.html', { cwd: folder });
}, 120_000);

const pageAt = (address: string) => readFileSync(join(folder, address), 'utf8');

it('every page of the documentation is one, and every link and picture on it leads somewhere', () => {
  expect(pages.length).toBeGreaterThan(60);
  const ids = new Map(
    pages.map((page) => [page, new Set([...pageAt(page).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );
  const faults: string[] = [];
  for (const [address] of ids) {
    for (const [, href = ''] of pageAt(address).matchAll(/ (?:href|src)="([^"]+)"/g)) {
      if (/^(https:|\/)/.test(href)) continue;
      const [path = '', anchor] = href.split('#');
      const target = path === '' ? address : posix.join(posix.dirname(address), path);
      if (path.endsWith('.css') || path.endsWith('.png')) readFileSync(join(folder, target));
      else if (!ids.has(target)) faults.push(`${address}: ${href} is no page`);
      else if (anchor !== undefined && !ids.get(target)?.has(decodeURIComponent(anchor)))
        faults.push(`${address}: ${href} is no heading`);
    }
  }
  expect(faults).toEqual([]);
});

it('nothing that stands in a page is run, and nothing is asked of anybody else', () => {
  for (const page of pages) {
    const found = [...pageAt(page).matchAll(/<script|<iframe|<[^>]* on\w+="|"javascript:| src="https?:/gi)];
    expect([page, found.map(([text]) => text)]).toEqual([page, []]);
  }
});

it('what leads to a heading in English leads to the same one in Chinese', () => {
  const chinese = pages.filter((page) => page.includes('.zh-CN.'));
  expect(chinese.length).toBeGreaterThan(30);
  const placesOf = (page: string) =>
    [...pageAt(page).matchAll(/<h\d id="([^"]+)">(?:<span id="([^"]+)">)?/g)].map(
      ([, own, english]) => english ?? own,
    );
  for (const page of chinese)
    expect([page, placesOf(page)]).toEqual([page, placesOf(page.replace('.zh-CN', ''))]);
});
