import { z } from 'zod';
import type { AccountVerdict } from '../../../app/bank/decideBankAccount.ts';
import type { AccountChangeFilter, ShownAccountChange } from '../../../app/bank/listAccountChanges.ts';
import type { AccountDecision } from '../../../core/bank/accountChange.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { accountJson, decisionJson } from '../bankJson.ts';
import { cursorParameter, cutPage, pageOf, readCursor } from '../cursor.ts';
import { plainText } from '../jsonBody.ts';
import { code, flagParameter, limitParameter } from '../parameters.ts';
import { anyPart, codePart } from '../parts.ts';
import { dayText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';

export type BankChangeUseCases = {
  /** Refuses: those of the key ring. */
  readonly listBankAccountChanges: (
    filter: AccountChangeFilter,
  ) => Promise<Result<readonly ShownAccountChange[]>>;
  /** Refuses: those of decideBankAccount. */
  readonly decideBankAccount: (verdict: Omit<AccountVerdict, 'actor'>) => Promise<Result<AccountDecision>>;
};

const define = route<BankChangeUseCases>();

const decisionFields = {
  decision: z.enum(['waits', 'approved', 'rejected']),
  payableFrom: dayText.nullable().describe('the first day of payments to it; null: not approved'),
};

const changeSchema = z.strictObject({
  partner: z.string(),
  validFrom: dayText,
  batch: z.int().min(1).describe('said in this batch'),
  account: z
    .strictObject({
      holder: z.string(),
      iban: z.string().nullable(),
      number: z.string().nullable(),
      bankCode: z.string().nullable(),
      bic: z.string().nullable(),
    })
    .nullable()
    .describe('by its end; null: no account from that day on'),
  saidBy: z.string().nullable().describe('null: from before changes were controlled'),
  saidAt: z.string().nullable(),
  ...decisionFields,
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  blocked: z.string().nullable().describe('the code of why the partner is not paid today; null: is paid'),
});

const CHANGE = {
  partner: 'P1',
  validFrom: '2026-01-01',
  batch: 7,
  account: { holder: 'M…', iban: 'DE…3000', number: null, bankCode: null, bic: null },
  saidBy: 'person:0198…',
  saidAt: '2026-01-31T10:20:30.123Z',
  decision: 'waits',
  payableFrom: null,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  blocked: 'bank-account-not-approved',
};

export const bankChangeRoutes = [
  define({
    id: 'listBankAccountChanges',
    method: 'GET',
    path: '/api/v1/bank-account-changes',
    summary: 'Alerts of bank details: who said where whom to pay, the latest first, and who decided',
    scope: 'bank:read',
    query: {
      partner: code('only of this partner', 'partner'),
      waiting: flagParameter('only those that nobody has decided'),
      limit: limitParameter,
      cursor: cursorParameter,
    },
    answer: pageOf(changeSchema),
    example: { query: { waiting: 'true' }, answer: { rows: [CHANGE], next: null } },
    respond: async ({ query: { partner, waiting, limit, cursor } }, { listBankAccountChanges }) => {
      const selection = JSON.stringify(['bankAccountChanges', partner ?? '', waiting]);
      const before = readCursor(cursor, selection, z.tuple([z.int().min(1)]));
      if (!before.ok) return before;
      const found = await listBankAccountChanges({
        ...(partner !== undefined && { partner }),
        waiting: waiting === 'true',
        ...(before.value && { before: before.value[0] }),
        limit: limit + 1,
      });
      if (!found.ok) return found;
      const { rows, next } = cutPage(found.value, limit, selection, ({ batch }) => [batch]);
      return answer({ rows: rows.map(changeJson), next });
    },
  }),
  define({
    id: 'decideBankAccount',
    method: 'POST',
    path: '/api/v1/partners/{code}/bank-account/changes/{batch}/decision',
    summary: 'Approve or reject what another person said of where a partner is paid. Only persons',
    scope: 'bank:approve',
    parts: {
      code: codePart('partner', 'partner-not-found', 'the code of a partner', 'partner'),
      batch: anyPart('bankAccountChange', 'the batch in which it was said'),
    },
    body: z.strictObject({
      decision: z.enum(['approved', 'rejected']),
      reason: z.exactOptional(plainText(500)).describe('needed for a rejection'),
    }),
    answer: z.strictObject(decisionFields),
    example: {
      path: { code: 'P1', batch: '7' },
      body: { decision: 'rejected', reason: 'called back: they know nothing of it' },
      answer: { decision: 'rejected', payableFrom: null },
    },
    respond: async ({ path, body }, { decideBankAccount }) => {
      const [partner, batch] = [path.code as string, path.batch as string];
      if (!/^[1-9]\d{0,14}$/.test(batch)) {
        return refused(refuse('bank-account-change-not-found', 'batch', { partner, batch }));
      }
      const { decision: is, reason = '' } = body;
      const decided = await decideBankAccount({ partner, batch: Number(batch), is, reason });
      return decided.ok ? answer(decisionJson(decided.value)) : decided;
    },
  }),
];

function changeJson({
  partner,
  validFrom,
  batch,
  account,
  said,
  decision,
  decided,
  blocked,
}: ShownAccountChange) {
  return {
    partner,
    validFrom: formatDate(validFrom),
    batch,
    account: account === undefined ? null : accountJson(account),
    saidBy: said?.by ?? null,
    saidAt: said?.at.toISOString() ?? null,
    ...decisionJson(decision),
    decidedBy: decided?.by ?? null,
    decidedAt: decided?.at.toISOString() ?? null,
    reason: decided?.reason ?? null,
    blocked: blocked ?? null,
  };
}
