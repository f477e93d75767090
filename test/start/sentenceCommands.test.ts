import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { commandPlace, json, keyOf } from '../support/commandPlace.ts';
import { ROOT } from '../support/docs/pageBlocks.ts';
import { runHere } from '../support/listedProgram.ts';
import { agreementText, windowsText } from '../support/trade.ts';

// The commands that stand inside of sentences, each page from its beginning to its end: every one is given as it is
// written, with what its reader puts in the places of <id> and …, and one that is written anew is missed here.
vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);

const place = await commandPlace();

const LINE =
  'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency,taxRate';
const keys = { owner: '', second: '' };

async function bySecond(...words: readonly string[]) {
  process.env.OPENREBATE_KEY = keys.second;
  try {
    return await json(...words);
  } finally {
    process.env.OPENREBATE_KEY = keys.owner;
  }
}

/** A company with a partner, and somebody who approves. */
async function inSandbox(): Promise<void> {
  keys.owner = (await place.inSandbox('Sentences')).owner;
  keys.second = await keyOf('second');
  const partners = [{ code: 'P1', name: 'P1', attributes: { country: 'AT', taxId: 'ATU87654321' } }];
  const products = [{ code: 'X', name: 'X', attributes: {} }];
  writeFileSync('master.json', JSON.stringify({ partners, products }));
  await json('import', 'master', 'master.json');
}

/** An agreement under which 200.00 are earned. */
async function earned(id: string): Promise<void> {
  const text = agreementText({ windows: windowsText('quarter') }, { id, company: 'EU' });
  writeFileSync(`${id}.json`, JSON.stringify(text));
  await json('import', 'agreement', `${id}.json`);
  writeFileSync('lines.csv', `${LINE}\nerp,${id},1,sale,EU,P1,X,2026-05-18,10,EA,10000.00,EUR,20\n`);
  await json('import', 'lines', 'lines.csv');
  await json('calculate');
}

/** The file that a page shows, by a word in it. */
function shownFile(page: string, word: string): string {
  const blocks = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/```text\n(\{[\s\S]*?)```/g)];
  return blocks.map(([, text = '']) => text).find((text) => text.includes(word)) ?? '';
}

/** In the order of the page. A table may name a command without what it takes. */
function commandsIn(page: string): string[] {
  const prose = readFileSync(join(ROOT, page), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  return [...prose.matchAll(/`openrebate\s+([^`]+)`/g)].map(([, words = '']) =>
    words.replaceAll(/\s+/g, ' '),
  );
}

type Told = {
  /** As the page writes it. */
  readonly written: string;
  /** As it is given; left out, as it is written. */
  readonly given?: () => Promise<readonly string[]> | readonly string[];
  readonly bySecond?: true;
};

const newest = async () => (await json('settlement', 'list')).rows[0].id;
const waiting = async () => (await json('settlement', 'settings', 'EU')).waiting[0].id;

/** Another word about documents, which another person lets count. */
async function numbered(numberedBy: string): Promise<void> {
  const { party } = JSON.parse(shownFile('docs/guides/settlement.md', '"series"'));
  const series = [
    { kind: 'creditNote', series: 'CN', numberedBy },
    { kind: 'debitNote', series: 'DN', numberedBy: 'here' },
  ];
  writeFileSync('more.json', JSON.stringify({ party, series }));
  await json('settlement', 'settings', 'EU', 'more.json');
}

let issued = '';
const SETTLEMENT: readonly Told[] = [
  { written: 'settlement settings EU settings.json' },
  { written: 'settlement settings EU' },
  {
    written: 'settlement approve-setting <id>',
    given: async () => {
      await numbered('elsewhere');
      return ['settlement', 'approve-setting', await waiting()];
    },
    bySecond: true,
  },
  { written: 'settlement preview EU' },
  { written: 'settlement run EU' },
  {
    written: 'settlement approve <id>',
    given: async () => ['settlement', 'approve', await newest()],
    bySecond: true,
  },
  { written: 'settlement issue <id>', given: async () => ['settlement', 'issue', await newest()] },
  {
    written: 'settlement number <id> <number>',
    given: async () => {
      issued = await newest();
      return ['settlement', 'number', issued, 'ERP-1'];
    },
  },
  {
    written: 'settlement advance <agreement> <partner> <amount> --term … --reason …',
    given: () => ['settlement', 'advance', 'BONUS', 'P1', '10.00', '--term', 'volume', '--reason', 'shop'],
  },
  {
    written: 'deductions match <id> <amount> --settlement <id>',
    given: async () => {
      const kept = ['--company', 'EU', '--currency', 'EUR', '--reference', 'K-1'];
      await json('deductions', 'register', 'P1', '30.00', ...kept);
      const [{ id }] = await json('deductions', 'show');
      return ['deductions', 'match', id, '30.00', '--settlement', issued];
    },
  },
  {
    written: 'settlement cancel <id> --reason …',
    given: () => ['settlement', 'cancel', issued, '--reason', 'wrong'],
  },
];

const adjustment = async () => (await json('adjustments', 'list')).rows[0].id;
const ADJUSTMENTS: readonly Told[] = [
  {
    written: 'agreement attach',
    given: () => {
      writeFileSync('letter.txt', 'For the late deliveries of July');
      return ['agreement', 'attach', 'A-2026', 'letter.txt'];
    },
  },
  { written: 'adjustments preview goodwill.json' },
  { written: 'adjustments propose goodwill.json' },
  {
    written: 'adjustments approve <id>',
    given: async () => ['adjustments', 'approve', await adjustment()],
    bySecond: true,
  },
  {
    written: 'adjustments withdraw <id> --reason …',
    given: async () => ['adjustments', 'withdraw', await adjustment(), '--reason', 'wrong'],
  },
  { written: 'adjustments export A-2026 adjustments.json' },
  {
    written: 'calculate … --adjustments adjustments.json',
    given: () => {
      const files = ['--agreement', 'A-2026.json', '--lines', 'lines.csv', '--master', 'master.json'];
      return ['calculate', ...files, '--adjustments', 'adjustments.json'];
    },
  },
];

async function told(page: string, commands: readonly Told[]): Promise<void> {
  expect(commandsIn(page)).toEqual(commands.map(({ written }) => written));
  for (const { written, given, bySecond: isSecond } of commands) {
    const words = given === undefined ? written.split(' ') : await given();
    process.env.OPENREBATE_KEY = isSecond ? keys.second : keys.owner;
    const { code, out, err } = await runHere([...words]);
    process.env.OPENREBATE_KEY = keys.owner;
    expect([words, code, code === 0 ? '' : out + err]).toEqual([words, 0, '']);
    if (written === 'agreement attach') goodwill(/[0-9a-f-]{36}/.exec(out + err)?.[0] ?? '');
  }
}

/** The file of the page, with what stands in this tenant. */
function goodwill(document: string): void {
  const shown = JSON.parse(shownFile('docs/guides/adjustments.md', '"goodwill"'));
  const parts = shown.parts.map((part: object) => ({ ...part, firstDay: '2026-04-01' }));
  writeFileSync('goodwill.json', JSON.stringify({ ...shown, partner: 'P1', parts, document }));
}

it('docs/guides/settlement.md', { timeout: 120_000 }, async () => {
  await inSandbox();
  await earned('BONUS');
  writeFileSync('settings.json', shownFile('docs/guides/settlement.md', '"series"'));
  await told('docs/guides/settlement.md', SETTLEMENT);
  expect((await bySecond('settlement', 'list')).rows[0].state).toBe('proposed');
});

it('docs/guides/adjustments.md', { timeout: 120_000 }, async () => {
  await inSandbox();
  await earned('A-2026');
  await told('docs/guides/adjustments.md', ADJUSTMENTS);
});
