import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDate } from '../../core/calendar/localDate.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Terminal } from '../terminal.ts';
import { scanFolder, showDetectors } from './trust.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trust-'));
  const claims =
    'claim,partner,reference,sent-on,amount,currency\n=1+1,P,CB-4812,2025-03-01,5.00,EUR\n=2+2,P,cb 4812,2025-03-09,5.00,EUR\n';
  await writeFile(join(folder, 'claims.csv'), claims);
});
afterAll(() => rm(folder, { recursive: true }));

const TODAY = parseDate('2026-01-01') as number;

/** A terminal that keeps what it is told. */
function kept(language: Language, isJson = false) {
  const printed: string[] = [];
  const said: string[] = [];
  const refused: Refusal[] = [];
  const terminal: Terminal = {
    language,
    isJson,
    print: (line) => void printed.push(line),
    say: (line) => void said.push(line),
    json: (value) => void printed.push(JSON.stringify(value)),
    refuse: (refusals) => void refused.push(...refusals),
  };
  return { terminal, printed, said, refused };
}

describe('openrebate trust', () => {
  test.each([
    ['en', 'Duplicate claim', 'number spelled otherwise'],
    ['zh-CN', '重复索赔', '编号写法不同'],
  ] as const)('tells a finding as a table (%s)', async (language, title, why) => {
    const { terminal, printed, said } = kept(language);
    await scanFolder(terminal, { folder, most: '50' }, TODAY);
    expect(printed[0]).toContain(title);
    expect(printed[1]).toContain(why);
    expect(said.length).toBeGreaterThan(1);
  });

  test('gives object, id, kind, score and evidence as JSON', async () => {
    const { terminal, printed } = kept('en', true);
    await scanFolder(terminal, { folder, most: '50' }, TODAY);
    const { findings } = JSON.parse(printed[0] as string);
    expect(findings).toMatchObject([
      {
        object: 'claim',
        id: '=2+2',
        detector: 'duplicateClaims',
        day: '2025-03-09',
        amount: '5.00',
        currency: 'EUR',
      },
    ]);
    expect(findings[0].evidence.map((one: { id: string }) => one.id)).toEqual(['=2+2', '=1+1']);
  });

  test('writes a file in which no spreadsheet finds a formula', async () => {
    const { terminal, printed } = kept('en');
    const csv = join(folder, 'found.txt');
    await scanFolder(terminal, { folder, csv, most: '50' }, TODAY);
    expect(printed).toEqual([`Written: ${csv}`]);
    const text = await readFile(csv, 'utf8');
    expect(text).toContain("'=2+2");
    expect(text).not.toMatch(/(?:^|,)=/m);
  });

  test.each([
    ['a day that is none', { today: 'yesterday', most: '5' }, 'argument-invalid'],
    ['a number that is none', { most: 'all' }, 'argument-invalid'],
  ])('refuses %s', async (_, options, code) => {
    const { terminal, refused } = kept('en');
    await scanFolder(terminal, { folder, ...options }, TODAY);
    expect(refused).toMatchObject([{ code }]);
  });

  test.each(['en', 'zh-CN'] as const)(
    'says what each detector looks for, and what each parameter means (%s)',
    (language) => {
      const { terminal, printed } = kept(language, true);
      showDetectors(terminal);
      const detectors = JSON.parse(printed[0] as string);
      expect(detectors).toHaveLength(40);
      for (const { title, looksFor, check, parameters } of detectors) {
        expect([title, looksFor, check]).not.toContain('');
        for (const { key, means } of parameters) expect(means).not.toBe(key);
      }
    },
  );
});
