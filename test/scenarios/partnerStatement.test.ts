import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { readProof } from '../../adapters/files/readProof.ts';
import { decodeMaster } from '../../app/intake/decodeMaster.ts';
import { postTransfers } from '../../app/ledger/postTransfers.ts';
import { masterOf } from '../../app/masterOf.ts';
import { verifyProof } from '../../app/proofs/verifyProof.ts';
import { partnerStatement } from '../../app/statements/partnerStatement.ts';
import type { Transfer } from '../../core/ledger/transfer.ts';
import { rowsOf } from '../../main/commands/calculateFiles.ts';
import { statementFile, writtenStatement } from '../../main/statementFile.ts';
import { day } from '../support/facts.ts';
import { HAS_PDF_CHECKS, pagesOf } from '../support/pdfChecks.ts';
import { openScenario, type Scenario, taken } from '../support/scenario.ts';

// A customer earns 100.00 in the year, gets a credit note over it with tax, and most of it is paid in February.
const STORY_A = JSON.parse(readFileSync(new URL('storyA/agreement.json', import.meta.url), 'utf8'));
const HEADER =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
const WINDOW = { from: day('2026-01-01'), until: day('2027-01-01') };

let story: Scenario;
beforeAll(async () => {
  story = await openScenario('EU');
  story.on('2026-01-02');
  await story.master([
    { kind: 'partner', code: 'P1', name: '北京茶叶有限公司', attributes: {} },
    { kind: 'partner', code: 'P2', name: 'Nobody yet', attributes: {} },
    { kind: 'product', code: 'X', name: 'Tea', attributes: {} },
  ]);
  const value = { of: 'value', basis: 'net' };
  const tiers = { boundary: 'atLeast', rows: [{ from: '1000', percent: '4' }] };
  const [term] = STORY_A.terms;
  await story.agreement({
    ...STORY_A,
    id: 'TEA',
    terms: [{ ...term, qualifier: value, payout: value, tiers }],
  });
  story.on('2026-01-31');
  await story.lines(HEADER, 'erp,D1,1,sale,EU,P1,X,2026-01-05,1,EA,2500.00,EUR');
  await story.calculate();
  await post('2026-01-31', settled('S1', 10_000n), settled('S1', 2000n, 'outputTax'));
  await post('2026-02-10', paid('P1', 11_000n));
});
const folder = mkdtempSync(join(tmpdir(), 'openrebate-statement-'));
afterAll(async () => {
  await story.close();
  rmSync(folder, { recursive: true });
});

/** The parts of an archive as texts, in order. */
async function partsOf(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}

function settled(id: string, minor: bigint, debit: Transfer['debit'] = 'accruedLiability'): Transfer {
  const subject = { agreement: 'TEA', term: STORY_A.terms[0].id, window: WINDOW };
  const common = { company: 'EU', partner: 'P1', currency: 'EUR', effectiveOn: day('2026-01-31'), minor };
  return {
    ...common,
    event: 'settle',
    debit,
    credit: 'partnerPayable',
    subject,
    origin: { kind: 'settlement', id },
    leg: debit,
  };
}

function paid(id: string, minor: bigint): Transfer {
  const common = { company: 'EU', partner: 'P1', currency: 'EUR', effectiveOn: day('2026-02-10'), minor };
  return {
    ...common,
    event: 'pay',
    debit: 'partnerPayable',
    credit: 'bankClearing',
    origin: { kind: 'payment', id },
    leg: 'pay',
  };
}

function post(on: string, ...transfers: readonly Transfer[]): Promise<void> {
  return story.ports.store.inTenant(story.tenant, async (tx) => {
    const batch = await tx.batches.last();
    await postTransfers(tx, transfers, { day: day(on), at: new Date(`${on}T12:00:00Z`), batch });
  });
}

const statement = (from: string, until: string, partner = 'P1', company = 'EU') =>
  partnerStatement(story.ports, story.tenant, { company, partner, firstDay: day(from), lastDay: day(until) });

describe('the statement of a partner', () => {
  it('says what was open, what happened and what is open then', async () => {
    const { statements, earnings, partnerName } = taken(await statement('2026-01-01', '2026-02-28'));
    expect(partnerName).toBe('北京茶叶有限公司');
    expect(statements.map(({ openingMinor, closingMinor }) => [openingMinor, closingMinor])).toEqual([
      [0n, 1000n],
    ]);
    expect(statements[0]?.entries.map(({ event, minor, origin }) => [event, minor, origin.id])).toEqual([
      ['settle', 12_000n, 'S1'],
      ['pay', -11_000n, 'P1'],
    ]);
    expect(earnings.map(({ subject, earnedMinor }) => [subject.agreement, earnedMinor])).toEqual([
      ['TEA', 10_000n],
    ]);
    const later = taken(await statement('2026-02-01', '2026-02-09'));
    expect(later.statements).toMatchObject([{ openingMinor: 12_000n, entries: [], closingMinor: 12_000n }]);
  });

  it.each([
    ['company-not-found', statementOf('2026-01-01', '2026-02-28', 'P1', 'US')],
    ['partner-not-found', statementOf('2026-01-01', '2026-02-28', 'P9')],
    ['statement-days-turned', statementOf('2026-03-01', '2026-02-28')],
  ])('is refused: %s', async (code, asked) => {
    const result = await asked();
    expect(result.ok ? [] : result.refusals.map((refusal) => refusal.code)).toEqual([code]);
  });

  it('of a partner with whom nothing was settled has nothing in it', async () => {
    expect(taken(await statement('2026-01-01', '2026-12-31', 'P2')).statements).toEqual([]);
  });

  it('is a table: opening, entries, and what is open after each', async () => {
    const shown = taken(await statement('2026-01-01', '2026-02-28'));
    const csv = Buffer.from(taken(await statementFile(shown, 'csv', 'en'))).toString();
    const term = STORY_A.terms[0].id;
    expect(csv.split('\r\n')).toEqual([
      'currency,bookedDate,event,reference,originKind,origin,agreement,term,windowFirstDate,windowLastDate,movedAmount,openAmount',
      'EUR,2026-01-01,opening,,,,,,,,,0.00',
      `EUR,2026-01-31,settle,,settlement,S1,TEA,${term},2026-01-01,2026-12-31,120.00,120.00`,
      'EUR,2026-02-10,pay,,payment,P1,,,,,-110.00,10.00',
      '',
    ]);
    const workbook = taken(await statementFile(shown, 'xlsx', 'en'));
    expect(Buffer.from(workbook.subarray(0, 2)).toString()).toBe('PK');
    expect(Buffer.compare(workbook, taken(await statementFile(shown, 'xlsx', 'en')))).toBe(0);
  });

  it('is packed with the lines behind its amounts and a proof that the partner computes again', async () => {
    const { ports, tenant } = story;
    const question = {
      ...{ company: 'EU', partner: 'P1' },
      ...{ firstDay: day('2026-01-01'), lastDay: day('2026-02-28') },
    };
    const bytes = taken(await writtenStatement(ports, tenant, question, 'zip', 'en'));
    expect(Buffer.compare(bytes, taken(await writtenStatement(ports, tenant, question, 'zip', 'en')))).toBe(
      0,
    );
    const parts = await partsOf(Buffer.from(bytes));
    expect([...parts.keys()]).toEqual([
      ...['statement.pdf', 'statement.xlsx', 'statement.csv', 'lines.csv', 'lines.xlsx'],
      ...['proof-1.json', 'proofs.json'],
    ]);
    expect(parts.get('lines.csv')?.split('\r\n')[1]).toBe(
      `TEA,${STORY_A.terms[0].id},2026-01-01,2026-12-31,EUR,erp,D1,1,2026-01-05,X,Tea,2500.00,100.00`,
    );
    const sha256 = createHash('sha256')
      .update(parts.get('proof-1.json') ?? '')
      .digest('hex');
    expect(JSON.parse(parts.get('proofs.json') ?? '').proofs).toMatchObject([
      { agreement: 'TEA', file: 'proof-1.json', sha256 },
    ]);
    const proof = join(folder, 'proof-1.json');
    const lines = join(folder, 'own.csv');
    writeFileSync(proof, parts.get('proof-1.json') ?? '');
    const shown = taken(await readProof(proof));
    const verifiedBy = async (net: string) => {
      writeFileSync(lines, `${HEADER}\nerp,D1,1,sale,EU,P1,X,2026-01-05,1,EA,${net},EUR\n`);
      const files = taken(await rowsOf({ lines: [lines] }, () => {}));
      const master = masterOf(taken(decodeMaster(JSON.parse(shown.master?.text ?? ''))));
      return verifyProof({ proof: shown, files, master }, ports.sha256).ok;
    };
    expect([await verifiedBy('2500.00'), await verifiedBy('2500.01')]).toEqual([true, false]);
  });

  // The program that reads a PDF is not everywhere; the pipeline has it.
  it.skipIf(!HAS_PDF_CHECKS)(
    'is a paper with the explanation of its amounts, in both languages',
    async () => {
      const shown = taken(await statement('2026-01-01', '2026-02-28'));
      const english = pagesOf(taken(await statementFile(shown, 'pdf', 'en')))
        .join(' ')
        .replaceAll('\u00a0', ' ');
      for (const text of [
        'Statement of account',
        '北京茶叶有限公司',
        '31 Jan 2026',
        '-110.00',
        'We owe you',
        'EUR 10.00',
      ])
        expect(english.replace(/\s+/g, ' ')).toContain(text);
      expect(english.replace(/\s+/g, '')).toContain('4%ofEUR2,500.00');
      const chinese = pagesOf(taken(await statementFile(shown, 'pdf', 'zh-CN'))).join('');
      for (const text of ['对账单', '我方应付', '金额的由来']) expect(chinese).toContain(text);
    },
  );

  // The same program as above.
  it.skipIf(!HAS_PDF_CHECKS)('says on one page what is open, before what stands behind it', async () => {
    const shown = taken(await statement('2026-01-01', '2026-02-28'));
    const [page = '', ...more] = pagesOf(taken(await statementFile(shown, 'pdf', 'en')));
    expect(more).toEqual([]);
    const order = ['Open before', 'What was earned behind it', 'We owe you', 'Movements', 'How the amounts'];
    const places = order.map((text) => page.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    const [, document, payment] = page.split('\n').filter((line) => /^ *(Open|Document|Payment)/.test(line));
    expect([document?.trim().split(/ +/), payment?.trim().split(/ +/)]).toEqual([
      ['Document', '1', '120.00'],
      ['Payment', '1', '-110.00'],
    ]);
  });
});

function statementOf(...asked: Parameters<typeof statement>) {
  return () => statement(...asked);
}
