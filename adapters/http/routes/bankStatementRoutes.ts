import { z } from 'zod';
import type { Assignment } from '../../../app/payments/assignEntry.ts';
import type { StatusOutcome } from '../../../app/payments/hearStatus.ts';
import type { StatementOutcome } from '../../../app/payments/importStatement.ts';
import type { ShownEntry } from '../../../app/ports/bankEntryStore.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { moneyText } from '../../../core/money/money.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { decimalField } from '../decimalField.ts';
import { idField, plainText } from '../jsonBody.ts';
import { code, limitParameter } from '../parameters.ts';
import { idPart } from '../parts.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { REFUSALS_MAX, refusalSchema, refusalsJson } from '../refusalJson.ts';
import { type Answer, answer, route } from '../route.ts';
import { fileNameParameter, TABLE_UPLOAD } from '../tableUpload.ts';

export type BankStatementUseCases = {
  /** Refuses: those of readCamt and importStatement. */
  readonly importStatement: (file: {
    readonly path: string;
    readonly name: string;
    readonly sha256: string;
  }) => Promise<Result<readonly StatementOutcome[]>>;
  readonly importStatementTable: (
    account: string,
    file: { readonly path: string; readonly name: string; readonly sha256: string },
  ) => Promise<Result<readonly StatementOutcome[]>>;
  readonly hearStatus: (file: {
    readonly path: string;
    readonly name: string;
    readonly sha256: string;
  }) => Promise<Result<StatusOutcome>>;
  readonly assignEntry: (asked: Omit<Assignment, 'actor'>) => Promise<Result<ShownEntry>>;
  readonly decideEntry: (asked: {
    readonly entry: string;
    readonly is: 'approved' | 'rejected';
    readonly reason: string;
  }) => Promise<Result<ShownEntry>>;
  readonly dismissEntry: (entry: string, reason: string) => Promise<Result<ShownEntry>>;
  /** Refuses: those of proposeTakeBack. */
  readonly proposeTakeBack: (entry: string, reason: string) => Promise<Result<ShownEntry>>;
  readonly listEntries: (page: {
    readonly is: 'waiting' | 'laid';
    readonly limit: number;
    readonly before?: string;
  }) => Promise<readonly ShownEntry[]>;
};

const define = route<BankStatementUseCases>();
const count = z.int().min(0);

const EXAMPLE_FILE = '<Document><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr></BkToCstmrStmt></Document>';

const EXAMPLE_ENTRY = {
  id: '0198c0de-0000-7000-8000-000000000004',
  account: 'EUR-1',
  bookedOn: '2026-12-31',
  amount: '-1291.37',
  currency: 'EUR',
  endToEndId: null,
  remittance: 'payments of 31 December',
  state: 'waits',
  reason: 'entry-without-reference',
  proposal: {
    payments: ['0198c0de-0000-7000-8000-000000000002'],
    claim: null,
    document: null,
    pays: [],
    isTakeBack: false,
    reason: 'the bank says so',
    by: 'person:0198…',
  },
  laidOn: null,
};

const statementsSchema = z.strictObject({
  statements: z.array(
    z.strictObject({
      statement: z.string(),
      account: z.string().describe('the code of the account of ours'),
      entries: count,
      matched: count,
      waiting: count,
      duplicates: count.describe('told of before'),
      pending: count.describe('not booked by the bank, and not taken'),
    }),
  ),
});

const LAID_ON = { claim: z.uuid().nullable(), document: z.uuid().nullable() };
const CLAIM_PART = z.strictObject({ claim: idField('claim'), amount: decimalField });
const DOCUMENT_PART = z.strictObject({ document: idField('settlement'), amount: decimalField });

const entrySchema = z.strictObject({
  id: z.uuid(),
  account: z.string(),
  bookedOn: dayText,
  amount: decimalText.describe('above zero for what came in'),
  currency: z.string(),
  endToEndId: z.string().nullable(),
  remittance: z.string(),
  state: z.enum(['waits', 'matched', 'dismissed']),
  reason: z.string().describe('the code of why it waits'),
  proposal: z
    .strictObject({
      payments: z.array(z.uuid()),
      claim: z.uuid().nullable(),
      document: z.uuid().nullable().describe('the settlement whose document it pays'),
      pays: z
        .array(z.strictObject({ ...LAID_ON, number: z.string(), amount: decimalText }))
        .describe('each claim and document that it is to pay, with its part of the entry'),
      isTakeBack: z.boolean().describe('what it is laid against is to be open again'),
      reason: z.string(),
      by: z.string(),
    })
    .nullable()
    .describe('what somebody has proposed and nobody has decided on'),
  laidOn: z.string().nullable().describe('the numbers of the claims and documents that it is laid against'),
});

const ENTRY = { id: idPart('bankEntry', 'bank-entry-not-found', 'the id of an entry that waits') };
const reason = plainText(1000);

export const bankStatementRoutes = [
  define({
    id: 'importBankStatement',
    method: 'POST',
    path: '/api/v1/bank-statements',
    summary:
      'Bring in what a bank says (camt.053, camt.054): each entry counts once, and moves the payment it names',
    scope: 'payments:write',
    query: { name: fileNameParameter },
    upload: {
      mediaTypes: ['application/xml', 'text/xml', 'application/octet-stream'],
      maxBytes: 64 * 1024 ** 2,
    },
    answer: statementsSchema,
    example: { query: { name: 'statement.xml' }, file: EXAMPLE_FILE, refused: 'statement-empty' },
    respond: async ({ query: { name }, upload: { path, sha256 } }, { importStatement }) => {
      const done = await importStatement({ path, name, sha256 });
      return done.ok ? answer({ statements: done.value }) : done;
    },
  }),
  define({
    id: 'importBankTable',
    method: 'POST',
    path: '/api/v1/bank-statements/table',
    summary:
      'The same from the table of an account (CSV, workbook), as the account says how its bank writes it',
    scope: 'payments:write',
    query: {
      account: { ...code('the account of ours', 'payingAccount'), isRequired: true },
      name: fileNameParameter,
    },
    upload: TABLE_UPLOAD,
    answer: statementsSchema,
    example: {
      query: { account: 'EUR-1', name: 'statement.csv' },
      file: 'Day,Amount\n2026-12-31,1.00\n',
      refused: 'statement-table-unknown',
    },
    respond: async (
      { query: { account = '', name }, upload: { path, sha256 } },
      { importStatementTable },
    ) => {
      const done = await importStatementTable(account, { path, name, sha256 });
      return done.ok ? answer({ statements: done.value }) : done;
    },
  }),
  define({
    id: 'importPaymentStatus',
    method: 'POST',
    path: '/api/v1/payment-status',
    summary:
      'What a bank says of payments (pain.002, NACHA returns): moves them, and no money is booked by it',
    scope: 'payments:write',
    query: { name: fileNameParameter },
    upload: {
      mediaTypes: ['application/octet-stream', 'application/xml', 'text/xml', 'text/plain'],
      maxBytes: 64 * 1024 ** 2,
    },
    answer: z.strictObject({
      heard: count,
      known: count.describe('where they are said to be already'),
      underWay: count.describe('of which there is nothing to hear yet'),
      refusals: z.array(refusalSchema).describe('what was said of nobody, or does not fit'),
    }),
    example: {
      query: { name: 'status.xml' },
      file: '<Document><CstmrPmtStsRpt><GrpHdr><MsgId>1</MsgId></GrpHdr></CstmrPmtStsRpt></Document>',
      refused: 'statement-empty',
    },
    respond: async ({ query: { name }, upload: { path, sha256 }, language }, { hearStatus }) => {
      const done = await hearStatus({ path, name, sha256 });
      if (!done.ok) return done;
      const { refusals, ...counts } = done.value;
      return answer({ ...counts, refusals: refusalsJson(refusals.slice(0, REFUSALS_MAX), language) });
    },
  }),
  define({
    id: 'assignBankEntry',
    method: 'POST',
    path: '/api/v1/bank-entries/{id}/assignment',
    summary:
      'Propose to which payments an entry belongs that waits, or which claim or document it pays; another person decides',
    scope: 'payments:write',
    parts: ENTRY,
    body: z.strictObject({
      payments: z.exactOptional(z.array(idField('payment')).min(1).max(10_000)),
      run: z.exactOptional(idField('paymentRun')).describe('all payments of this run that were not rejected'),
      claim: z.exactOptional(idField('claim')).describe('a claim of ours, which it pays'),
      document: z
        .exactOptional(idField('settlement'))
        .describe('a settlement whose document a partner owes us, which it pays'),
      parts: z
        .exactOptional(
          z
            .array(z.union([CLAIM_PART, DOCUMENT_PART]))
            .min(1)
            .max(1000),
        )
        .describe('several claims and documents that it pays, each with its part'),
      reason,
    }),
    answer: entrySchema,
    example: {
      path: { id: EXAMPLE_ENTRY.id },
      body: { payments: EXAMPLE_ENTRY.proposal.payments, reason: 'the bank says so' },
      answer: EXAMPLE_ENTRY,
    },
    respond: async ({ path, body }, { assignEntry }) =>
      entryOf(await assignEntry({ entry: path.id as string, ...body })),
  }),
  define({
    id: 'decideBankEntry',
    method: 'POST',
    path: '/api/v1/bank-entries/{id}/assignment/decision',
    summary:
      'Approve or reject what another person has proposed for an entry; approved, it moves what was named. Only persons',
    scope: 'payments:approve',
    parts: ENTRY,
    body: z.strictObject({ is: z.enum(['approved', 'rejected']), reason: z.exactOptional(reason) }),
    answer: entrySchema,
    example: {
      path: { id: EXAMPLE_ENTRY.id },
      body: { is: 'approved' },
      answer: { ...EXAMPLE_ENTRY, state: 'matched', reason: '', proposal: null },
    },
    respond: async ({ path, body: { is, reason: said = '' } }, { decideEntry }) =>
      entryOf(await decideEntry({ entry: path.id as string, is, reason: said })),
  }),
  define({
    id: 'dismissBankEntry',
    method: 'POST',
    path: '/api/v1/bank-entries/{id}/dismissal',
    summary: 'An entry is none of ours: it waits no more, and moves nothing',
    scope: 'payments:write',
    parts: ENTRY,
    body: z.strictObject({ reason }),
    answer: entrySchema,
    example: {
      path: { id: EXAMPLE_ENTRY.id },
      body: { reason: 'interest of the bank' },
      answer: { ...EXAMPLE_ENTRY, state: 'dismissed', reason: '', proposal: null },
    },
    respond: async ({ path, body }, { dismissEntry }) =>
      entryOf(await dismissEntry(path.id as string, body.reason)),
  }),
  define({
    id: 'proposeTakeBack',
    method: 'POST',
    path: '/api/v1/bank-entries/{id}/take-back',
    summary:
      'Propose that what an entry was laid against is open again and the entry waits; another person decides',
    scope: 'payments:write',
    parts: ENTRY,
    body: z.strictObject({ reason }),
    answer: entrySchema,
    example: {
      path: { id: EXAMPLE_ENTRY.id },
      body: { reason: 'it was of another partner' },
      refused: 'bank-entry-not-laid',
    },
    respond: async ({ path, body }, { proposeTakeBack }) =>
      entryOf(await proposeTakeBack(path.id as string, body.reason)),
  }),
  define({
    id: 'listBankEntries',
    method: 'GET',
    path: '/api/v1/bank-entries',
    summary:
      'Entries of banks that wait for a person, each with the reason, or that are laid against a claim or document; the latest first',
    scope: 'payments:read',
    query: {
      is: {
        schema: z.enum(['waiting', 'laid']).default('waiting'),
        expected: 'waiting, laid',
        meaning: 'those that wait, as without it, or those that are laid against a claim or document',
      },
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(entrySchema),
    example: { answer: { rows: [], next: null } },
    respond: async ({ query: { is, limit, cursor } }, { listEntries }) => {
      const selection = `bankEntries ${is}`;
      const before = readCursor(cursor, selection, z.tuple([z.uuid()]));
      if (!before.ok) return before;
      const page = { is, limit: limit + 1, ...(before.value && { before: before.value[0] }) };
      const { rows, next } = cutPage(await listEntries(page), limit, selection, ({ id }) => [id]);
      return answer({ rows: rows.map(entryJson), next });
    },
  }),
];

function entryOf(done: Result<ShownEntry>): Result<Answer> {
  return done.ok ? answer(entryJson(done.value)) : done;
}

function entryJson({ bookedOn, minor, currency, endToEndId, proposal, laidOn, ...entry }: ShownEntry) {
  const { id, account, remittance, state, reason: why } = entry;
  return {
    ...{ id, account, currency, remittance, state, reason: why },
    bookedOn: formatDate(bookedOn),
    amount: moneyText({ minor, currency }),
    endToEndId: endToEndId === '' ? null : endToEndId,
    proposal: proposal === undefined ? null : proposalJson(proposal, currency),
    laidOn: laidOn ?? null,
  };
}

type Proposal = NonNullable<ShownEntry['proposal']>;

function proposalJson({ claim, document, pays, actor: by, ...proposal }: Proposal, currency: string) {
  const laidOn = { claim: claim ?? null, document: document ?? null };
  return { ...proposal, ...laidOn, pays: pays.map((one) => paidJson(one, currency)), by };
}

function paidJson({ minor, number, ...target }: Proposal['pays'][number], currency: string) {
  const amount = moneyText({ minor, currency });
  return { ...{ claim: null, document: null }, ...target, number, amount };
}
