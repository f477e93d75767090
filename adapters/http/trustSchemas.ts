import { z } from 'zod';
import { RUN_KINDS } from '../../app/ports/trustStore.ts';
import { CASE_DECISIONS, CASE_EVENTS, CASE_STATES, REASONS } from '../../core/trust/caseState.ts';
import { FOUND_OBJECTS } from '../../core/trust/finding.ts';
import { NEVER } from '../../core/trust/policy.ts';
import { decimalField } from './decimalField.ts';
import { plainText } from './jsonBody.ts';
import { dayText, decimalText } from './plainTexts.ts';

const object = z.enum(FOUND_OBJECTS);
const money = decimalText.nullable();
const moment = z.iso.datetime();
const score = z.int().min(0).max(1000).describe('risk, 1000 at most');
const decision = z.enum(CASE_DECISIONS);
const reason = z.enum(REASONS);

export const caseSchema = z.strictObject({
  id: z.uuid(),
  object: object.describe('what the case is about'),
  objectId: z.string(),
  about: z.string().describe('what people know it by'),
  state: z.enum(CASE_STATES),
  isHeld: z.boolean().describe('nothing of it is granted, settled or paid'),
  score,
  partner: z.string().nullable(),
  partnerName: z.string().nullable(),
  currency: z.string().nullable(),
  amount: money.describe('at stake, where it can be said'),
  assignee: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  decision: decision.nullable(),
  reason: reason.nullable(),
  prevented: money,
  recovered: money,
  openedAt: moment,
  changedAt: moment,
});

const evidenceSchema = z.strictObject({
  object,
  id: z.string(),
  facts: z.record(z.string(), z.string()).describe('what stands there, by field'),
});

const findingSchema = z.strictObject({
  id: z.uuid(),
  detector: z.string(),
  version: z.int(),
  group: z.enum(['fraud', 'leakage']),
  title: z.string().describe('what the detector is called'),
  text: z.string().describe('what it found, in words'),
  check: z.string().describe('what to look at, and what to do'),
  object,
  objectId: z.string(),
  score,
  partner: z.string().nullable(),
  agreement: z.string().nullable(),
  day: dayText.nullable(),
  amount: money,
  currency: z.string().nullable(),
  evidence: z.array(evidenceSchema),
  foundAt: moment,
  seenAt: moment.describe('when a scan found it last'),
});

const eventSchema = z.strictObject({
  number: z.int(),
  kind: z.enum(CASE_EVENTS),
  actor: z.string(),
  actorName: z.string().nullable(),
  at: moment,
  said: z.string(),
  evidence: z.strictObject({ object, id: z.string() }).nullable(),
  state: z.enum(CASE_STATES).describe('how it stood then'),
  isHeld: z.boolean(),
  assignee: z.uuid().nullable(),
  score,
  decision: decision.nullable(),
  reason: reason.nullable(),
  prevented: money,
  recovered: money,
});

export const shownCaseSchema = z.strictObject({
  case: caseSchema,
  findings: z.array(findingSchema).describe('the strongest first'),
  events: z.array(eventSchema).describe('everything that happened, in its order'),
});

const threshold = z.int().min(1).max(NEVER).describe(`risk from which on; ${NEVER} is never`);
const thresholds = z.strictObject({ review: threshold, hold: threshold });

export const policyFields = z.strictObject({
  thresholds: z.strictObject({
    claim: thresholds,
    settlement: thresholds,
    payment: thresholds,
    bankChange: thresholds,
    partner: thresholds,
  }),
  reviewOthers: threshold.describe('of what cannot be held, such as an agreement'),
  awaitsScan: z.boolean().describe('claims and bank accounts wait until they have been looked at'),
  scanWithinMinutes: z
    .int()
    .min(1)
    .max(10_080)
    .describe('after which somebody is told that nobody has looked'),
  isNightly: z.boolean().describe('everything is looked at once a day'),
  fourEyes: z.boolean().describe('whoever held, decided or made it does not release it'),
});

export const policySchema = z.strictObject({
  version: z.int().min(0).describe('counts the changes; 0 where nobody has said anything'),
  policy: policyFields,
  reason: z.string().nullable(),
  setBy: z.string().nullable(),
  setAt: moment.nullable(),
});

const outcomeSchema = z.strictObject({
  detector: z.string(),
  found: z.int(),
  confirmed: z.int().describe('of what it found, decided as right'),
  falseAlarms: z.int(),
  unknown: z.int().describe('of which nobody has decided'),
  missed: z.int().describe('confirmed cases that it does not find'),
});

export const runSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(RUN_KINDS),
  partner: z.string().nullable(),
  findings: z.int(),
  fresh: z.int().describe('of them, found for the first time'),
  outcome: z.array(outcomeSchema).nullable().describe('of a back-test'),
  requestedBy: z.string(),
  endedAt: moment,
});

export const overviewSchema = z.strictObject({
  figures: z.strictObject({
    cases: z.strictObject({ open: z.int(), underWay: z.int(), decided: z.int() }),
    held: z.int(),
    unassigned: z.int(),
    amounts: z.array(
      z.strictObject({
        currency: z.string(),
        atRisk: decimalText.describe('at stake in cases that nobody has decided'),
        prevented: decimalText,
        recovered: decimalText,
      }),
    ),
  }),
  policy: policySchema,
  runs: z.array(runSchema).describe('the last ten, the newest first'),
  arrivals: z
    .array(
      z.strictObject({
        object,
        objectId: z.string(),
        partner: z.string(),
        arrivedAt: moment,
        lateAt: moment,
      }),
    )
    .describe('what waits to be looked at'),
  late: z.int().describe('of them, those that wait longer than the policy wants'),
});

const parameterValues = z.record(plainText(60), z.int());

export const detectorSchema = z.strictObject({
  name: z.string(),
  version: z.int(),
  group: z.enum(['fraud', 'leakage']),
  title: z.string(),
  looksFor: z.string().describe('in words'),
  parameters: z.array(
    z.strictObject({
      key: z.string(),
      means: z.string(),
      least: z.int(),
      most: z.int(),
      usual: z.int(),
      value: z.int(),
    }),
  ),
  changes: z.int().min(0),
  changed: z.strictObject({ reason: z.string(), setBy: z.string(), setAt: moment }).nullable(),
  feedback: z
    .strictObject({
      confirmed: z.int(),
      falseAlarms: z.int(),
      precision: z.int().min(0).max(10_000).describe('share of what was right, in basis points'),
      suggestion: z
        .strictObject({
          leastScore: z.int(),
          spared: z.int().describe('false alarms that it would have spared'),
          missed: z.int().describe('confirmed cases that it would have missed'),
        })
        .nullable()
        .describe('a least score that decisions speak for; a person takes it over or not'),
    })
    .nullable()
    .describe('what decisions say of it; null where there are none'),
});

export const tuningBody = z.strictObject({
  detector: plainText(100),
  parameters: parameterValues.describe('what is not named is as usual'),
  reason: plainText(1000),
});

export const backTestBody = z.strictObject({
  parameters: z.record(plainText(100), parameterValues).describe('by detector; of the others as they are'),
});

export const backTestSchema = z.strictObject({
  id: z.uuid(),
  parameters: z.record(z.string(), z.record(z.string(), z.int())),
  run: runSchema.nullable().describe('null while it is under way'),
});

export const reasonBody = z.strictObject({ reason: plainText(1000) });

export const commentBody = z.strictObject({
  text: plainText(4000),
  evidence: z.exactOptional(z.strictObject({ object, id: plainText(300) })).describe('what shows it'),
});

export const decisionBody = z.strictObject({
  decision,
  reason: reason.describe(
    'fraud, claimedTwice, notEarned, leftUnclaimed and mistake confirm; the others are false alarms',
  ),
  text: plainText(4000),
  prevented: z
    .exactOptional(decimalField)
    .describe('what was not paid because of it, in major units of the case'),
  recovered: z.exactOptional(decimalField).describe('what came back because of it'),
});
