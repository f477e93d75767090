import { z } from 'zod';
import { REPORT_FORMATS } from '../../../app/ports/mails.ts';
import { RHYTHMS, SENDING_OUTCOMES, type Subscription } from '../../../app/ports/subscriptionStore.ts';
import type { ListedSubscription, NewSubscription } from '../../../app/reports/subscriptions.ts';
import { DIRECTIONS } from '../../../core/agreement/agreement.ts';
import { accept, type Result } from '../../../core/refusal/refusals.ts';
import { REPORT_NAMES } from '../../../core/report/report.ts';
import { LANGUAGES } from '../../../core/wording/language.ts';
import { codeField, plainText } from '../jsonBody.ts';
import { idPart } from '../parts.ts';
import { answer, route } from '../route.ts';
import { filterOf } from './reportRoutes.ts';

export type SubscriptionUseCases = {
  readonly listSubscriptions: () => Promise<{
    readonly rows: readonly ListedSubscription[];
    readonly isPaused: boolean;
  }>;
  /** Refuses: person-needed, time-zone-unknown, subscription-too-many, those of makeReport. */
  readonly subscribeReport: (wanted: NewSubscription) => Promise<Result<Subscription>>;
  /** Refuses: person-needed, subscription-not-found. */
  readonly endSubscription: (id: string) => Promise<Result<undefined>>;
};

const define = route<SubscriptionUseCases>();
const OF_REPORTS = { scope: 'earnings:read' } as const;

const ID = '0199b5a0-7c00-7000-8000-000000000041';
const WANTED = {
  ...{ report: 'liability', filter: { agreement: 'NORTH-2026', partner: 'P1' }, format: 'xlsx' },
  ...{ rhythm: 'weekly', timeZone: 'Europe/Berlin' },
};
const SUBSCRIPTION = {
  ...{ id: ID, ...WANTED, language: 'en', nextAt: '2026-12-07T06:00:00.000Z' },
  last: { outcome: 'sent', at: '2026-11-30T06:00:00.000Z' },
};
const said = {
  report: z.enum(REPORT_NAMES),
  format: z.enum(REPORT_FORMATS),
  rhythm: z
    .enum(RHYTHMS)
    .describe('every Monday, or on the first day of every calendar month, in the morning'),
};
const direction = z.enum(DIRECTIONS);
const subscriptionSchema = z.strictObject({
  id: z.uuid(),
  ...said,
  filter: z.record(z.string(), z.string()),
  timeZone: z.string().describe('an IANA name; it is sent at seven in the morning there'),
  language: z.enum(LANGUAGES),
  nextAt: z.iso.datetime(),
  last: z
    .strictObject({ outcome: z.enum(SENDING_OUTCOMES), at: z.iso.datetime() })
    .nullable()
    .describe('what became of it when it was due last'),
});

export const subscriptionRoutes = [
  define({
    ...OF_REPORTS,
    id: 'listSubscriptions',
    method: 'GET',
    path: '/api/v1/reports/subscriptions',
    summary: 'The reports that whoever asks has sent to them',
    answer: z.strictObject({
      rows: z.array(subscriptionSchema),
      isPaused: z.boolean().describe('mails are paused: what is due waits until they go on'),
    }),
    example: { answer: { rows: [], isPaused: false } },
    respond: async (_asked, { listSubscriptions }) => {
      const { rows, isPaused } = await listSubscriptions();
      return answer({ rows: rows.map(subscriptionJson), isPaused });
    },
  }),
  define({
    ...OF_REPORTS,
    id: 'subscribeReport',
    method: 'POST',
    path: '/api/v1/reports/subscriptions',
    summary: 'Have a report sent to oneself by mail, each time as one may see it then',
    status: 201,
    body: z.strictObject({
      ...said,
      filter: z.strictObject({
        agreement: z.exactOptional(codeField('agreement')),
        partner: z.exactOptional(codeField('partner')),
        direction: z.exactOptional(direction),
      }),
      timeZone: z.exactOptional(plainText(100)).describe('left out: that of our first company'),
    }),
    answer: subscriptionSchema,
    example: { body: WANTED, answer: { ...SUBSCRIPTION, last: null } },
    respond: async ({ body, language }, { subscribeReport }) => {
      const { filter, ...wanted } = body;
      const made = await subscribeReport({ ...wanted, filter: filterOf(filter), language });
      return made.ok ? answer(subscriptionJson(made.value)) : made;
    },
  }),
  define({
    ...OF_REPORTS,
    id: 'endSubscription',
    method: 'DELETE',
    path: '/api/v1/reports/subscriptions/{id}',
    summary: 'Have a report sent no more',
    parts: { id: idPart('subscription', 'subscription-not-found', 'the id of a subscription') },
    status: 204,
    example: { path: { id: ID } },
    respond: async ({ path }, { endSubscription }) => {
      const ended = await endSubscription(path.id as string);
      return ended.ok ? accept({}) : ended;
    },
  }),
];

function subscriptionJson({
  person: _,
  filter,
  nextAt,
  ...rest
}: Subscription & Partial<Pick<ListedSubscription, 'last'>>) {
  const { last, ...subscription } = rest;
  return {
    ...subscription,
    filter: { ...filter },
    nextAt: nextAt.toISOString(),
    last: last === undefined ? null : { outcome: last.outcome, at: last.at.toISOString() },
  };
}
