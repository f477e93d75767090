import { z } from 'zod';
import type { ShownBankAccount } from '../../../app/bank/readBankAccount.ts';
import type { BankAccountSet } from '../../../app/bank/setBankAccount.ts';
import type { BankAccountTexts } from '../../../core/bank/bankAccount.ts';
import { formatDate, type LocalDate } from '../../../core/calendar/localDate.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { accountJson, decisionJson } from '../bankJson.ts';
import { dayField } from '../dayField.ts';
import { plainText } from '../jsonBody.ts';
import { dayParameter } from '../parameters.ts';
import { codePart } from '../parts.ts';
import { dayText } from '../plainTexts.ts';
import { type Answer, answer, route } from '../route.ts';
import { saidText } from '../saidText.ts';

type Question = { readonly partner: string; readonly effective?: LocalDate };

export type BankUseCases = {
  /** Refuses: bank-account-invalid, partner-not-found, known-day-backwards, those of the key ring. */
  readonly setBankAccount: (entry: {
    readonly partner: string;
    readonly validFrom: LocalDate;
    readonly account: BankAccountTexts | 'none';
  }) => Promise<Result<BankAccountSet>>;
  /** Refuses: bank-account-not-found, those of the key ring. */
  readonly readBankAccount: (question: Question) => Promise<Result<ShownBankAccount>>;
  /** Refuses: bank-account-reason-missing, bank-account-not-found, those of the key ring. */
  readonly revealBankAccount: (
    question: Question & { readonly reason: string },
  ) => Promise<Result<ShownBankAccount>>;
};

const define = route<BankUseCases>();

const PARTNER = { code: codePart('partner', 'partner-not-found', 'the code of a partner', 'partner') };

const text = saidText(200);

const accountBody = z.strictObject({
  holder: text,
  iban: z.exactOptional(text),
  number: z.exactOptional(text).describe('instead of an IBAN, where there are none'),
  bankCode: z.exactOptional(text),
  bic: z.exactOptional(text),
});

const shownSchema = z.strictObject({
  partner: z.string(),
  validFrom: dayText,
  batch: z.int().min(1).describe('known from this batch on'),
  holder: z.string(),
  iban: z.string().nullable(),
  number: z.string().nullable(),
  bankCode: z.string().nullable(),
  bic: z.string().nullable(),
  decision: z.enum(['waits', 'approved', 'rejected']).describe('what a second person made of it'),
  payableFrom: dayText.nullable().describe('the first day of payments to it; null: not approved'),
});

const SHOWN = {
  partner: 'P1',
  validFrom: '2026-01-01',
  batch: 7,
  holder: 'Müller Teehandel GmbH',
  iban: '…3000',
  number: null,
  bankCode: null,
  bic: null,
  decision: 'waits',
  payableFrom: null,
};

export const bankRoutes = [
  define({
    id: 'getBankAccount',
    method: 'GET',
    path: '/api/v1/partners/{code}/bank-account',
    summary: 'Where a partner is paid: enough to recognise the account by',
    scope: 'bank:read',
    parts: PARTNER,
    query: { effective: dayParameter('the account of this day; without it of the business day') },
    answer: shownSchema,
    example: { path: { code: 'P1' }, answer: SHOWN },
    respond: async ({ path, query: { effective } }, { readBankAccount }) => {
      const partner = path.code as string;
      return shown(
        partner,
        await readBankAccount({ partner, ...(effective !== undefined && { effective }) }),
      );
    },
  }),
  define({
    id: 'setBankAccount',
    method: 'PUT',
    path: '/api/v1/partners/{code}/bank-account',
    summary: 'Say where a partner is paid from a day on; the same again changes nothing',
    scope: 'bank:write',
    parts: PARTNER,
    // What is sent is a secret: what is kept of the request must not be found out by trying.
    isSecret: true,
    body: z.strictObject({
      validFrom: dayField,
      account: accountBody.nullable().describe('null: none from that day on'),
    }),
    answer: z.strictObject({
      isChanged: z.boolean(),
      batch: z.int().min(1).nullable().describe('known from this batch on; null where nothing changed'),
    }),
    example: {
      path: { code: 'P1' },
      body: {
        validFrom: '2026-01-01',
        account: { holder: 'Müller Teehandel GmbH', iban: 'DE89 3704 0044 0532 0130 00', bic: 'COBADEFF' },
      },
      answer: { isChanged: true, batch: 7 },
    },
    respond: async ({ path, body: { validFrom, account } }, { setBankAccount }) => {
      const partner = path.code as string;
      const set = await setBankAccount({ partner, validFrom, account: account ?? 'none' });
      if (!set.ok) return set;
      const { isChanged, batch = null } = set.value;
      return answer({ isChanged, batch });
    },
  }),
  define({
    id: 'revealBankAccount',
    method: 'POST',
    path: '/api/v1/partners/{code}/bank-account/reveal',
    summary: 'The whole account: a deed, kept in the audit trail with its reason',
    scope: 'bank:read',
    parts: PARTNER,
    isSecret: true,
    body: z.strictObject({ reason: plainText(500), effective: z.exactOptional(dayField) }),
    answer: shownSchema,
    example: {
      path: { code: 'P1' },
      body: { reason: 'payment run of May' },
      answer: { ...SHOWN, iban: 'DE89370400440532013000', bic: 'COBADEFF' },
    },
    respond: async ({ path, body }, { revealBankAccount }) => {
      const partner = path.code as string;
      return shown(partner, await revealBankAccount({ partner, ...body }));
    },
  }),
];

function shown(partner: string, found: Result<ShownBankAccount>): Result<Answer> {
  if (!found.ok) return found;
  const { validFrom, batch, account, decision } = found.value;
  const known = { partner, validFrom: formatDate(validFrom), batch };
  return answer({ ...known, ...accountJson(account), ...decisionJson(decision) });
}
