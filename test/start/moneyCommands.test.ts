import { writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { commandPlace, json, keyOf } from '../support/commandPlace.ts';
import { leavesOf, listedProgram, runHere, type Said } from '../support/listedProgram.ts';
import { PAYMENT_RULES, payingAccountText } from '../support/payments.ts';
import { agreementText, windowsText } from '../support/trade.ts';

// Every command of claims, deductions, funds, balances and payments, given for real on a small tenant, in English and in
// Chinese: how it ends, and with which "no". The commands of one language are one story, from top to bottom.
vi.mock('commander', async (original) =>
  (await import('../support/listedProgram.ts')).listed(await original()),
);

const place = await commandPlace();

/** The groups of commands that are tried here, every one of them. */
const GROUPS = ['claims', 'deductions', 'funds', 'balances', 'pay'];
const NOBODY = '0199b5a0-7c00-7000-8000-0000000000ff';

const RUN_OF = '--methods creditNote --due 2026-12-31 --on 2027-01-04 --account';

/** A command as one text; words in braces are filled in with what earlier ones have found. */
type Given = {
  readonly command: string;
  /** How it ends: done, refused, used wrongly, not found. */
  readonly code: 0 | 1 | 2 | 3;
  /** The code of the refusal. */
  readonly no?: string;
  /** With the key of the other person. */
  readonly byOther?: true;
  /** A command whose answer is kept under a name, by a path in it. */
  readonly finds?: Readonly<Record<string, readonly [string, ...(string | number)[]]>>;
};
const done = (command: string, more: Omit<Given, 'command' | 'code'> = {}): Given => ({
  command,
  code: 0,
  ...more,
});
const byOther = (command: string): Given => ({ command, code: 0, byOther: true });
const no = (command: string, refusal: string, code: 1 | 3 = 1): Given => ({ command, code, no: refusal });
const missing = (command: string, refusal: string): Given => no(command, refusal, 3);

const STORY: readonly Given[] = [
  done('claims rules EU EUR rules.json'),
  done('claims rules EU EUR'),
  no('claims rules XX EUR rules.json', 'line-company-unknown'),
  missing('claims raise NONE', 'agreement-not-found'),
  no('claims raise BONUS', 'claim-not-ours'),
  no('claims raise LATE', 'claim-deadline-passed'),
  done('claims left-out'),
  done('claims left-out --agreement SUPPLY'),
  done('claims raise SUPPLY', { finds: { claim: ['claims list --claimant us', 'rows', 0, 'id'] } }),
  done('claims raise SUPPLY'),
  done('claims list --agreement SUPPLY'),
  no('claims list --claimant nobody', 'argument-invalid'),
  done('claims show {claim}'),
  missing(`claims show ${NOBODY}`, 'claim-not-found'),
  done('claims answer {claim} answer.json'),
  no('claims answer {claim} answer.json', 'claim-amount-beyond'),
  no('claims object {claim} objections.json', 'claim-answered-already'),
  done('claims dispute {claim} --reason price --amount 5.00'),
  missing('claims assign {claim} nobody', 'person-not-found'),
  done('claims reply {claim} Seen'),
  done('claims dispute {claim} --outcome conceded'),
  no('claims dispute {claim} --outcome conceded', 'claim-decision-empty'),
  done('claims receive {claim} 10.00 --reference R-1'),
  done('claims receive {claim} 10.00 --reference R-1'),
  no('claims receive {claim} 11.00 --reference R-1', 'claim-receipt-differs'),
  done('claims return {claim} --reference R-1 --reason recalled'),
  missing('claims return {claim} --reference R-9 --reason recalled', 'claim-receipt-not-found'),
  done('claims write-off {claim} --amount 1.00 --reason small'),
  no('claims write-off {claim} --outcome approved', 'claim-write-off-own'),
  byOther('claims write-off {claim} --outcome approved'),
  no('claims write-off {claim} --amount 99.00 --reason small', 'claim-write-off-beyond'),
  done('claims comment {claim} called'),
  done('claims prove {claim} proof.txt'),
  done('claims proofs {claim}'),
  done('claims history {claim}'),
  no('claims submit claims.csv --preview', 'claim-not-theirs'),
  no('claims submit claims.csv', 'claim-not-theirs'),
  done('claims waiting', {
    finds: {
      message: ['claims waiting', 'rows', 0, 'id'],
      theirs: ['claims list --claimant partner', 'rows', 0, 'id'],
    },
  }),
  missing(`claims repair ${NOBODY} repair.json`, 'claim-message-not-found'),
  done('claims repair {message} repair.json'),
  no('claims dismiss {message} twice', 'claim-message-not-waiting'),
  done('claims deadlines'),
  done('claims deadlines --record'),
  missing(`claims accept SUPPLY --document ${NOBODY} --by Keller --on 2026-01-15`, 'document-not-found'),
  done('claims unrecognised'),

  done('deductions register P1 30.00 --company EU --currency EUR --reference K-1', {
    finds: { deduction: ['deductions show', 0, 'id'] },
  }),
  no('deductions register P1 31.00 --company EU --currency EUR --reference K-1', 'deduction-differs'),
  missing('deductions register NN 1.00 --company EU --currency EUR --reference K-2', 'partner-not-found'),
  done('deductions show {deduction}'),
  done('deductions match {deduction} 10.00 --claim {theirs}'),
  done(
    'deductions match {deduction} 5.00 --agreement BONUS --term volume --participant P1 --first-day 2026-04-01 --last-day 2026-06-30',
  ),
  no('deductions match {deduction} 99.00 --claim {theirs}', 'deduction-beyond'),
  done('deductions deny {deduction} 5.00'),
  no('deductions write-off {deduction} --amount 6.00', 'claim-write-off-beyond'),
  done('deductions write-off {deduction} --amount 4.00'),
  no('deductions write-off {deduction} --outcome approved', 'claim-write-off-own'),
  byOther('deductions write-off {deduction} --outcome rejected'),
  no('deductions write-off {deduction} --outcome perhaps', 'argument-invalid'),

  done('funds open MDF fund.json --company EU'),
  no('funds open MDF fund.json --company EU', 'fund-exists'),
  done('funds show'),
  missing('funds show NONE', 'fund-not-found'),
  done(
    'funds request MDF 100.00 --partner P1 --reference FAIR --title Fair --first-day 2026-12-01 --last-day 2026-12-10',
    { finds: { activity: ['funds show MDF', 'activities', 0, 'id'] } },
  ),
  no('funds approve {activity} 100.00', 'fund-approver-asked'),
  byOther('funds approve {activity} 100.00'),
  done('funds claim {activity} 80.00 proof.txt'),
  no('funds claim {activity} 80.00 proof.txt', 'fund-proof-repeated'),
  done('funds settle {activity} 15.00 --reference CN-1'),
  no('funds settle {activity} 99.00 --reference CN-2', 'fund-settlement-beyond'),
  done('funds close {activity}'),
  no('funds reject {activity}', 'fund-approver-asked'),
  done('funds expire'),

  done('balances send P1 --company EU', { finds: { balance: ['balances list', 0, 'id'] } }),
  missing('balances send NN --company EU', 'partner-not-found'),
  done('balances list'),
  done('balances answer {balance} confirmed --file proof.txt'),
  no('balances answer {balance} contested --amount 1.00', 'confirmation-state'),

  done('pay rules propose payments.json'),
  no('pay rules confirm 1', 'approver-is-author'),
  byOther('pay rules confirm 1'),
  done('pay rules show'),
  done('pay account set account.json'),
  missing('pay account set none.json', 'file-not-found'),
  done('pay account list'),
  done('pay items --company EU --currency EUR --methods creditNote --due 2026-12-31'),
  done('pay items --company EU --currency EUR --methods creditNote'),
  no('pay items --company EU --currency EUR --methods creditNote --due soon', 'argument-invalid'),
  missing(`pay preview ${RUN_OF} NONE`, 'paying-account-not-found'),
  no(`pay preview ${RUN_OF} EUR-1`, 'payment-nothing-open'),
  no(`pay propose ${RUN_OF} EUR-1`, 'payment-nothing-open'),
  missing(`pay approve ${NOBODY}`, 'payment-run-not-found'),
  missing(`pay withdraw ${NOBODY} --reason wrong`, 'payment-run-not-found'),
  missing(`pay send ${NOBODY}`, 'payment-run-not-found'),
  missing(`pay file ${NOBODY} out.xml`, 'payment-run-not-found'),
  missing(`pay show ${NOBODY}`, 'payment-run-not-found'),
  done('pay runs'),
  missing('pay statement none.xml', 'file-not-found'),
  missing('pay status none.xml', 'file-not-found'),
  missing(`pay assign ${NOBODY} ${NOBODY} --reason wrong`, 'bank-entry-not-found'),
  missing(`pay decide ${NOBODY} --is approved`, 'bank-entry-not-found'),
  missing(`pay dismiss ${NOBODY} --reason interest`, 'bank-entry-not-found'),
  missing(`pay take-back ${NOBODY} --reason wrong`, 'bank-entry-not-found'),
  done('pay entries'),
  done('pay entries --laid'),
  missing(`pay advice ${NOBODY} out.pdf`, 'payment-not-found'),
  missing(`pay resolve ${NOBODY} --is confirm --reason called`, 'payment-not-found'),
];

const FILES: Readonly<Record<string, unknown>> = {
  'rules.json': {
    tolerance: { amount: '5.00', percent: '1' },
    writeOffLimit: '5.00',
    remindAfterDays: [1],
    answerDays: 14,
    byItself: [],
  },
  'answer.json': {
    lines: [{ line: 1, accepted: '90.00', objected: [{ reason: 'price', amount: '10.00' }] }],
  },
  'objections.json': {
    objections: [{ transaction: { source: 'erp', document: 'B1', line: '1' }, reason: 'validity' }],
  },
  'repair.json': { rows: [{ row: 2, set: { agreement: 'BONUS' } }] },
  'payments.json': PAYMENT_RULES,
  'account.json': payingAccountText({ company: 'EU' }),
  'fund.json': {
    ...{ currency: 'EUR', budget: '500.00', percent: '50', claimDays: 60 },
    ...{ firstDay: '2026-01-01', lastDay: '2026-12-31' },
  },
};
const CLAIMS = `reference,partner,agreement,currency,term,firstDay,lastDay,amount
R-1,P1,BONUS,EUR,volume,2026-04-01,2026-06-30,20.00
R-2,P1,SUPPLY,EUR,volume,2026-04-01,2026-06-30,1.00
`;

/** A sandbox on 2026-12-31 with a supplier, a customer and what both have earned; the keys of two persons. */
async function small(): Promise<readonly [string, string]> {
  const { owner } = await place.inSandbox('Money');
  const other = await keyOf('second');
  for (const [name, value] of Object.entries(FILES)) writeFileSync(name, JSON.stringify(value));
  writeFileSync('claims.csv', CLAIMS);
  writeFileSync('proof.txt', 'invoice');
  const named = (...codes: readonly string[]) => codes.map((code) => ({ code, name: code, attributes: {} }));
  writeFileSync('master.json', JSON.stringify({ partners: named('P1', 'S1'), products: named('X') }));
  await json('import', 'master', 'master.json');
  await agreed('SUPPLY', 'weClaim', 'none');
  await agreed('LATE', 'weClaim', 30);
  await agreed('BONUS', 'partnerClaims', 'none');
  const head =
    'source,document,line,side,company,partner,product,invoiceDate,quantity,unit,netValue,currency';
  const rows = ['B1,1,purchase,EU,S1', 'D1,1,sale,EU,P1'].map(
    (row) => `erp,${row},X,2026-05-18,1,EA,5000.00,EUR`,
  );
  writeFileSync('lines.csv', `${[head, ...rows].join('\n')}\n`);
  await json('import', 'lines', 'lines.csv');
  await json('calculate');
  return [owner, other];
}

async function agreed(id: string, rule: string, deadlineDays: number | 'none'): Promise<void> {
  const isOurs = rule === 'weClaim';
  const text = agreementText(
    { windows: windowsText('quarter'), ...(isOurs && { transactions: 'purchase' }) },
    { id, company: 'EU', ...(isOurs && { direction: 'supplierRebate' }) },
  );
  const afterDeadline = deadlineDays === 'none' ? 'staysOpen' : 'lapses';
  const claim = { rule, deadlineDays, afterDeadline, silence: 'rejects' };
  const whole = { ...text, settlement: { ...(text.settlement as object), claim } };
  writeFileSync(`${id}.json`, JSON.stringify(whole));
  await json('import', 'agreement', `${id}.json`);
}

const words = (command: string, found: Readonly<Record<string, string>>) =>
  command.split(' ').map((word) => word.replace(/^\{(.+)\}$/, (_, name: string) => found[name] ?? word));

async function give(
  { command, byOther: isOther }: Given,
  keys: readonly [string, string],
  rest: readonly string[],
): Promise<Said> {
  process.env.OPENREBATE_KEY = keys[isOther ? 1 : 0];
  const said = await runHere(rest);
  process.env.OPENREBATE_KEY = keys[0];
  expect(said.code, `${command}: ${said.err}`).not.toBe(70);
  return said;
}

describe.each([
  ['en', /^[^\u4e00-\u9fff]*$/],
  ['zh-CN', /[\u4e00-\u9fff]/],
])('in %s', (language, script) => {
  it('each command ends as it should', { timeout: 300_000 }, async () => {
    const keys = await small();
    const found: Record<string, string> = {};
    const wrong: unknown[] = [];
    for (const given of STORY) {
      const said = await give(given, keys, ['--lang', language, ...words(given.command, found)]);
      const code = /\(([a-z]+(?:-[a-z]+)+)\)/.exec(said.err)?.[1];
      if (said.code !== given.code || code !== given.no)
        wrong.push([given.command, said.code, code ?? said.err]);
      if (given.no !== undefined && !script.test(said.err)) wrong.push([given.command, said.err]);
      for (const [name, [list, ...path]] of Object.entries(given.finds ?? {})) {
        const answer = await json(...list.split(' '));
        found[name] = path.reduce((value, step) => value?.[step], answer);
      }
    }
    expect(wrong).toEqual([]);
  });
});

it('are all there are', async () => {
  const all = leavesOf(await listedProgram()).filter(({ name }) => GROUPS.includes(name.split(' ')[0] ?? ''));
  const untried = all.filter(
    ({ name }) => !STORY.some(({ command }) => command.startsWith(`${name} `) || command === name),
  );
  expect(untried.map(({ name }) => name)).toEqual([]);
});
