import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { documentJson } from '../../core/document/documentJson.ts';
import { camtText } from '../support/camtText.ts';
import { commandPlace, json, keyOf } from '../support/commandPlace.ts';
import { type PageBlock, pageBlocks, ROOT } from '../support/docs/pageBlocks.ts';
import { type ShownCommand, shownCommands } from '../support/docs/shownCommands.ts';
import { runHere, type Said } from '../support/listedProgram.ts';
import { documentLine, documentOf } from '../support/rebateDocuments.ts';
import { agreementText, windowsText } from '../support/trade.ts';
import { workbookBytes } from '../support/workbook.ts';

// The commands of the guides, each page from its beginning to its end in a sandbox of its own: what a page
// shows can be given as it stands, once the names in it are there.
vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);

const place = await commandPlace();
const { folder } = place;
const blocks = pageBlocks().filter(({ info }) => info !== 'text');

/** A sandbox with a company, partners and a product, where the owner gives the commands. */
async function inSandbox(): Promise<readonly [string, string]> {
  const { owner, approver } = await place.inSandbox('Pages');
  const named = (...codes: readonly string[]) => codes.map((code) => ({ code, name: code, attributes: {} }));
  const master = { partners: named('P1', 'P7'), products: named('A', 'X') };
  writeFileSync('master-of-test.json', JSON.stringify(master));
  await json('import', 'master', 'master-of-test.json');
  return [owner, approver];
}

function agreement(id: string) {
  const text = agreementText({ windows: windowsText('quarter') }, { id, company: 'EU' });
  writeFileSync(`${id}.json`, JSON.stringify(text));
  return json('import', 'agreement', `${id}.json`);
}

/** An agreement under which something is earned and stands in the books. */
async function earned(id: string): Promise<void> {
  await agreement(id);
  const row = 'erp,D1,1,sale,EU,P1,X,2026-05-18,10,EA,10000.00,EUR';
  writeFileSync('earned.csv', `${LINE}\n${row}\n`);
  await json('import', 'lines', 'earned.csv');
  await json('calculate');
}

/** The keys of those who approve, and who send what was approved. */
const others = { second: '', third: '' };

/** What P7 has earned stands on a credit note that is due, and where P7 is paid was approved long enough ago. */
async function payable(owner: string): Promise<void> {
  for (const name of ['second', 'third'] as const) {
    others[name] = await keyOf(name);
  }
  const asOther = async (...words: readonly string[]) => {
    process.env.OPENREBATE_KEY = others.second;
    await json(...words);
    process.env.OPENREBATE_KEY = owner;
  };
  const named = ['P1', 'P7'].map((code) => ({ code, name: code, attributes: { country: 'AT' } }));
  writeFileSync('where.json', JSON.stringify({ partners: named, products: [] }));
  await json('import', 'master', 'where.json');
  // Rules of before: the page proposes the second version.
  await json('pay', 'rules', 'propose', 'payment-rules.json');
  await asOther('pay', 'rules', 'confirm', '1');
  await saysAccount('P7');
  await asOther('bank', 'approve', 'P7', await changeOf('P7'));
  const text = agreementText({ windows: windowsText('quarter') }, { id: 'BONUS', company: 'EU' });
  const settlement = { ...(text.settlement as object), paymentDays: 0, tax: 'none' };
  writeFileSync('BONUS.json', JSON.stringify({ ...text, settlement }));
  await json('import', 'agreement', 'BONUS.json');
  writeFileSync('earned.csv', `${LINE}\nerp,D1,1,sale,EU,P7,X,2026-05-18,10,EA,10000.00,EUR\n`);
  await json('import', 'lines', 'earned.csv');
  await json('calculate');
  const party = { name: 'EU GmbH', addressLines: [], country: 'AT', taxId: 'ATU12345678' };
  const series = [{ kind: 'creditNote', series: 'CN', numberedBy: 'here' }];
  writeFileSync('settings.json', JSON.stringify({ party, series }));
  await json('settlement', 'settings', 'EU', 'settings.json');
  await json('settlement', 'run', 'EU');
  const [note] = (await json('settlement', 'list')).rows;
  await asOther('settlement', 'approve', note.id);
  await json('settlement', 'issue', note.id);
  await json('sandbox', 'move', 'EU', '2027-01-05');
}

async function saysAccount(partner: string, iban = 'FR1420041010050500013M02606'): Promise<void> {
  writeFileSync('theirs.json', JSON.stringify({ holder: partner, iban }));
  await json('bank', 'set', partner, 'theirs.json', '--from', '2026-01-01');
}

/** The change of a partner's account that waits. */
async function changeOf(partner: string): Promise<string> {
  const changes = await json('bank', 'changes', '--waiting', '--partner', partner);
  return String((changes.rows ?? changes)[0]?.batch ?? '');
}

/** Somebody says once more where P1 is paid, for whoever decides. */
async function changeOfP1(): Promise<string> {
  const owner = process.env.OPENREBATE_KEY;
  await saysAccount('P1');
  if ((await changeOf('P1')) === '') await saysAccount('P1', 'GB29NWBK60161331926819');
  process.env.OPENREBATE_KEY = owner;
  return changeOf('P1');
}

/** What the bank knows the one payment of the run by. */
async function endToEnd(): Promise<string> {
  const [run] = await json('pay', 'runs');
  const [{ payment }] = (await json('pay', 'show', run.id)).payments;
  return payment.replaceAll('-', '');
}

/** The whole payment without its reference, and interest: both wait. */
function statementOfBank(): string {
  const on = '2027-01-05';
  const entries = [
    { reference: 'B1', on, cents: -20_000n },
    { reference: 'B2', on, cents: 100n },
  ];
  writeFileSync('camt053.xml', camtText('DE89370400440532013000', entries));
  return 'camt053.xml';
}

/** A status that is on its way: nothing moves by it. */
async function statusOfBank(): Promise<string> {
  const endToEndId = await endToEnd();
  const status = `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>ACSP</TxSts></TxInfAndSts>`;
  const head =
    '<GrpHdr><MsgId>B-1</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>M</OrgnlMsgId></OrgnlGrpInfAndSts>';
  const report = `${head}<OrgnlPmtInfAndSts>${status}</OrgnlPmtInfAndSts>`;
  const document = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>${report}</CstmrPmtStsRpt></Document>`;
  writeFileSync('pain002.xml', `<?xml version="1.0"?>${document}`);
  return 'pain002.xml';
}

function tableOfBank(): string {
  const head = 'Buchungstag;Betrag;Kundenreferenz;Verwendungszweck';
  writeFileSync('february.csv', `${head}\n05.01.2027;2,50;;interest\n`);
  return 'february.csv';
}

async function entryOf(amount: string): Promise<string> {
  const entries = await json('pay', 'entries');
  const found = (entries.rows ?? entries).find((entry: { readonly amount: string }) =>
    entry.amount.endsWith(amount),
  );
  return found?.id ?? amount;
}

/** A claim under an agreement that there is none of: its row waits. */
async function waitingClaim(reference: string): Promise<void> {
  const head = 'reference,partner,agreement,currency,term,firstDay,lastDay,amount';
  writeFileSync('claims.csv', `${head}\n${reference},P1,NONE,EUR,volume,2026-04-01,2026-06-30,1.00\n`);
  await runHere(['--json', 'claims', 'submit', 'claims.csv']);
}

async function workbook(name: string, csv: string): Promise<void> {
  const rows = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  writeFileSync(name, await workbookBytes({ sheets: [{ name: 'Sheet', rows }] }));
}

const LINE = 'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';

function sales(...partners: readonly string[]): string {
  const rows = partners.map((partner, at) => `erp,D${at},1,sale,EU,${partner},X,2026-05-18,10,EA,100.00,EUR`);
  return `${[LINE, ...rows].join('\n')}\n`;
}

type Session = {
  /** What is there before the page begins. */
  readonly before: (shown: readonly PageBlock[], keys: readonly [string, string]) => unknown;
  /** Whose key a command is given with, by its beginning; else the owner's. */
  readonly by?: (line: string) => string | undefined;
  /** What stands in the place of a word. */
  readonly places?: Readonly<Record<string, (said: string) => string | Promise<string>>>;
  /** Commands, by their beginning, that end with a "no", as the page says. */
  readonly refused?: readonly string[];
  /** Commands, by their beginning, that go on until they are told to end. */
  readonly goOn?: readonly string[];
};

const newestImport = async () => (await json('imports', 'list'))[0].document.id;
const waitingImport = async () => (await json('quarantine', 'list')).rows[0].document;
/** The id that was said last. */
const lastId = (said: string) => said.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)?.at(-1) ?? '';
const textOf = (shown: readonly PageBlock[], info: string) =>
  shown.find((block) => block.info === info)?.text ?? '';

const SESSIONS: Readonly<Record<string, Session>> = {
  'docs/guides/webhooks.md': { before: () => undefined },
  'docs/programmes.md': {
    before: () => {
      for (const name of ['lines.csv', 'master.json']) cpSync(join(ROOT, 'demo/examples/upsell', name), name);
    },
  },
  'docs/guides/files.md': {
    before: () => workbook('sales.xlsx', sales('P1', 'P7')),
  },
  'docs/guides/import.md': {
    before: async () => {
      await agreement('BONUS');
      writeFileSync('sales.csv', sales(...'P1 P1 P1 P1 NN P1 P1 P1 P1 P1 P1 OO OO'.split(' ')));
    },
    places: { '<import>': waitingImport, '<row>': () => '5' },
    refused: ['import lines sales.csv --all-or-nothing'],
  },
  'docs/guides/amendment-preview.md': {
    before: () => writeFileSync('bonus-2013.json', JSON.stringify(agreementText({}, { company: 'EU' }))),
  },
  'docs/guides/jobs.md': { before: () => agreement('BONUS'), goOn: ['serve', 'worker'] },
  'docs/guides/cut-over.md': {
    before: async (shown) => {
      for (const id of ['BONUS', 'BONUS-P1-2026', 'TEMPLATE']) await agreement(id);
      for (const name of ['totals.csv', 'old-system.csv']) writeFileSync(name, textOf(shown, `csv ${name}`));
      for (const name of ['balances', 'year-end'])
        await workbook(`${name}.xlsx`, textOf(shown, `csv ${name}.csv`));
    },
    places: {
      '…': async () => (await json('cutover', 'compare', 'H1')).sha256,
      '0198…': lastId,
    },
  },
  'docs/guides/life-of-an-agreement.md': {
    before: () =>
      writeFileSync('bonus.json', JSON.stringify(agreementText({}, { id: 'BONUS', company: 'EU' }))),
    places: {
      '0199…': async () => (await json('agreement', 'proposals'))[0].id,
      'NW-QUARTER': () => 'BONUS',
      ALFKI: () => 'P1',
    },
  },
  'docs/guides/audit.md': {
    before: async () => {
      await agreement('A-001');
      writeFileSync('balances.json', '[]');
      await json('audit', 'link');
    },
    places: {
      '8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4': async () =>
        (await json('audit', 'head')).hash,
      '0199b5a0-7c00-7000-8000-00000000000e': async () => (await json('audit', 'list'))[0].id,
    },
  },
  'docs/guides/claims.md': {
    before: async () => {
      await earned('BONUS');
      for (const reference of ['R-1', 'R-2']) await waitingClaim(reference);
      writeFileSync('repair.json', JSON.stringify({ rows: [{ row: 1, set: { agreement: 'BONUS' } }] }));
    },
    places: {
      '0199b5a0-7c00-7000-8000-0000000000e1': async () => (await json('claims', 'waiting')).rows[0].id,
    },
  },
  'docs/guides/payments.md': {
    before: async (shown, [owner]) => {
      writeFileSync('payment-rules.json', textOf(shown, 'json payment-rules'));
      await payable(owner);
      const account = textOf(shown.toReversed(), 'json paying-account').replace('"NW"', '"EU"');
      writeFileSync('account.json', account);
      await json('pay', 'account', 'set', 'account.json');
    },
    by: (line) =>
      /^pay (rules confirm|approve|decide)|^bank (approve|reject)/.test(line)
        ? others.second
        : line.startsWith('pay send')
          ? others.third
          : undefined,
    places: {
      NW: () => 'EU',
      '1': () => '2',
      '2026-12-31': () => '2027-01-05',
      '7': changeOfP1,
      '0199…': async () => (await json('pay', 'runs'))[0].id,
      '0199…r': async () => (await json('pay', 'runs'))[0].id,
      '0199…e': () => entryOf('200.00'),
      '0199…d': () => entryOf('1.00'),
      'camt053.xml': statementOfBank,
      'pain002.xml': statusOfBank,
      'february.csv': tableOfBank,
    },
  },
  'docs/guides/cash-flow.md': { before: () => earned('BONUS') },
  'docs/guides/ledger-export.md': { before: () => earned('BONUS') },
  'docs/guides/documents.md': {
    before: async () => {
      await earned('BONUS');
      const line = documentLine(30_000n, '20');
      writeFileSync(
        'credit-note.json',
        JSON.stringify(documentJson(documentOf({ lines: [line], currency: 'CNY' }))),
      );
      const original = { number: '1', issuedOn: '2026-05-18', rate: '20', net: '20000.00' };
      writeFileSync('originals.json', JSON.stringify({ originals: [original] }));
    },
  },
  'docs/reference/cli.md': { before: () => process.chdir(ROOT) },
  'docs/reference/conformance.md': { before: () => {} },
  'docs/reference/facts.md': {
    before: (shown) => {
      writeFileSync('account.json', textOf(shown, 'json account.json'));
      writeFileSync(
        'bank.csv',
        'source,payment,paidOn,document,amount,currency\nbank,1,2026-06-01,D1,100.00,EUR\n',
      );
      writeFileSync('partners.csv', 'kind,code,name\npartner,,Nine\n');
      writeFileSync('wms.csv', 'source,company,product,day,quantity,unit\nwms,EU,XX,2026-05-31,10,EA\n');
    },
    places: { '<import>': newestImport, '<row>': () => '1' },
  },
};

/** Pages whose commands are read, by test/reference/codeInDocs.test.ts, and not run from here. */
const ONLY_READ: Readonly<Record<string, string>> = {
  'README.md': 'test/freshClone runs npm, test/tidy.test.ts the calculation',
  'CONTRIBUTING.md': 'the checks that this one is part of',
  'docs/benchmarks.md': 'measures, for minutes or hours',
  'docs/reliability.md': 'the same with other counts; CI runs test/crash and test/fuzz',
  'docs/reference/mutation.md': 'takes hours; CI runs test/mutation',
  'docs/guides/first-rebate.md': 'test/start/firstRebate.test.ts runs it, by a real shell',
  'docs/guides/operations.md':
    'changes a machine; test/operations backs up, restores and moves real databases',
  'docs/guides/run-book.md': 'what to do when something has happened, which each story makes for itself',
  'docs/guides/trust.md': 'scans a folder of a business; main/commands/trust.test.ts makes one',
  'docs/guides/embedded-postgresql.md': 'ends a server; test/start/stop.test.ts does',
};

/** The commands of a block of the shell, or those behind a prompt. */
function commandsOf({ info, text }: PageBlock): ShownCommand[] {
  if (info === 'sh') return shownCommands(text);
  if (info !== 'console') return [];
  return shownCommands([...text.matchAll(/^\$ (.+)$/gm)].map(([, command]) => command).join('\n'));
}

async function given(
  { words, variables, into }: ShownCommand,
  { places = {}, by }: Session,
  keys: readonly string[],
  before: string,
): Promise<Said> {
  const filled: string[] = [];
  for (const word of words.slice(1)) filled.push((await places[word]?.(before)) ?? word);
  if (words[0] === 'export') process.env.OPENREBATE_KEY = before === '' ? keys[0] : keys[1];
  if (words[0] !== 'openrebate')
    return { code: words[0] === 'export' ? 0 : 127, out: '', err: String(words[0]) };
  const owner = process.env.OPENREBATE_KEY;
  if (variables.OPENREBATE_KEY !== undefined && /sign|approve/.test(words.join(' ')))
    process.env.OPENREBATE_KEY = keys[1];
  process.env.OPENREBATE_KEY = by?.(filled.join(' ')) ?? process.env.OPENREBATE_KEY;
  const said = await runHere(filled);
  process.env.OPENREBATE_KEY = owner;
  if (into !== undefined) writeFileSync(into, said.out);
  return said;
}

describe('the commands of a page', () => {
  it.each(Object.keys(SESSIONS))(
    '%s',
    async (page) => {
      const shown = blocks.filter((block) => block.page === page);
      const session = SESSIONS[page] as Session;
      const place = join(folder, page.replaceAll('/', '-'));
      mkdirSync(place);
      process.chdir(place);
      const keys = await inSandbox();
      await session.before(shown, keys);
      const commands = shown.flatMap((block) => commandsOf(block).map((command) => ({ block, command })));
      expect(commands.length).toBeGreaterThan(0);
      let said = '';
      let at: PageBlock | undefined;
      for (const { block, command } of commands) {
        // Who gives the commands of a block, the block says.
        if (block !== at) process.env.OPENREBATE_KEY = keys[0];
        at = block;
        const line = command.words.slice(1).join(' ');
        if (session.goOn?.includes(command.words[1] ?? '')) continue;
        const { code, out, err } = await given(command, session, keys, said);
        said += out + err;
        const isNo = session.refused?.some((start) => line.startsWith(start)) ?? false;
        expect([line, code, isNo || code === 0 ? '' : err]).toEqual([line, isNo ? 1 : 0, '']);
      }
    },
    60_000,
  );

  it('are those of every page but these, which a machine or hours would be needed for', () => {
    const pages = new Set(blocks.filter((block) => commandsOf(block).length > 0).map(({ page }) => page));
    const told = [...Object.keys(SESSIONS), ...Object.keys(ONLY_READ)];
    expect([...pages].toSorted()).toEqual(told.toSorted());
  });

  it('is shown with what it prints, whatever number of vectors there is by now', async () => {
    const [block] = blocks.filter(({ page }) => page === 'docs/reference/conformance.md');
    const { out } = await runHere(['--lang', 'en', 'conformance']);
    const uncounted = (text = '') => text.replaceAll(/\d+ vectors/g, 'all vectors');
    expect(uncounted(block?.text)).toBe(uncounted(`$ openrebate conformance\n${out}`));
  });
});
