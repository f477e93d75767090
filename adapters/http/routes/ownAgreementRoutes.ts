import { z } from 'zod';
import type { OwnAgreement, ReadableAgreement } from '../../../app/portal/ownAgreements.ts';
import { DIRECTIONS } from '../../../core/agreement/agreement.ts';
import { formatDate } from '../../../core/calendar/localDate.ts';
import { AGREEMENT_STATES } from '../../../core/lifecycle/agreementState.ts';
import type { Result } from '../../../core/refusal/refusals.ts';
import { partnerTerms } from '../../../core/wording/terms/agreementTerms.ts';
import type { Clause } from '../../../core/wording/terms/clause.ts';
import { codeField } from '../jsonBody.ts';
import { code, languageParameter } from '../parameters.ts';
import { codePart } from '../parts.ts';
import { bothLanguages, dayText, windowSchema } from '../plainTexts.ts';
import { answer, route } from '../route.ts';
import { windowJson } from '../windowJson.ts';

/** Agreements as the portal has them: of the caller's partners, or of the one that our own people name. */
export type OwnAgreementUseCases = {
  readonly listOwnAgreements: (partner?: string) => Promise<readonly OwnAgreement[]>;
  /** Refuses: agreement-not-found. */
  readonly readOwnAgreement: (code: string, partner?: string) => Promise<Result<ReadableAgreement>>;
  /** Refuses: agreement-not-found, version-differs, person-of-partner-needed. */
  readonly acceptAgreement: (asked: {
    readonly code: string;
    readonly version: number;
    readonly partner: string;
  }) => Promise<Result<OwnAgreement>>;
};

const define = route<OwnAgreementUseCases>();
const FOR_PARTNERS = { isPortal: true, isServedByUs: true } as const;
const CODE = { code: codePart('agreement', 'agreement-not-found', 'the id of an agreement', 'id') };
const partnerParameter = code('as this partner sees them; our own people name one', 'partner');

const ownAgreementSchema = z.strictObject({
  agreement: z.string(),
  name: bothLanguages,
  direction: z.enum(DIRECTIONS),
  version: z.int().min(1).describe('in force'),
  state: z.enum(AGREEMENT_STATES),
  validity: windowSchema,
  currency: z.string(),
  claimRule: z
    .enum(['automatic', 'partnerClaims', 'weClaim'])
    .describe('whether it is settled by itself, claimed by the partner, or claimed from it'),
  settledNext: dayText.nullable().describe('when its next time can be settled; null: all of them can'),
  parties: z
    .array(
      z.strictObject({
        partner: z.string(),
        partnerName: z.string(),
        accepted: z
          .strictObject({ by: z.string(), at: z.iso.datetime() })
          .nullable()
          .describe('online, by a person of the partner; null: the version in force is not accepted'),
      }),
    )
    .describe('whom of the partners asked for it is with'),
});

const clauseSchema = z.strictObject({
  depth: z.int().min(0).describe('of what it stands below'),
  kind: z.enum(['heading', 'sentence']),
  text: z.string(),
});

const EXAMPLE = {
  agreement: 'A-2026',
  name: { en: 'Volume bonus', 'zh-CN': '销量返利' },
  direction: 'customerRebate',
  version: 1,
  state: 'active',
  validity: { firstDay: '2026-01-01', lastDay: '2026-12-31' },
  currency: 'EUR',
  claimRule: 'automatic',
  settledNext: '2026-07-01',
  parties: [{ partner: 'P1', partnerName: 'Nordwind', accepted: null }],
};

export const ownAgreementRoutes = [
  define({
    ...FOR_PARTNERS,
    id: 'listOwnAgreements',
    method: 'GET',
    path: '/api/v1/portal/agreements',
    summary: 'The agreements with a partner, newest first, and whether they are accepted',
    scope: 'agreements:read',
    query: { partner: partnerParameter },
    answer: z.strictObject({ rows: z.array(ownAgreementSchema) }),
    example: { query: { partner: 'P1' }, answer: { rows: [EXAMPLE] } },
    respond: async ({ query: { partner } }, { listOwnAgreements }) =>
      answer({ rows: (await listOwnAgreements(partner)).map(ownAgreementJson) }),
  }),
  define({
    ...FOR_PARTNERS,
    id: 'readOwnAgreement',
    method: 'GET',
    path: '/api/v1/portal/agreements/{code}',
    summary: 'An agreement in plain words, as its partner may read it',
    scope: 'agreements:read',
    parts: CODE,
    query: { partner: partnerParameter, lang: languageParameter },
    answer: ownAgreementSchema.extend({
      clauses: z.array(clauseSchema).describe('as they are read, from the first to the last'),
    }),
    example: {
      path: { code: 'A-2026' },
      query: { partner: 'P1' },
      answer: { ...EXAMPLE, clauses: [{ depth: 0, kind: 'heading', text: 'Parties' }] },
    },
    respond: async ({ path, query: { partner }, language }, { readOwnAgreement }) => {
      const found = await readOwnAgreement(path.code as string, partner);
      if (!found.ok) return found;
      const { readable, withheld } = found.value;
      const clauses = partnerTerms(readable, withheld, language).flatMap((clause) => clauseRows(clause, 0));
      return answer({ ...ownAgreementJson(found.value), clauses });
    },
  }),
  define({
    ...FOR_PARTNERS,
    id: 'acceptOwnAgreement',
    method: 'POST',
    path: '/api/v1/portal/agreements/{code}/acceptance',
    summary: 'Accept the version in force in the name of a partner, by one of its own persons',
    scope: 'agreements:accept',
    parts: CODE,
    body: z.strictObject({
      partner: codeField('partner'),
      version: z.int().min(1).describe('that was read'),
    }),
    answer: ownAgreementSchema,
    example: {
      path: { code: 'A-2026' },
      body: { partner: 'P1', version: 1 },
      answer: EXAMPLE,
      refused: 'person-of-partner-needed',
    },
    respond: async ({ path, body }, { acceptAgreement }) => {
      const done = await acceptAgreement({ code: path.code as string, ...body });
      return done.ok ? answer(ownAgreementJson(done.value)) : done;
    },
  }),
];

function ownAgreementJson({ stored, state, parties, settledNext }: OwnAgreement) {
  const { name, direction, validity, currency, settlement } = stored.agreement;
  return {
    ...{ agreement: stored.code, name, direction, version: stored.version, state, currency },
    validity: windowJson(validity),
    claimRule: settlement.claim.rule,
    settledNext: settledNext === undefined ? null : formatDate(settledNext),
    parties: parties.map(({ partner, partnerName, acceptance }) => ({
      ...{ partner, partnerName },
      accepted: acceptance ? { by: acceptance.personName, at: acceptance.acceptedAt.toISOString() } : null,
    })),
  };
}

function clauseRows({ kind, text, parts }: Clause, depth: number): z.input<typeof clauseSchema>[] {
  return [{ depth, kind, text }, ...parts.flatMap((part) => clauseRows(part, depth + 1))];
}
