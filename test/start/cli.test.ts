import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { runHere } from '../support/listedProgram.ts';
import { openrebate, openrebateWith } from './runCommand.ts';

// The commands that need no database, as a program or a person calls them; where nothing hangs on a process
// of their own, in that of the test.
vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);

const run = promisify(execFile);
const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const STORY = [
  'calculate',
  '--agreement',
  at('test/scenarios/storyA/agreement.json'),
  '--lines',
  at('test/scenarios/storyA/lines.csv'),
];

describe('openrebate calculate from files', () => {
  it.each([
    ['2027-12-31', '2027-01-08', '3043.50'],
    ['2027-12-31', '2027-01-15', '2129.59'],
    ['2027-12-31', '2027-01-31', '3044.10'],
    ['2026-06-30', '2026-07-15', '1076.14'],
    ['2026-06-30', '2027-01-31', '614.45'],
  ])('story A as of %s, as known on %s: %s', async (effective, known, amount) => {
    const { code, out } = await runHere(['--json', ...STORY, '--effective', effective, '--known', known]);
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ effective, known, earnings: [{ partner: 'P1', amount }] });
    const shares: string[] = result.earnings[0].lines.map(({ share }: { share: string }) => share);
    const cents = shares.reduce((sum, share) => sum + BigInt(share.replace('.', '')), 0n);
    expect(cents).toBe(BigInt(amount.replace('.', '')));
  });

  it('shows a difference only where something is booked, and takes back what nothing supports', async () => {
    const days = ['--effective', '2027-12-31', '--known', '2027-01-15'];
    const without = JSON.parse((await runHere(['--json', ...STORY, ...days])).out);
    expect(without.earnings[0]).not.toHaveProperty('delta');
    const booked = at('test/scenarios/storyA/booked.json');
    const { out } = await runHere(['--json', ...STORY, ...days, '--booked', booked]);
    expect(JSON.parse(out)).toMatchObject({
      earnings: [{ amount: '2129.59', booked: '3043.50', delta: '-913.91' }],
      unsupported: [{ partner: 'P9', booked: '10.00', delta: '-10.00' }],
    });
  });

  it('explains in words, in both languages', async () => {
    const days = ['--effective', '2027-12-31'];
    expect((await runHere(['--lang', 'en', ...STORY, ...days])).out).toMatch(/EUR\s3,044\.10/);
    expect((await runHere(['--lang', 'zh-CN', ...STORY, ...days])).out).toMatch(/返利/);
  });
});

describe('openrebate agreement', () => {
  const file = at('demo/examples/growth-whole/agreement.json');

  it('says of a valid file what may not be meant, and its tiers under other formulas', async () => {
    const { out, code } = await runHere(['--lang', 'en', 'agreement', 'validate', file, '--volume', '120']);
    expect(code).toBe(0);
    expect(out).toContain('terms[0].limits: No limit holds');
    expect(out.replaceAll('\u00a0', ' ')).toMatch(/120% +EUR 2.40 +EUR 0.40 +EUR 0.15/);
  });

  it('says the same to programs', async () => {
    const { out } = await runHere(['--json', 'agreement', 'validate', file, '--volume', '120']);
    const { valid, findings, comparisons } = JSON.parse(out);
    expect(valid).toBe(true);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'growth-uncapped', at: 'terms[0].limits' }),
    );
    expect(comparisons[0].rows[0].amounts.growthMarginal).toEqual({
      kind: 'money',
      value: '0.15',
      currency: 'EUR',
    });
  });

  it('refuses a volume that is no number', async () => {
    const { out, code } = await runHere(['--json', 'agreement', 'validate', file, '--volume', '1,000']);
    expect([code, JSON.parse(out).refusals[0].code]).toEqual([1, 'argument-invalid']);
  });

  it('shows an agreement in words, in either language, and as data', async () => {
    const english = await runHere(['--lang', 'en', 'agreement', 'show', file]);
    expect(english.out).toContain('- Tier 1, from 105% to below 120%: a rate of 1%.');
    const chinese = await runHere(['--lang', 'zh-CN', 'agreement', 'show', file]);
    expect(chinese.out).toContain('- 第 1 档，不低于 105%、不足 120%：返 1%。');
    const { text, terms } = JSON.parse((await runHere(['--json', 'agreement', 'show', file])).out);
    expect([text, terms.kind]).toEqual([JSON.parse(readFileSync(file, 'utf8')), 'heading']);
  });

  it('gives the schema of the format', async () => {
    const { out } = await runHere(['agreement', 'schema']);
    expect(JSON.parse(out)).toMatchObject({
      $schema: expect.stringContaining('2020-12'),
      required: expect.arrayContaining(['format', 'terms', 'settlement']),
    });
  });
});

describe('what was compiled', () => {
  it('is kept among the caches of the user, where there is a place for them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'openrebate-caches-'));
    const version = (caches: string) =>
      openrebateWith({ XDG_CACHE_HOME: caches, NODE_COMPILE_CACHE: '' }, '--version');
    await version(folder);
    expect(readdirSync(folder)).toEqual(['openrebate']);
    expect(readdirSync(join(folder, 'openrebate'))).toHaveLength(1);
    const none = join(folder, 'none');
    writeFileSync(none, '');
    expect(await version(none)).toMatchObject({ code: 0, err: '' });
    rmSync(folder, { recursive: true });
  });
});

describe('exit codes', () => {
  const example = (name: string) => at(`demo/examples/${name}`);

  it.each([
    ['a good agreement', ['agreement', 'validate', example('marginal/agreement.json')], 0],
    ['a file that is no agreement', ['agreement', 'validate', at('package.json')], 1],
    ['a day that is none', [...STORY, '--known', '2027-02-30'], 1],
    ['a file that is not there', ['agreement', 'validate', 'nowhere.json'], 3],
    ['an unknown command', ['frobnicate'], 2],
    ['an option without its partner', ['calculate', '--agreement', 'a.json'], 2],
  ])('%s', async (_, args, code) => {
    expect((await openrebate(...args)).code).toBe(code);
  });

  it('gives refusals to programs as JSON, with code, place and fix', async () => {
    const { out, code } = await openrebate('--json', 'agreement', 'validate', at('package.json'));
    expect(code).toBe(1);
    const [first] = JSON.parse(out).refusals;
    expect(first).toMatchObject({ code: expect.stringMatching(/^agreement-/), what: expect.any(String) });
  });

  it('ends quietly when its reader has seen enough', async () => {
    const { stdout, stderr } = await run('sh', [
      '-c',
      `${process.execPath} ${at('bin/openrebate.mjs')} --json ${STORY.join(' ')} | head -1; echo done`,
    ]);
    expect([stdout, stderr]).toEqual(['{\ndone\n', '']);
  });

  it('names every command of --help in the reference, and no other', async () => {
    const { out } = await openrebate('--help');
    const commands = [...out.matchAll(/^ {2}([a-z][a-z-]*) /gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help');
    const page = readFileSync(at('docs/reference/cli.md'), 'utf8');
    const documented = [...page.matchAll(/^\| `([a-z][a-z-]*)/gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(7);
    expect(new Set(documented)).toEqual(new Set(commands));
  });
});

describe('openrebate agreement template', () => {
  it('lists the worked examples, each valid as it is printed', async () => {
    const { out, code } = await openrebate('--json', '--lang', 'en', 'agreement', 'template');
    expect(code).toBe(0);
    const templates: { template: string }[] = JSON.parse(out);
    expect(templates).toContainEqual({
      template: 'upsell',
      programme: 'upsell',
      name: 'Surplus wine beyond last year, June 2026',
    });
    expect(templates.length).toBeGreaterThan(20);
  });

  it('prints the agreement of one as it stands in its file', async () => {
    const { out } = await openrebate('agreement', 'template', 'logistics');
    expect(out).toBe(readFileSync(at('demo/examples/logistics/agreement.json'), 'utf8'));
  });

  it('refuses a name that there is not, and says which there are', async () => {
    const { out, code } = await openrebate('--json', 'agreement', 'template', 'nothing');
    expect(code).toBe(1);
    expect(JSON.parse(out).refusals[0]).toMatchObject({
      code: 'argument-invalid',
      facts: { value: 'nothing', expected: expect.stringContaining('upsell') },
    });
  });
});
