import { Readable } from 'node:stream';
import { z } from 'zod';
import type { OpenedDocument } from '../../../app/agreements/attachDocument.ts';
import { activityJson, fundJson, shownFundJson } from '../../../app/funds/fundJson.ts';
import type { OpeningFund, ShownActivity, ShownFund } from '../../../app/funds/openFund.ts';
import type { ActivityDeed, RequestingActivity } from '../../../app/funds/useFund.ts';
import type { StoredFund } from '../../../app/ports/fundStore.ts';
import type { LocalDate } from '../../../core/calendar/localDate.ts';
import type { Decimal } from '../../../core/number/decimal.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { dayField } from '../dayField.ts';
import { decimalField } from '../decimalField.ts';
import { activitySchema, fundBody, fundSchema, shownFundSchema } from '../fundSchemas.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { dayParameter, textParameter } from '../parameters.ts';
import { anyPart, codePart, idPart } from '../parts.ts';
import { type Answer, answer, route } from '../route.ts';
import { fileNameParameter } from '../tableUpload.ts';
import type { Upload } from '../upload.ts';
import { FUND_EXAMPLES } from './fundExamples.ts';

type Deed = Omit<ActivityDeed, 'actor'>;

/** Each refuses what the use case of its name does. */
export type FundUseCases = {
  readonly openFund: (terms: OpeningFund) => Promise<Result<StoredFund>>;
  readonly listFunds: (filter: { readonly activity?: string }) => Promise<readonly StoredFund[]>;
  readonly showFund: (code: string) => Promise<Result<ShownFund>>;
  readonly requestActivity: (asked: Omit<RequestingActivity, 'actor'>) => Promise<Result<ShownActivity>>;
  readonly decideActivity: (
    deed: Deed & { readonly outcome: { readonly approved: Decimal } | 'rejected' },
  ) => Promise<Result<ShownActivity>>;
  readonly claimActivity: (
    deed: Deed & { readonly cost: Decimal; readonly name: string; readonly upload: Upload },
  ) => Promise<Result<ShownActivity>>;
  readonly settleActivity: (
    deed: Deed & { readonly amount: Decimal; readonly reference: string },
  ) => Promise<Result<ShownActivity>>;
  readonly closeActivity: (deed: Deed) => Promise<Result<ShownActivity>>;
  readonly expireActivities: (asked: { readonly day?: LocalDate }) => Promise<readonly ShownActivity[]>;
  readonly openFundProof: (asked: {
    readonly activity: string;
    readonly event: number;
  }) => Promise<Result<OpenedDocument>>;
};

const define = route<FundUseCases>();
const FUND = { code: codePart('fund', 'fund-not-found', 'the code of a fund', 'code') };
const ACTIVITY = { id: idPart('activity', 'fund-activity-not-found', 'the id of an activity') };
const PROOF_BYTES = 10 * 1024 * 1024 + 1;
const when = {
  day: z.exactOptional(dayField).describe('without it the business day'),
  note: z.exactOptional(plainText(1000)),
};

const funds = [
  define({
    id: 'openFund',
    method: 'POST',
    path: '/api/v1/funds',
    summary: 'Set money aside for marketing: a budget, days, and which percentage of a cost is paid',
    scope: 'claims:approve',
    status: 201,
    body: fundBody.extend({
      code: plainText(200),
      company: codeField('company'),
      partner: z.exactOptional(codeField('partner')).describe('without it all partners'),
    }),
    answer: fundSchema,
    example: FUND_EXAMPLES.open,
    respond: async ({ body }, { openFund }) => {
      const done = await openFund(body);
      if (!done.ok) return done;
      const location = `/api/v1/funds/${encodeURIComponent(done.value.code)}`;
      return answer(fundJson(done.value), { location });
    },
  }),
  define({
    id: 'listFunds',
    method: 'GET',
    path: '/api/v1/funds',
    summary: 'Funds by code: what is free, reserved and used',
    scope: 'claims:read',
    query: {
      activity: {
        schema: z.uuid().optional(),
        expected: 'UUID',
        meaning: 'only the one that this activity is paid of',
      },
    },
    answer: z.strictObject({ rows: z.array(fundSchema) }),
    example: FUND_EXAMPLES.list,
    respond: async ({ query: { activity } }, { listFunds }) => {
      const funds = await listFunds({ ...(activity !== undefined && { activity }) });
      return answer({ rows: funds.map(fundJson) });
    },
  }),
  define({
    id: 'getFund',
    method: 'GET',
    path: '/api/v1/funds/{code}',
    summary: 'A fund with its activities and all that happened to them',
    scope: 'claims:read',
    parts: FUND,
    answer: shownFundSchema,
    example: FUND_EXAMPLES.get,
    respond: async ({ path }, { showFund }) => {
      const found = await showFund(path.code as string);
      return found.ok ? answer(shownFundJson(found.value)) : found;
    },
  }),
  define({
    id: 'requestActivity',
    method: 'POST',
    path: '/api/v1/funds/{code}/activities',
    summary: 'Ask for money of a fund for an activity of a partner',
    scope: 'claims:write',
    parts: FUND,
    status: 201,
    body: z.strictObject({
      partner: codeField('partner'),
      reference: plainText(200),
      title: plainText(500),
      firstDay: dayField,
      lastDay: dayField,
      amount: decimalField,
    }),
    answer: activitySchema,
    example: FUND_EXAMPLES.request,
    respond: async ({ path, body }, { requestActivity }) =>
      shown(await requestActivity({ fund: path.code as string, ...body })),
  }),
  define({
    id: 'expireActivities',
    method: 'POST',
    path: '/api/v1/funds/expiry',
    summary: 'Give back to the funds what nobody claimed in time; again, nothing',
    scope: 'claims:write',
    isLong: true,
    body: z.strictObject({ day: z.exactOptional(dayField) }),
    answer: z.strictObject({ expired: z.array(activitySchema) }),
    example: FUND_EXAMPLES.expire,
    respond: async ({ body }, { expireActivities }) =>
      answer({ expired: (await expireActivities(body)).map(activityJson) }),
  }),
];

const activities = [
  define({
    id: 'decideActivity',
    method: 'POST',
    path: '/api/v1/fund-activities/{id}/decision',
    summary: 'Reserve an amount for an activity, or say no: another person than who asked',
    scope: 'claims:approve',
    parts: ACTIVITY,
    body: z.strictObject({
      approved: decimalField.nullable().describe('null: rejected'),
      ...when,
    }),
    answer: activitySchema,
    example: FUND_EXAMPLES.decide,
    respond: async ({ path, body: { approved, ...body } }, { decideActivity }) => {
      const outcome = approved === null ? ('rejected' as const) : { approved };
      return shown(await decideActivity({ activity: path.id as string, outcome, ...body }));
    },
  }),
  define({
    id: 'claimActivity',
    method: 'POST',
    path: '/api/v1/fund-activities/{id}/claims',
    summary: 'What an activity cost, with its proof: a percentage of it is granted',
    scope: 'claims:write',
    parts: ACTIVITY,
    query: {
      cost: { schema: decimalField, expected: '100.00', meaning: 'what it cost', isRequired: true },
      name: fileNameParameter,
      day: dayParameter('when it holds; without it the business day'),
      note: textParameter('kept beside it'),
    },
    upload: { mediaTypes: ['application/octet-stream'], maxBytes: PROOF_BYTES },
    answer: activitySchema,
    example: FUND_EXAMPLES.claim,
    respond: async ({ path, query: { cost, name, day, note }, upload }, { claimActivity }) =>
      shown(
        await claimActivity({
          activity: path.id as string,
          cost,
          name,
          upload,
          ...(day !== undefined && { day }),
          ...(note !== undefined && { note }),
        }),
      ),
  }),
  define({
    id: 'openFundProof',
    method: 'GET',
    path: '/api/v1/fund-activities/{id}/claims/{event}/proof',
    summary: 'The bytes of the proof of a cost, as they came in, to be saved and not to be shown',
    scope: 'claims:read',
    parts: { ...ACTIVITY, event: anyPart('activityEvent', 'the number of the claim among the events') },
    version: 'shown',
    files: ['application/octet-stream'],
    example: FUND_EXAMPLES.proof,
    respond: async ({ path }, { openFundProof }): Promise<Result<Answer>> => {
      const event = /^\d{1,6}$/.test(path.event ?? '') ? Number(path.event) : 0;
      const found = await openFundProof({ activity: path.id as string, event });
      if (!found.ok) return found;
      const { content, name, sha256 } = found.value;
      const mediaType = 'application/octet-stream';
      return accept({ version: sha256, download: { content: Readable.from([content]), mediaType, name } });
    },
  }),
  define({
    id: 'settleActivity',
    method: 'POST',
    path: '/api/v1/fund-activities/{id}/settlements',
    summary: 'A part of what was granted is paid; the same reference again changes nothing',
    scope: 'claims:write',
    parts: ACTIVITY,
    body: z.strictObject({ amount: decimalField, reference: plainText(200), ...when }),
    answer: activitySchema,
    example: FUND_EXAMPLES.settle,
    respond: async ({ path, body }, { settleActivity }) =>
      shown(await settleActivity({ activity: path.id as string, ...body })),
  }),
  define({
    id: 'closeActivity',
    method: 'POST',
    path: '/api/v1/fund-activities/{id}/closing',
    summary: 'Nothing more will be claimed: what was not granted falls back to the fund',
    scope: 'claims:write',
    parts: ACTIVITY,
    body: z.strictObject(when),
    answer: activitySchema,
    example: FUND_EXAMPLES.close,
    respond: async ({ path, body }, { closeActivity }) =>
      shown(await closeActivity({ activity: path.id as string, ...body })),
  }),
];

export const fundRoutes = [...funds, ...activities];

function shown(done: Result<ShownActivity>): Result<Answer> {
  return done.ok ? accept({ value: activityJson(done.value) }) : done;
}
