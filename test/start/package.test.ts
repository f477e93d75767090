import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../main/packageRoot.ts';

// What `npm pack` gives, installed into an empty folder: there Node strips no types, and nothing of
// the checkout is at hand.
const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'openrebate-package-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
  const [tarball = ''] = readdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', `./${tarball}`], { cwd: folder });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('calculates in an empty folder', () => {
    const example = join(folder, 'node_modules/openrebate/demo/examples/marginal');
    const out = execFileSync(
      join(folder, 'node_modules/.bin/openrebate'),
      [
        '--json',
        'calculate',
        '--agreement',
        join(example, 'agreement.json'),
        '--lines',
        join(example, 'lines.csv'),
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(JSON.parse(out).earnings.length).toBeGreaterThan(0);
  }, 30_000);

  it('holds the program, its page, the demo and the licences, and no tests', () => {
    const names = readdirSync(join(folder, 'node_modules/openrebate'), { recursive: true }).map(String);
    for (const name of ['dist/main/cli.js', 'web/office/index.html', 'LICENSE', 'NOTICE']) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => name.startsWith('dist/adapters/db/migrations/')).length).toBeGreaterThan(5);
    expect(names.filter((name) => /\.test\.|^test/.test(name))).toEqual([]);
  });
});

describe('projectRoot', () => {
  it.each([
    ['/srv/app/node_modules/openrebate', '/srv/app'],
    ['/srv/openrebate', '/srv/openrebate'],
    ['/node_modules/openrebate', '/'],
  ])('%s keeps its state in %s', (installed, project) => {
    expect(projectRoot(installed)).toBe(project);
  });
});
