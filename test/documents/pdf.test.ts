import { afterEach, describe, expect, it, vi } from 'vitest';
import { paperPdf } from '../../adapters/documents/paperPdf.ts';
import type { PaperBrand } from '../../app/brand/paperBrand.ts';
import type { RebateDocument } from '../../core/document/rebateDocument.ts';
import { documentPaper } from '../../core/wording/documentPaper.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Paper } from '../../core/wording/paper.ts';
import { HAS_PDF_CHECKS, pagesOf, programOutput } from '../support/pdfChecks.ts';
import { png } from '../support/png.ts';
import { documentLine, documentOf, PARTNER } from '../support/rebateDocuments.ts';
import { decimalOf } from '../support/trade.ts';

const LONG =
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesellschaft & Söhne Łódź Győr İzmir '.repeat(5);

const DOCUMENTS: Readonly<Record<string, RebateDocument>> = {
  'story E': documentOf({ notes: [{ en: 'Thank you.', 'zh-CN': '感谢合作。' }] }),
  withheld: documentOf({ withheld: { percent: decimalOf('10'), minor: 5260n } }),
  'one line': documentOf({ lines: [documentLine(91_407n, '20')] }),
  '200 lines': documentOf({
    lines: Array.from({ length: 200 }, (_, i) =>
      documentLine(BigInt(i * 1_234_567 - 5000), i % 3 ? '20' : '5.5', { agreement: `BONUS-2026-${i}` }),
    ),
  }),
  'long names and numbers': documentOf({
    buyer: { ...PARTNER, name: `${LONG}上海茶叶进出口有限公司镕喆堃` },
    lines: [
      documentLine(123_456_789_012_345n, '20', {
        agreement: 'X'.repeat(180),
        text: { en: LONG, 'zh-CN': `${LONG}返利` },
      }),
    ],
  }),
};

async function pdfOf(document: RebateDocument, language: Language, brand?: PaperBrand): Promise<Uint8Array> {
  const file = await paperPdf(documentPaper(document, language), brand);
  if (!file.ok) throw new Error(JSON.stringify(file.refusals));
  return file.value;
}

/** Every text that a paper has, without the blanks at which lines break. */
function textsOf({ title, parties, facts, tables, totals, notes }: Paper): string[] {
  return [
    title,
    ...parties.flatMap(({ heading, name, lines }) => [heading, name, ...lines]),
    ...[...facts, ...totals].flatMap(({ label, value }) => [label, value]),
    ...tables.flatMap(({ columns, rows }) => [...columns.map(({ heading }) => heading), ...rows.flat()]),
    ...notes,
  ].map(tight);
}

function tight(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

afterEach(() => {
  vi.useRealTimers();
});

// The programs that read a PDF are not everywhere; the pipeline has them.
describe.skipIf(!HAS_PDF_CHECKS)('a document as PDF', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    it.each(Object.keys(DOCUMENTS))(`holds all of it, whole: %s, ${language}`, async (name) => {
      const document = DOCUMENTS[name] as RebateDocument;
      const paper = documentPaper(document, language);
      const pages = pagesOf(await pdfOf(document, language));
      const all = tight(pages.join(' '));
      // A long text goes on in the next line, with other columns between.
      for (const text of textsOf(paper).filter((text) => text.length < 14)) expect(all).toContain(text);
      const amounts = paper.tables[0]?.rows.map((row) => row.at(-1) as string) ?? [];
      const words = pages.flatMap((page) => page.split(/\s+/));
      let from = 0;
      for (const amount of amounts) {
        from = words.indexOf(amount, from) + 1;
        expect(from, amount).toBeGreaterThan(0);
      }
      expect(words).toContain(paper.totals.at(-1)?.value.split(/\s/).at(-1));
    });
  }

  it('repeats the headings on each page that a table goes on to', async () => {
    const pages = pagesOf(await pdfOf(DOCUMENTS['200 lines'] as RebateDocument, 'en'));
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, page] of pages.entries()) {
      expect(tight(page)).toContain(`Page${index + 1}of${pages.length}`);
      if (index < pages.length - 1) expect(page).toContain('What for');
    }
  });

  it('carries its fonts, has a language, tags and no other time than its day', async () => {
    const file = await pdfOf(documentOf(), 'zh-CN');
    const fonts = programOutput('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBe(3);
    for (const font of fonts) expect(font).toMatch(/NotoSans.* yes yes yes /);
    const about = programOutput('pdfinfo', file, '-isodates');
    expect(about).toMatch(/Tagged: +yes/);
    expect(about).toMatch(/Title: +贷项通知单 CN-2026-0017/);
    expect(about).toMatch(/CreationDate: +2026-07-15/);
    expect(Buffer.from(file).toString('latin1')).toContain('/Lang (zh-CN)');
    expect(file.length).toBeLessThan(60_000);
  });

  it('shows the sign of its brand once, on the first page, as large as there is room for', async () => {
    const file = await pdfOf(DOCUMENTS['200 lines'] as RebateDocument, 'en', BRAND);
    const [, , ...images] = programOutput('pdfimages', file, '-list').trim().split('\n');
    expect(images).toHaveLength(1);
    // A small one is drawn no larger than its points are sharp: 96 of them an inch.
    const [page, , kind, width, height, colours, , bits, , , , , ...[across, down]] =
      images[0]?.trim().split(/\s+/) ?? [];
    expect([page, kind, width, height, colours, bits]).toEqual(['1', 'image', '64', '32', 'rgb', '8']);
    expect([across, down]).toEqual(['96', '96']);
    const plain = pagesOf(await pdfOf(DOCUMENTS['200 lines'] as RebateDocument, 'en'));
    expect(tight(pagesOf(file).join(' '))).toBe(tight(plain.join(' ')));
    // Whoever hears the paper hears whose it is.
    expect(Buffer.from(file).toString('latin1')).toContain('/Alt (Acme partner portal)');
  });
});

/** What a tenant shows of itself, with a sign. */
const BRAND: PaperBrand = {
  name: 'Acme partner portal',
  accent: '#7a1f5c',
  logo: { sha256: '', width: 64, height: 32, content: png(64, 32) },
};

describe('a file', () => {
  it('with a brand is the same again, and another one with another brand or none', async () => {
    const file = await pdfOf(documentOf(), 'en', BRAND);
    expect(Buffer.compare(await pdfOf(documentOf(), 'en', BRAND), file)).toBe(0);
    const others = [
      await pdfOf(documentOf(), 'en', { ...BRAND, accent: '#0d5c63' }),
      await pdfOf(documentOf(), 'en', { accent: '#7a1f5c' }),
      await pdfOf(documentOf(), 'en', {}),
    ];
    for (const other of others) expect(Buffer.compare(other, file)).not.toBe(0);
    expect(Buffer.compare(await pdfOf(documentOf(), 'en'), others[2] as Uint8Array)).toBe(0);
  });

  it('is the same, byte by byte, on another day', async () => {
    const file = await pdfOf(documentOf(), 'zh-CN');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-03') });
    expect(Buffer.compare(await pdfOf(documentOf(), 'zh-CN'), file)).toBe(0);
    expect(Buffer.compare(await pdfOf(documentOf({ number: 'CN-2026-0018' }), 'zh-CN'), file)).not.toBe(0);
  });

  it('is refused where a sign is in no font', async () => {
    const file = await paperPdf(documentPaper(documentOf({ buyer: { ...PARTNER, name: 'شركة 😀' } }), 'en'));
    expect(file.ok ? [] : file.refusals).toEqual([
      { code: 'paper-sign-unknown', at: '', facts: { signs: 'ش ر ك ة 😀' } },
    ]);
  });
});
