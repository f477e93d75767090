import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runHere, type Said } from '../support/listedProgram.ts';
import { agreementText, type JsonObject, lineTexts } from '../support/trade.ts';
import { openrebate } from './runCommand.ts';

vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);

// Proofs as files, from one command to the other, as two companies exchange them.
const folder = mkdtempSync(join(tmpdir(), 'proofs-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const BUDGET: JsonObject = {
  tiers: { boundary: 'atLeast', rows: [{ from: '0', percent: '2' }] },
  limits: [{ of: 'amount', scope: 'programme', max: '60', order: 'transactionDate' }],
};
const ROWS = [
  lineTexts({ document: 'D1', invoiceDate: '2026-01-10', netValue: '1000' }),
  lineTexts({ document: 'D2', invoiceDate: '2026-02-10', netValue: '1500', partner: 'P2' }),
  lineTexts({ document: 'D3', invoiceDate: '2026-03-10', netValue: '1000' }),
];

function csv(rows: readonly Record<string, string>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].join('\n');
}

const GIVEN = ['--agreement', at('agreement.json'), '--lines', at('lines.csv'), '--effective', '2026-12-31'];

beforeAll(async () => {
  writeFileSync(at('agreement.json'), JSON.stringify(agreementText(BUDGET)));
  writeFileSync(at('lines.csv'), csv(ROWS));
  writeFileSync(at('own.csv'), csv(ROWS.filter(({ partner }) => partner === 'P1')));
  writeFileSync(at('changed.csv'), csv(ROWS).replace('1000', '1001'));
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  writeFileSync(at('secret.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(at('public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  expect((await proven('whole.json')).code).toBe(0);
});

const proven = (name: string, ...more: string[]) =>
  runHere(['--json', 'calculate', ...GIVEN, '--proof', at(name), ...more]);

const verified = (name: string, lines: string, ...more: string[]) =>
  runHere(['--json', 'verify', at(name), '--lines', at(lines), ...more]);

function codes({ out }: Said): string[] {
  return JSON.parse(out).refusals.map(({ code }: { code: string }) => code);
}

function tampered(name: string, from: string | RegExp, to: string): string {
  writeFileSync(at('tampered.json'), readFileSync(at(name), 'utf8').replace(from, to));
  return 'tampered.json';
}

describe('openrebate calculate --proof and openrebate verify', () => {
  it('goes from one to the other without server or database', async () => {
    const { code, out } = await verified('whole.json', 'lines.csv');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      verified: true,
      scope: 'withoutInternal',
      lines: 3,
      earnings: 2,
      signature: 'none',
    });
    const said = await openrebate('--lang', 'en', 'verify', at('whole.json'), '--lines', at('lines.csv'));
    expect(said.out).toMatch(/^Verified: 3 lines and 2 earnings are what the proof says/);
  });

  it('names a line that was changed, in both languages', async () => {
    const ended = await verified('whole.json', 'changed.csv');
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out).refusals).toMatchObject([
      { code: 'proof-line-changed', facts: { document: 'D1', line: '1' } },
    ]);
    const chinese = ['--lang', 'zh-CN', 'verify', at('whole.json'), '--lines', at('changed.csv')];
    expect((await runHere(chinese)).err).toContain('单据 D1 的第 1 行');
  });

  it('is refused where the file is not as it was', async () => {
    const other = tampered('whole.json', '"amount":"30.00"', '"amount":"31.00"');
    expect(codes(await verified(other, 'lines.csv'))).toEqual(['proof-earning-differs']);
    const spaced = tampered('whole.json', '{"agreement"', '{ "agreement"');
    expect(codes(await verified(spaced, 'lines.csv'))).toEqual(['proof-invalid']);
  });

  it('is signed, and only that key and that proof go together', async () => {
    await proven('signed.json', '--sign-with', at('secret.pem'));
    const good = await verified('signed.json', 'lines.csv', '--public-key', at('public.pem'));
    expect(JSON.parse(good.out)).toMatchObject({ verified: true, signature: 'checked' });
    expect(JSON.parse((await verified('signed.json', 'lines.csv')).out).signature).toBe('notChecked');
    const later = tampered('signed.json', '"known":null', '"known":"2027-01-01"');
    expect(codes(await verified(later, 'lines.csv', '--public-key', at('public.pem')))).toEqual([
      'proof-signature-invalid',
    ]);
    expect(codes(await verified('whole.json', 'lines.csv', '--public-key', at('public.pem')))).toEqual([
      'proof-signature-missing',
    ]);
    expect(codes(await verified('signed.json', 'lines.csv', '--public-key', at('own.csv')))).toEqual([
      'proof-key-invalid',
    ]);
  });

  it('is for one partner with its own lines, and opens for an auditor with all', async () => {
    const made = await proven('p1.json', '--partner', 'P1');
    expect(made.err).toContain('p1.opening.json');
    expect(readFileSync(at('p1.json'), 'utf8')).not.toMatch(/P2|D2/);
    expect(statSync(at('p1.opening.json')).mode & 0o077).toBe(0);
    const own = await verified('p1.json', 'own.csv');
    expect(JSON.parse(own.out)).toMatchObject({
      verified: true,
      scope: { partner: 'P1' },
      lines: 2,
      linesOfOthers: 0,
    });
    expect(JSON.parse((await verified('p1.json', 'lines.csv')).out)).toMatchObject({
      lines: 2,
      linesOfOthers: 1,
    });
    const opened = await verified('p1.json', 'lines.csv', '--open', at('p1.opening.json'));
    expect(JSON.parse(opened.out)).toMatchObject({ verified: true, opened: true, lines: 3 });
    const other = tampered('p1.json', '"asked":["0","30"', '"asked":["0","29"');
    expect(codes(await verified(other, 'own.csv'))).toEqual(['proof-earning-differs']);
    expect(codes(await verified(other, 'lines.csv', '--open', at('p1.opening.json')))).toEqual([
      'proof-commitment-differs',
    ]);
  });

  it('says what it cannot do', async () => {
    expect(codes(await proven('x.json', '--partner', 'P9'))).toEqual(['proof-partner-unknown']);
    expect(codes(await proven('nowhere/x.json'))).toEqual(['file-not-writable']);
    expect(codes(await proven('x.json', '--sign-with', at('public.pem')))).toEqual(['proof-key-invalid']);
    expect((await runHere(['calculate', ...GIVEN, '--partner', 'P1'])).code).toBe(2);
    expect((await proven('x.json', '--partner', 'P1', '--full')).code).toBe(2);
    expect((await verified('lines.csv', 'lines.csv')).code).toBe(1);
    expect((await verified('missing.json', 'lines.csv')).code).toBe(3);
  });
});

describe('openrebate why-not', () => {
  const asked = (...more: string[]) => runHere(['--json', 'why-not', ...GIVEN, ...more]);

  it('says of a line what failed first, and of one that counts what its partner earns', async () => {
    const late = lineTexts({ document: 'D/9', invoiceDate: '2027-01-05' });
    writeFileSync(at('lines.csv'), csv([...ROWS, late]));
    const [missed] = JSON.parse((await asked('--line', 'D/9/1')).out);
    writeFileSync(at('lines.csv'), csv(ROWS));
    expect(missed).toMatchObject({
      document: 'D/9',
      terms: [
        {
          state: 'excluded',
          reason: 'outsideWindows',
          change: { kind: 'dayUntil', facts: { day: '2027-01-05', wanted: '2026-12-31' } },
          earnings: [],
        },
      ],
    });
    const [counted] = JSON.parse((await asked('--line', 'D1/1')).out);
    expect(counted.terms[0]).toMatchObject({ state: 'counted', earnings: [{ amount: '30.00' }] });
  });

  it('says of a partner what is missing, in words too', async () => {
    const answer = JSON.parse((await asked('--partner', 'P2')).out);
    expect(answer).toMatchObject({
      partner: 'P2',
      terms: [{ counted: 1, missed: [], earnings: [{ amount: '30.00' }] }],
    });
    const said = await runHere(['--lang', 'en', 'why-not', ...GIVEN, '--partner', 'P1']);
    expect(said.out).toMatch(/^volume: 2 lines counted/);
  });

  it('takes a line or a partner, and a line that is there', async () => {
    expect((await asked()).code).toBe(2);
    expect((await asked('--line', 'D1/1', '--partner', 'P1')).code).toBe(2);
    expect((await asked('--line', 'D8/1')).code).toBe(3);
  });
});

describe('openrebate conformance', () => {
  it('passes the published vectors, each with its source', async () => {
    const { code, out } = await runHere(['--json', 'conformance']);
    const result = JSON.parse(out);
    expect([code, result.failed, result.vectors.length]).toEqual([0, 0, result.passed]);
    expect(result.passed).toBeGreaterThanOrEqual(200);
    for (const { source } of result.vectors) expect(source.length).toBeGreaterThan(3);
  });

  it('ends with 1 where a vector fails, and says how', async () => {
    const vector = {
      id: 'wrong',
      mechanism: 'wholeVolume',
      source: 'nobody',
      agreement: agreementText(),
      lines: [lineTexts({ netValue: '1000' })],
      effective: '2026-12-31',
      expect: { earnings: [] },
    };
    writeFileSync(at('v.json'), JSON.stringify({ format: 'openrebate-conformance/v1', vectors: [vector] }));
    const { code, out } = await runHere(['--lang', 'en', 'conformance', at('v.json')]);
    expect(code).toBe(1);
    expect(out).toBe(
      'wrong (nobody)\n  volume P1 2026-01-01 2026-12-31: 20.00 that nothing expects\n0 vectors passed, 1 failed\n',
    );
  });
});

it('of what was approved beside the terms is made of a file of adjustments, and computes again', async () => {
  const parts = [
    { firstDay: '2026-01-01', lastDay: '2026-12-31', countsFrom: '2026-06-01', amount: '25.00' },
  ];
  const beside = [{ id: 'a', term: 'volume', partner: 'P1', kind: 'goodwill', wording: 'July', parts }];
  writeFileSync(at('adjustments.json'), JSON.stringify(beside));
  expect((await proven('adjusted.json', '--adjustments', at('adjustments.json'))).code).toBe(0);
  expect(JSON.parse((await verified('adjusted.json', 'lines.csv')).out)).toMatchObject({ verified: true });
  const [own, whole] = ['adjusted.json', 'whole.json'].map(
    (name) => JSON.parse(readFileSync(at(name), 'utf8')).earnings[0].amount,
  );
  expect(Number(own) - Number(whole)).toBe(25);
  const changed = tampered('adjusted.json', '"25.00"', '"26.00"');
  expect(codes(await verified(changed, 'lines.csv'))).toEqual(['proof-earning-differs']);
});
