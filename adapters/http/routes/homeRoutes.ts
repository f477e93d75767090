import { z } from 'zod';
import { DUTY_KINDS, type WaitingDuty } from '../../../app/home/duty.ts';
import { FIRST_STEPS, type StepDone } from '../../../app/home/firstSteps.ts';
import { HOME_ROLES, type Home } from '../../../app/home/showHome.ts';
import { DIRECTIONS } from '../../../core/agreement/agreement.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { moneyText } from '../../../core/money/money.ts';
import { importSchema } from '../intakeJson.ts';
import { dayText, decimalText } from '../plainTexts.ts';
import { answer, route } from '../route.ts';

export type HomeUseCases = {
  readonly showHome: () => Promise<Home>;
  readonly firstSteps: () => Promise<readonly StepDone[]>;
};

const define = route<HomeUseCases>();

const direction = z.enum(DIRECTIONS);
const money = { currency: z.string(), amount: decimalText };

const dutySchema = z.strictObject({
  kind: z.enum(DUTY_KINDS),
  id: z.string().describe('of what it is about; of an agreement that ends its code'),
  about: z.string().describe('what people know it by: a code, a reference, the name of a file'),
  agreement: z.string().nullable(),
  partner: z.string().nullable(),
  partnerName: z.string().nullable(),
  amount: z.strictObject(money).nullable(),
  count: z.int().nullable().describe('rows that wait'),
  since: z.iso.datetime().nullable(),
  due: dayText.nullable().describe('the last day on which it can be done in time'),
  isMine: z.boolean().describe('whoever asks may do it, and did not propose it'),
});

const lastImportSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  kind: importSchema.shape.kind,
  rows: z.int().min(0).describe('rows of the file'),
  recordedAt: z.iso.datetime(),
});

const EXAMPLE = {
  day: '2026-08-31',
  batch: 12,
  duties: [],
  earned: [{ direction: 'customerRebate', currency: 'EUR', amount: '1234.50', rows: 2 }],
  paid: [],
  balances: [],
  atRisk: [],
  months: [{ month: '2026-08-01', direction: 'customerRebate', currency: 'EUR', amount: '1234.50' }],
  lastImport: null,
  due: 0,
};

export const homeRoutes = [
  define({
    id: 'firstSteps',
    method: 'GET',
    path: '/api/v1/home/first-steps',
    summary: 'What somebody does who begins with nothing, and what of it is done: by what is there',
    scope: 'company:read',
    answer: z.strictObject({
      rows: z.array(z.strictObject({ step: z.enum(FIRST_STEPS), isDone: z.boolean() })),
    }),
    example: { answer: { rows: FIRST_STEPS.map((step) => ({ step, isDone: false })) } },
    respond: async (_asked, { firstSteps }) => answer({ rows: [...(await firstSteps())] }),
  }),
  define({
    id: 'showHome',
    method: 'GET',
    path: '/api/v1/home',
    summary:
      'What waits for whoever asks and for others, key figures and how they went; of what the key or session may see',
    scope: 'any',
    answer: z.strictObject({
      day: dayText,
      batch: z.int(),
      duties: z.array(dutySchema).describe('the most pressing first'),
      earned: z.array(z.strictObject({ direction, ...money, rows: z.int() })),
      paid: z.array(z.strictObject({ direction, ...money })),
      balances: z
        .array(z.strictObject({ role: z.enum(HOME_ROLES), ...money }))
        .describe('what the books have for owed and owing, both above zero'),
      atRisk: z.array(z.strictObject(money)).describe('of our own claims: disputed, or late'),
      months: z
        .array(z.strictObject({ month: dayText, direction, ...money }))
        .describe('earned in windows that end in each of the last twelve months'),
      lastImport: lastImportSchema.nullable().describe('the file that came in last'),
      due: z.int().describe('agreements that are calculated again'),
    }),
    example: { answer: EXAMPLE },
    respond: async (_asked, { showHome }) => answer(homeJson(await showHome())),
  }),
];

function homeJson({ day, batch, duties, earned, paid, balances, atRisk, months, lastImport, due }: Home) {
  const text = (minor: bigint, currency: string) => ({ currency, amount: moneyText({ minor, currency }) });
  return {
    ...{ day: formatDate(day), batch, due },
    duties: duties.map(dutyJson),
    earned: earned.map((total) => ({
      direction: total.direction,
      ...text(total.earnedMinor, total.currency),
      rows: total.rows,
    })),
    paid: paid.map((one) => ({ direction: one.direction, ...text(one.minor, one.currency) })),
    balances: balances.map(({ role, minor, currency }) => ({ role, ...text(minor, currency) })),
    atRisk: [...atRisk].map(([currency, minor]) => text(minor, currency)),
    months: months.map(({ month, direction: of, currency, earnedMinor }) => ({
      ...{ month: formatDate(month), direction: of },
      ...text(earnedMinor, currency),
    })),
    lastImport:
      lastImport === undefined ? null : { ...lastImport, recordedAt: lastImport.recordedAt.toISOString() },
  };
}

function dutyJson({ kind, id, about, count, since, sinceDay, due, isMine, ...rest }: WaitingDuty) {
  const { agreement = null, partner = null, partnerName = null, amount } = rest;
  return {
    ...{ kind, id, about, agreement, partner, partnerName, isMine },
    amount: amount === undefined ? null : { currency: amount.currency, amount: moneyText(amount) },
    count: count ?? null,
    since: since?.toISOString() ?? (sinceDay === undefined ? null : `${formatDate(sinceDay)}T00:00:00.000Z`),
    due: due === undefined ? null : formatDate(due),
  };
}
