import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../main/packageRoot.ts';

// What `npm pack` gives, installed into an empty folder: there Node strips no types, and nothing of
// the checkout is at hand.
type Checked = { readonly refusals: readonly unknown[] };

const root = fileURLToPath(new URL('../..', import.meta.url));

// Built and packed as for a registry: with full counts. A clone is started in every run.
describe.skipIf(process.env.OPENREBATE_DEEP !== '1')('the package', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'openrebate-package-'));
    // As root the embedded server runs as another user, which has to get here.
    chmodSync(folder, 0o755);
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
    const [tarball = ''] = readdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', `./${tarball}`], { cwd: folder });
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

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

  it('restores a backup of the first release into a database of its own, and backs it up', () => {
    const openrebate = (...args: string[]) =>
      execFileSync(join(folder, 'node_modules/.bin/openrebate'), ['--json', ...args], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, DATABASE_URL: '', MIGRATION_DATABASE_URL: '', OPENREBATE_HOME: 'state' },
      });
    openrebate('restore', join(root, 'test/fixtures/schema-0016.backup'));
    openrebate('backup', 'now.backup');
    const whole = JSON.parse(openrebate('restore', '--check', 'now.backup'));
    expect(whole.sums.line.rows).toBe(2157);
    expect(JSON.parse(openrebate('doctor')).checks.flatMap(({ refusals }: Checked) => refusals)).toEqual([]);
  }, 60_000);

  it('holds the program, its page, the demo and the licences, and no tests', () => {
    const names = readdirSync(join(folder, 'node_modules/openrebate'), { recursive: true }).map(String);
    for (const name of [
      'dist/main/cli.js',
      'dist/web/office/index.html',
      'dist/web/portal/index.html',
      'dist/web/licences.md',
      'LICENSE',
      'NOTICE',
      'deploy/openrebate.service',
    ]) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => name.startsWith('dist/adapters/db/migrations/')).length).toBeGreaterThan(5);
    expect(names.filter((name) => /\.test\.|^test/.test(name))).toEqual([]);
  });

  it('brings the licence of whatever is inside its pages, and names it in NOTICE', () => {
    const installed = join(folder, 'node_modules/openrebate');
    const inside = readFileSync(join(installed, 'dist/web/licences.md'), 'utf8').matchAll(/^## (\S+) - /gm);
    const notice = readFileSync(join(installed, 'NOTICE'), 'utf8');
    const named = [...notice.matchAll(/^- [\w.-]+: ([^:]+?)\.$/gm)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    );
    expect([...inside].map(([, name]) => name).sort()).toEqual(named.sort());
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
