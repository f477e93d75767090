import { z } from 'zod';
import type { ClosedMonth, MonthToClose } from '../../../app/ledger/closeMonth.ts';
import { CHECKS, type Checked } from '../../../app/ledger/monthChecklist.ts';
import type { MonthToReopen } from '../../../app/ledger/reopenMonth.ts';
import type { RollForwardQuestion } from '../../../app/ledger/reportRollForward.ts';
import type { NextMonth } from '../../../app/ledger/showNextMonth.ts';
import type { VerifiedMonth } from '../../../app/ledger/verifyMonths.ts';
import type { LedgerBalance, LedgerFilter, PostedTransfer } from '../../../app/ports/ledgerStore.ts';
import { formatDate, type LocalDate } from '../../../core/calendar/localDate.ts';
import { type AccountRule, RULE_FIELDS } from '../../../core/ledger/accountRules.ts';
import { LEDGER_ROLES, type LedgerRole } from '../../../core/ledger/ledgerRole.ts';
import { monthOf } from '../../../core/ledger/monthOf.ts';
import type { Rolled } from '../../../core/ledger/rollForward.ts';
import { LEDGER_EVENTS } from '../../../core/ledger/transfer.ts';
import { moneyText } from '../../../core/money/money.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { cursorParameter, cutPage, readCursor } from '../cursor.ts';
import { dayField } from '../dayField.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { code, dayParameter, limitParameter } from '../parameters.ts';
import { answer, route } from '../route.ts';
import { EXAMPLE_MOVEMENT, EXAMPLE_TRANSFER, ledgerSchemas } from './ledgerExamples.ts';

type TransferPage = {
  readonly limit: number;
  readonly after?: { readonly company: string; readonly number: bigint };
};

export type LedgerUseCases = {
  readonly ledgerTransfers: (filter: LedgerFilter, page: TransferPage) => Promise<readonly PostedTransfer[]>;
  readonly ledgerBalances: (filter: LedgerFilter) => Promise<readonly LedgerBalance[]>;
  readonly rollForward: (question: RollForwardQuestion) => Promise<Result<readonly Rolled[]>>;
  readonly accountRules: () => Promise<readonly AccountRule[]>;
  /** Refuses: ledger-rules-contradict, ledger-rule-invalid. */
  readonly setAccountRules: (rules: readonly AccountRule[]) => Promise<Result<{ readonly version: number }>>;
  /** Refuses: company-not-found. */
  readonly ledgerMonths: (company: string) => Promise<Result<readonly VerifiedMonth[]>>;
  /** Refuses: company-not-found. */
  readonly showNextMonth: (company: string) => Promise<Result<NextMonth | undefined>>;
  /** Refuses: company-not-found, ledger-month-not-next, ledger-month-not-over, ledger-check-open. */
  readonly closeMonth: (month: Omit<MonthToClose, 'actor'>) => Promise<Result<ClosedMonth>>;
  /** Refuses: person-needed, company-not-found, ledger-month-not-last, ledger-reopen-proposed. */
  readonly proposeReopening: (month: Omit<MonthToReopen, 'actor'>) => Promise<Result<undefined>>;
  /** Refuses: person-needed, company-not-found, ledger-month-not-last, ledger-reopen-not-proposed, ledger-same-person. */
  readonly approveReopening: (month: Omit<MonthToReopen, 'actor'>) => Promise<Result<undefined>>;
};

const define = route<LedgerUseCases>();

const COMPANY = code('the company of ours whose books these are', 'company');
const FILTER = {
  company: COMPANY,
  partner: code('only what is about this partner', 'partner'),
  agreement: code('only what is about this agreement', 'agreement'),
  item: code('only what makes, moves or clears the open item of this settlement or claim', 'settlement'),
  from: dayParameter('from this day in the books on'),
  until: dayParameter('until the end of this day in the books'),
};
const EVENT = {
  schema: z.enum(LEDGER_EVENTS).optional(),
  expected: LEDGER_EVENTS.join(', '),
  meaning: 'only what happened in this way',
};
const roles = Object.keys(LEDGER_ROLES) as [LedgerRole, ...LedgerRole[]];
const ROLE = {
  schema: z.enum(roles).optional(),
  expected: roles.join(', '),
  meaning: 'only what moves this account, on either side',
};
const ruleSchema = z.strictObject({
  role: z.enum(roles),
  account: plainText(100),
  ...Object.fromEntries(RULE_FIELDS.map((field) => [field, z.exactOptional(plainText(200))])),
}) as unknown as z.ZodType<AccountRule>;
const checklistSchema = z.array(
  z.strictObject({ check: z.enum(CHECKS), open: z.int(), waiver: z.string().nullable() }),
);
const checkedJson = (row: Checked) => ({ ...row, waiver: row.waiver ?? null });
const monthBody = z.strictObject({
  company: codeField('company'),
  month: dayField.describe('any day of it'),
  reason: plainText(500),
});
const waiver = z.exactOptional(plainText(500));

type Filter = { readonly [name in 'company' | 'partner' | 'agreement' | 'item']?: string | undefined } & {
  readonly [name in 'from' | 'until']?: LocalDate | undefined;
};

function filterOf({ company, partner, agreement, item, from, until }: Filter): LedgerFilter {
  return {
    ...(company !== undefined && { company }),
    ...(partner !== undefined && { partner }),
    ...(agreement !== undefined && { agreement }),
    ...(item !== undefined && { item }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until: until + 1 }),
  };
}

type Narrowing = { readonly [K in 'event' | 'role']?: LedgerFilter[K] | undefined };

/** What narrows transfers alone. */
function said({ event, role }: Narrowing): LedgerFilter {
  return { ...(event !== undefined && { event }), ...(role !== undefined && { role }) };
}

export const ledgerRoutes = [
  define({
    id: 'listTransfers',
    method: 'GET',
    path: '/api/v1/ledger/transfers',
    summary: 'What was posted, company by company, in the order of the numbers',
    scope: 'ledger:read',
    query: { ...FILTER, event: EVENT, role: ROLE, limit: limitParameter, cursor: cursorParameter },
    answer: z.strictObject({ rows: z.array(ledgerSchemas.transfer), next: z.string().nullable() }),
    example: { query: { company: 'EU' }, answer: { rows: [EXAMPLE_TRANSFER], next: null } },
    respond: async ({ query: { limit, cursor, ...asked } }, { ledgerTransfers }) => {
      const selection = `transfers ${JSON.stringify(asked)}`;
      const place = readCursor(cursor, selection, z.tuple([z.string(), z.string().regex(/^\d{1,18}$/)]));
      if (!place.ok) return place;
      const after = place.value && { company: place.value[0], number: BigInt(place.value[1]) };
      const filter = { ...filterOf(asked), ...said(asked) };
      const found = await ledgerTransfers(filter, { limit: limit + 1, ...(after && { after }) });
      const page = cutPage(found, limit, selection, ({ company, number }) => [company, number.toString()]);
      return answer({ ...page, rows: page.rows.map(transferJson) });
    },
  }),
  define({
    id: 'listBalances',
    method: 'GET',
    path: '/api/v1/ledger/balances',
    summary:
      'What each account holds, debit less credit: the trial balance; of each currency it sums to zero',
    scope: 'ledger:read',
    query: FILTER,
    answer: z.strictObject({ rows: z.array(ledgerSchemas.balance) }),
    example: {
      query: { company: 'EU' },
      answer: {
        rows: [
          {
            ...{ company: 'EU', account: '4730', role: 'rebateExpense', currency: 'EUR', balance: '248.27' },
            book: { balance: '248.27', currency: 'EUR' },
          },
        ],
      },
    },
    respond: async ({ query }, { ledgerBalances }) => {
      const rows = await ledgerBalances(filterOf(query));
      return answer({
        rows: rows.map(({ company, account, role, currency, minor, bookMinor, bookCurrency }) => ({
          ...{ company, account, role, currency, balance: moneyText({ minor, currency }) },
          book: { balance: moneyText({ minor: bookMinor, currency: bookCurrency }), currency: bookCurrency },
        })),
      });
    },
  }),
  define({
    id: 'rollForward',
    method: 'GET',
    path: '/api/v1/ledger/roll-forward',
    summary:
      'What each account opened with, what moved it, and what it closed with, by agreement and partner',
    scope: 'ledger:read',
    query: {
      ...FILTER,
      from: { ...FILTER.from, isRequired: true },
      until: { ...FILTER.until, isRequired: true },
      in: {
        schema: z.enum(['own', 'books']).optional(),
        expected: 'own, books',
        meaning: 'each currency by itself, as without it, or all together in that of the books',
      },
      role: {
        schema: z.enum(roles).optional(),
        expected: roles.join(', '),
        meaning: 'only the accounts that stand for this',
      },
    },
    answer: z.strictObject({ rows: z.array(ledgerSchemas.rolled) }),
    example: { query: { from: '2026-04-01', until: '2026-04-30' }, answer: { rows: [EXAMPLE_MOVEMENT] } },
    respond: async ({ query }, { rollForward }) => {
      const { from = 0, until = 0, ...filter } = filterOf(query);
      const inBooks = query.in === 'books';
      const { role } = query;
      const days = { from, until };
      const rolled = await rollForward({ ...filter, days, inBooks, ...(role !== undefined && { role }) });
      return rolled.ok ? answer({ rows: rolled.value.map(rolledJson) }) : rolled;
    },
  }),
  define({
    id: 'getAccountRules',
    method: 'GET',
    path: '/api/v1/ledger/account-rules',
    summary: 'Which account of the general ledger stands for what; the rule that names most is taken',
    scope: 'ledger:read',
    answer: z.strictObject({ rules: z.array(ruleSchema) }),
    example: { answer: { rules: [{ role: 'rebateExpense', account: '4730' }] } },
    respond: async (_, { accountRules }) => answer({ rules: await accountRules() }),
  }),
  define({
    id: 'setAccountRules',
    method: 'PUT',
    path: '/api/v1/ledger/account-rules',
    summary: 'Put rules in the place of those before; what was posted stays where it is',
    scope: 'ledger:write',
    body: z.strictObject({ rules: z.array(ruleSchema).max(10_000) }),
    answer: z.strictObject({ version: z.int().min(1) }),
    example: { body: { rules: [{ role: 'rebateExpense', account: '4730' }] }, answer: { version: 2 } },
    respond: async ({ body: { rules } }, { setAccountRules }) => {
      const set = await setAccountRules(rules);
      return set.ok ? answer(set.value) : set;
    },
  }),
  define({
    id: 'listMonths',
    method: 'GET',
    path: '/api/v1/ledger/months',
    summary: 'The months that were closed, and whether each still holds what it was closed with',
    scope: 'ledger:read',
    query: { company: { ...COMPANY, isRequired: true } },
    answer: z.strictObject({ rows: z.array(ledgerSchemas.month) }),
    example: {
      query: { company: 'EU' },
      answer: {
        rows: [
          {
            ...{ month: '2026-01', isClosed: true, isSame: true },
            deeds: [
              {
                deed: 'closed',
                hash: '0'.repeat(64),
                reason: '',
                actor: 'person:anna',
                proposedBy: null,
                at: '2026-02-03T09:00:00.000Z',
              },
            ],
          },
        ],
      },
    },
    respond: async ({ query: { company = '' } }, { ledgerMonths }) => {
      const months = await ledgerMonths(company);
      return months.ok ? answer({ rows: months.value.map(monthJson) }) : months;
    },
  }),
  define({
    id: 'getNextMonth',
    method: 'GET',
    path: '/api/v1/ledger/months/next',
    summary: 'The month of a company that is closed next: whether it is over, and what is open of its list',
    scope: 'ledger:read',
    isLong: true,
    query: { company: { ...COMPANY, isRequired: true } },
    answer: z.strictObject({
      month: z.string().nullable().describe('YYYY-MM; null where nothing stands in the books'),
      isOver: z.boolean(),
      checklist: checklistSchema,
    }),
    example: {
      query: { company: 'EU' },
      answer: {
        ...{ month: '2026-02', isOver: true },
        checklist: [{ check: 'quarantined', open: 2, waiver: null }],
      },
    },
    respond: async ({ query: { company = '' } }, { showNextMonth }) => {
      const next = await showNextMonth(company);
      if (!next.ok) return next;
      const { month = null, isOver = false, checklist = [] } = next.value ?? {};
      return answer({ month, isOver, checklist: checklist.map(checkedJson) });
    },
  }),
  define({
    id: 'closeMonth',
    method: 'POST',
    path: '/api/v1/ledger/months/close',
    summary: 'Close the next month of a company: nothing is posted into it any more',
    scope: 'ledger:write',
    isLong: true,
    body: z.strictObject({
      company: codeField('company'),
      month: dayField.describe('any day of it'),
      waivers: z
        .strictObject({ calculated: waiver, quarantined: waiver, blocked: waiver })
        .describe('why a point of the list that is open may stay so'),
    }),
    answer: z.strictObject({
      hash: z.string().describe('SHA-256 over what the month opened with, moved and closed with'),
      checklist: checklistSchema,
    }),
    example: {
      body: { company: 'EU', month: '2026-01-31', waivers: {} },
      refused: 'ledger-month-not-next',
    },
    respond: async ({ body }, { closeMonth }) => {
      const closed = await closeMonth(body);
      if (!closed.ok) return closed;
      const { hash, checklist } = closed.value;
      return answer({ hash, checklist: checklist.map(checkedJson) });
    },
  }),
  define({
    id: 'proposeReopening',
    method: 'POST',
    path: '/api/v1/ledger/months/propose-reopening',
    summary: 'Propose to open the month again that was closed last',
    scope: 'ledger:write',
    status: 204,
    body: monthBody,
    example: {
      body: { company: 'EU', month: '2026-01-31', reason: 'an invoice of a million was missing' },
      refused: 'ledger-month-not-last',
    },
    respond: async ({ body }, { proposeReopening }) => {
      const done = await proposeReopening(body);
      return done.ok ? answer(undefined) : done;
    },
  }),
  define({
    id: 'approveReopening',
    method: 'POST',
    path: '/api/v1/ledger/months/approve-reopening',
    summary: 'Open it again, as another person than the one who proposed it',
    scope: 'ledger:approve',
    status: 204,
    body: monthBody,
    example: {
      body: { company: 'EU', month: '2026-01-31', reason: 'seen' },
      refused: 'ledger-month-not-last',
    },
    respond: async ({ body }, { approveReopening }) => {
      const done = await approveReopening(body);
      return done.ok ? answer(undefined) : done;
    },
  }),
];

function transferJson(posted: PostedTransfer) {
  const { number, minor, currency, subject, origin, effectiveOn, bookedOn, book } = posted;
  return {
    ...{ id: posted.id, company: posted.company, number: number.toString(), event: posted.event },
    ...{ debit: posted.debit, credit: posted.credit },
    ...{ debitAccount: posted.debitAccount, creditAccount: posted.creditAccount },
    ...{ amount: moneyText({ minor, currency }), currency },
    book: book === undefined ? null : { amount: moneyText(book), currency: book.currency },
    ...{ effectiveOn: formatDate(effectiveOn), bookedOn: formatDate(bookedOn), batch: posted.batch },
    ...{ partner: posted.partner ?? null, counterparty: posted.counterparty ?? null },
    cause: posted.cause ?? null,
    ...{ agreement: subject?.agreement ?? null, term: subject?.term ?? null },
    window: subject === undefined ? null : windowJson(subject.window),
    ...{ item: posted.item ?? null, origin, reverses: posted.reverses ?? null },
  };
}

function windowJson({ from, until }: { readonly from: LocalDate; readonly until: LocalDate }) {
  return { firstDay: formatDate(from), lastDay: formatDate(until - 1) };
}

function rolledJson(rolled: Rolled) {
  const { company, account, role, currency, agreement = null, partner = null } = rolled;
  const money = (minor: bigint) => moneyText({ minor, currency });
  return {
    ...{ company, account, role, currency, agreement, partner, opening: money(rolled.opening) },
    movements: [...rolled.movements].map(([kind, minor]) => ({ kind, amount: money(minor) })),
    closing: money(rolled.closing),
  };
}

function monthJson({ month, isClosed, isSame, deeds }: VerifiedMonth) {
  return {
    ...{ month: formatDate(monthOf(month).from).slice(0, 7), isClosed, isSame: isSame ?? null },
    deeds: deeds.map(({ deed, hash, reason, actor, proposedBy, at }) => {
      return {
        deed,
        hash: hash ?? null,
        reason,
        actor,
        proposedBy: proposedBy ?? null,
        at: at.toISOString(),
      };
    }),
  };
}
