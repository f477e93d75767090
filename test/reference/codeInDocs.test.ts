import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readBulkFile } from '../../adapters/files/readBulkFile.ts';
import { readCutOverFile } from '../../adapters/files/readCutOverFile.ts';
import { decodeReading } from '../../adapters/files/readingFormat.ts';
import { collectLines } from '../../adapters/files/readLines.ts';
import { decodeVectors } from '../../adapters/files/readVectors.ts';
import { decodeSource } from '../../adapters/files/sourceDescription.ts';
import { apiRoutes } from '../../adapters/http/apiRoutes.ts';
import { repairMessageBody } from '../../adapters/http/claimMessageSchemas.ts';
import { claimAnswerBody, claimObjectionsBody, claimRuleBody } from '../../adapters/http/claimSchemas.ts';
import { earningSchema } from '../../adapters/http/earningJson.ts';
import { fundBody } from '../../adapters/http/fundSchemas.ts';
import { decodeMaster } from '../../app/intake/decodeMaster.ts';
import { parseBankAccount } from '../../core/bank/bankAccount.ts';
import { decodeFigures } from '../../core/cutOver/decodeFigures.ts';
import { decodeHistory } from '../../core/cutOver/decodeHistory.ts';
import { decodeOpenings } from '../../core/cutOver/decodeOpenings.ts';
import { decodeAccountRules } from '../../core/ledger/decodeAccountRules.ts';
import { decodeLedgerTable } from '../../core/ledgerExport/decodeLedgerTable.ts';
import { decodeApprovalRules } from '../../core/lifecycle/approvalRules.ts';
import { bulkRow } from '../../core/lifecycle/bulkRow.ts';
import { decodePayingAccount } from '../../core/payment/payingAccount.ts';
import { decodePaymentRules } from '../../core/payment/paymentRules.ts';
import { en } from '../../core/wording/en.ts';
import { zhCn } from '../../core/wording/zhCn.ts';
import { faultOf, readOnly } from '../support/docs/checkedCommand.ts';
import { blocksOf, type PageBlock, pageBlocks, ROOT } from '../support/docs/pageBlocks.ts';
import { shownCommands } from '../support/docs/shownCommands.ts';
import { agreementOf, dayOf, windowsText } from '../support/trade.ts';
import { completedSnippets } from './formatSnippets.ts';

// Every fenced block of every page: code is run by a test, or read here by what reads it in the product.
vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);
await readOnly();

const blocks = pageBlocks();
const folder = mkdtempSync(join(tmpdir(), 'openrebate-docs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The tests that run or read all blocks of a kind on a page, which this one does not read again. */
const BY_OTHERS: readonly { readonly page: RegExp; readonly info: RegExp; readonly test: string }[] = [
  {
    page: /^docs\/guides\/first-rebate\.md$/,
    info: /^(sh|csv .+|json .+)$/,
    test: 'test/start/firstRebate.test.ts',
  },
  {
    page: /^docs\/format\.md$/,
    info: /^json( agreement| term)?$/,
    test: 'test/reference/agreementFormat.test.ts',
  },
  { page: /^docs\/guides\/audit\.md$/, info: /^js$/, test: 'test/scenarios/auditTrail.test.ts' },
  {
    page: /^docs\/guides\/webhooks\.md$/,
    info: /^(js|json event)$/,
    test: 'test/scenarios/webhooks.test.ts',
  },
  { page: /^docs\/reference\/database\.md$/, info: /^sql$/, test: 'adapters/db/migrate.test.ts' },
  { page: /^core\/[^/]+\/README\.md$/, info: /^js$/, test: 'test/facts/readmeExamples.test.ts' },
];

type Results = { readonly ok: boolean; readonly refusals?: readonly unknown[] };

function refusalsOf(...results: readonly Results[]): unknown[] {
  return results.flatMap((result) => (result.ok ? [] : (result.refusals ?? [])));
}

function written({ info, text }: PageBlock): string {
  const path = join(folder, info.split(' ')[1] ?? 'lines.csv');
  writeFileSync(path, text);
  return path;
}

const isThere = () => true;
const quarters = agreementOf({ windows: windowsText('quarter') }, { id: 'BONUS', company: 'EU' });
const ground = { agreements: new Map([['BONUS', quarters]]), isPartner: isThere };
const history = {
  ...{ source: 'cut-over', document: 'H1', company: 'EU', lastDay: dayOf('2026-06-30') },
  ...{ isPartner: isThere, isProduct: isThere },
};

async function cutOver(block: PageBlock, kind: 'history' | 'openings' | 'figures'): Promise<unknown[]> {
  const read = await readCutOverFile(written(block), kind);
  if (!read.ok) return refusalsOf(read);
  const { rows } = read.value;
  if (kind === 'history') return [...decodeHistory(rows, history).refusals];
  return [...(kind === 'openings' ? decodeOpenings : decodeFigures)(rows, ground).refusals];
}

const SHOWN_VECTOR = JSON.parse(readFileSync(join(ROOT, 'conformance/formulas.json'), 'utf8')).vectors[0];

/** What each kind of block is read by; an answer that is not empty says what is wrong. */
const READERS: Readonly<Record<string, (block: PageBlock) => unknown[] | Promise<unknown[]>>> = {
  sh: ({ text }) => commandFaults(text),
  console: ({ text }) =>
    commandFaults([...text.matchAll(/^\$ (.+)$/gm)].map(([, command]) => command).join('\n')),
  http: ({ text }) => text.trim().split('\n').flatMap(callFaults),
  text: ({ text }) =>
    [...text.matchAll(/^\s*(?:\$ .*|(?:openrebate|npm|npx|curl|psql) [\w-]+ .*)$/gm)].map(
      ([line]) => `code: ${line}`,
    ),
  'text catalogue': ({ text }) => catalogueFaults(text),
  json: ({ text }) => earningSchema.safeParse(JSON.parse(text)).error?.issues ?? [],
  'json vectors': ({ text }) =>
    refusalsOf(decodeVectors(JSON.parse(text.replace('…', JSON.stringify(SHOWN_VECTOR))), 'page')),
  'json reading': ({ text }) => refusalsOf(decodeReading(JSON.parse(`{${text}}`).reading)),
  'json paying-account': ({ text }) => refusalsOf(decodePayingAccount(JSON.parse(text))),
  'json payment-rules': ({ text }) => refusalsOf(decodePaymentRules(JSON.parse(text))),
  'json ledger-table': ({ text }) => refusalsOf(decodeLedgerTable(JSON.parse(text))),
  'json approval-rules': ({ text }) => refusalsOf(decodeApprovalRules(JSON.parse(text))),
  'json account.json': ({ text }) => refusalsOf(parseBankAccount(JSON.parse(text))),
  'json objections.json': ({ text }) => claimObjectionsBody.safeParse(JSON.parse(text)).error?.issues ?? [],
  'json answer.json': ({ text }) => claimAnswerBody.safeParse(JSON.parse(text)).error?.issues ?? [],
  'json fund.json': ({ text }) => fundBody.safeParse(JSON.parse(text)).error?.issues ?? [],
  'json repair.json': ({ text }) => repairMessageBody.safeParse(JSON.parse(text)).error?.issues ?? [],
  'json accounts.json': ({ text }) => refusalsOf(decodeAccountRules(JSON.parse(text))),
  'json rules.json': ({ text }) => claimRuleBody.safeParse(JSON.parse(text)).error?.issues ?? [],
  'json facts': ({ text }) => refusalsOf(decodeSource(JSON.parse(text))),
  'json master': ({ text }) => refusalsOf(decodeMaster(JSON.parse(text))),
  csv: async (block) => {
    const read = await collectLines(written(block));
    if (!read.ok) return refusalsOf(read);
    return read.value.rows.flatMap(({ parsed }) => ('refusals' in parsed ? parsed.refusals : []));
  },
  'csv totals.csv': (block) => cutOver(block, 'history'),
  'csv balances.csv': (block) => cutOver(block, 'openings'),
  'csv old-system.csv': (block) => cutOver(block, 'figures'),
  'csv year-end.csv': async (block) => {
    const read = await readBulkFile(written(block));
    return read.ok
      ? refusalsOf(...read.value.rows.map(({ row, texts }) => bulkRow(row, texts)))
      : refusalsOf(read);
  },
};

async function commandFaults(text: string): Promise<unknown[]> {
  const commands = shownCommands(text);
  if (commands.length === 0) return ['no command'];
  const faults: (string | undefined)[] = [];
  for (const command of commands) faults.push(await faultOf(command));
  return faults.filter((fault) => fault !== undefined);
}

/** Method and path are an operation, parameters are its own, and a body is one that it takes. */
function callFaults(line: string): unknown[] {
  const [, method = '', path = '', query = '', rest = ''] =
    /^(\w+) +([^\s?]+)(?:\?(\S+))?(.*)$/.exec(line) ?? [];
  const route = apiRoutes.find(
    (one) => one.method === method && new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  if (route === undefined) return [`no operation ${method} ${path}`];
  const strange = [...new URLSearchParams(query).keys()].filter((name) => !(name in route.query));
  const body = /\{.*\}/.exec(rest)?.[0];
  const parsed = body === undefined ? undefined : route.body?.safeParse(JSON.parse(body));
  return [
    ...strange,
    ...(parsed?.error?.issues ?? []),
    ...(body !== undefined && !parsed ? ['takes no body'] : []),
  ];
}

/** A text as both catalogues have it. */
function catalogueFaults(text: string): string[] {
  const shown = [...text.matchAll(/^(\w+): '(.*)',?$/gm)];
  const texts = [en, zhCn].map(({ steps }) => steps as Readonly<Record<string, string>>);
  return shown.length === 2
    ? shown.flatMap(([line, name = '', said], at) => (texts[at]?.[name] === said ? [] : [line]))
    : ['one text in both languages'];
}

const others = ({ page, info }: PageBlock) =>
  BY_OTHERS.find((one) => one.page.test(page) && one.info.test(info));

describe('the code in the pages', () => {
  it('is on the pages that there are', () => {
    const pages = new Set(blocks.map(({ page }) => page));
    for (const page of ['README.md', 'CONTRIBUTING.md', 'docs/format.md', 'core/money/README.md']) {
      expect(pages).toContain(page);
    }
    expect(blocks.length).toBeGreaterThan(150);
    expect(new Set(blocks.map((block) => (others(block) ? 'others' : block.info)))).toEqual(
      new Set(['others', ...Object.keys(READERS)]),
    );
  });

  it.each(
    blocks.filter((block) => !others(block)).map((block) => [`${block.page}:${block.line}`, block] as const),
  )('%s', async (_, block) => {
    const reader = READERS[block.info];
    expect(
      reader === undefined
        ? [`nothing reads a block of ${block.info || 'no language'}`]
        : await reader(block),
    ).toEqual([]);
  });

  it.each(BY_OTHERS)('of $page is run by $test, all of it', ({ page, info, test }) => {
    const ours = blocks.filter((block) => page.test(block.page) && info.test(block.info));
    expect(ours.length).toBeGreaterThan(0);
    const source = readFileSync(join(ROOT, test), 'utf8');
    expect(source).toMatch(
      page.source.includes('core')
        ? /README\.md/
        : new RegExp((page.source.split('/').at(-1) as string).slice(0, -1)),
    );
  });

  it('is read whole by the tests that take the first block of a page, or pieces of an agreement', () => {
    const of = (info: string) => blocks.filter((block) => block.info === info).map(({ page }) => page);
    expect(new Set(of('js')).size).toBe(of('js').length);
    expect(of('sql')).toHaveLength(1);
    const format = blocks.filter(({ page, info }) => page === 'docs/format.md' && info !== 'text');
    const page = readFileSync(join(ROOT, 'docs/format.md'), 'utf8');
    expect(completedSnippets(page)).toHaveLength(format.length - 1);
  });
});

describe('what is wrong on a page', () => {
  it.each([
    ['sh', 'openrebate frobnicate'],
    ['sh', 'openrebate import lines'],
    ['sh', 'openrebate import lines a.csv --previw'],
    ['sh', 'openrebate tenant create a b --company EU'],
    ['sh', 'npm run nothing'],
    ['sh', 'npx vitest run test/nowhere'],
    ['sh', 'OPENREBATE_KEYS=1 openrebate jobs'],
    ['sh', 'frobnicate'],
    ['sh', '# nothing'],
    ['text', 'openrebate import lines a.csv'],
    ['http', 'POST /api/v1/nothing'],
    ['http', 'GET /api/v1/earnings?nothing=1'],
    ['http', 'POST /api/v1/cut-overs {"code": 1}'],
    ['csv', 'source,netvalue\nerp,1'],
    ['json facts', '{"format": "openrebate-facts/v1"}'],
  ])('is seen: %s %s', async (info, text) => {
    const [block] = blocksOf('page', `\`\`\`${info}\n${text}\n\`\`\``);
    expect((await READERS[info]?.(block as PageBlock))?.length).toBeGreaterThan(0);
  });
});
