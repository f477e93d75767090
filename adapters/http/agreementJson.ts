import { z } from 'zod';
import { actorText } from '../../app/actor.ts';
import type { AgreementAsOf, AgreementHistory } from '../../app/agreements/agreementHistory.ts';
import type { AgreementEntry } from '../../app/agreements/listAgreements.ts';
import type { OnlineAcceptance } from '../../app/agreements/onlineAcceptances.ts';
import type { AgreementDocument } from '../../app/ports/documentStore.ts';
import { DEEDS, type Deed } from '../../app/ports/dossierStore.ts';
import { DIRECTIONS, PROGRAMMES } from '../../core/agreement/agreement.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { AGREEMENT_STATES } from '../../core/lifecycle/agreementState.ts';
import { PROPOSAL_KINDS } from '../../core/lifecycle/amendedText.ts';
import { dayText } from './plainTexts.ts';
import { proposalJson, proposalSchema, textSchema } from './proposalJson.ts';

const state = z.enum(AGREEMENT_STATES).describe('follows from its texts, its dates and the day');
const name = z.strictObject({ en: z.string(), 'zh-CN': z.string() });
const count = z.int().min(0);

export const agreementEntrySchema = z.strictObject({
  agreement: z.string().describe('its id'),
  state,
  version: z.int().min(1).nullable().describe('the version in force; null: nothing is approved yet'),
  name: name.nullable(),
  programme: z.enum(PROGRAMMES).nullable(),
  direction: z.enum(DIRECTIONS).nullable(),
  validity: z.strictObject({ firstDay: dayText, lastDay: dayText }).nullable(),
  open: z.array(proposalSchema).describe('what is a draft or in review'),
});

export function agreementEntryJson(entry: AgreementEntry): z.input<typeof agreementEntrySchema> {
  const { code, state: at, inForce, open } = entry;
  const validity = inForce?.agreement.validity;
  return {
    agreement: code,
    state: at,
    version: inForce?.version ?? null,
    name: inForce?.agreement.name ?? null,
    programme: inForce?.agreement.programme ?? null,
    direction: inForce?.agreement.direction ?? null,
    validity: validity
      ? { firstDay: formatDate(validity.from), lastDay: formatDate(validity.until - 1) }
      : null,
    open: open.map(proposalJson),
  };
}

export const agreementSchema = z.strictObject({
  agreement: z.string(),
  state,
  version: z.int().min(1),
  batch: z.int().min(1).describe('known from this batch on'),
  sha256: z.string(),
  text: textSchema,
});

export function agreementJson({ stored, state: at }: AgreementAsOf): z.input<typeof agreementSchema> {
  const { code, version, batch, sha256, text } = stored;
  return { agreement: code, state: at, version, batch, sha256, text: JSON.parse(text) };
}

export const versionsSchema = z.strictObject({
  agreement: z.string(),
  state,
  versions: z.array(
    z.strictObject({
      version: z.int().min(1),
      batch: z.int().min(1),
      at: z.iso.datetime().nullable().describe('when it was approved or taken over'),
      sha256: z.string(),
      proposal: z.string().nullable().describe('null: taken over as it stood, without approval'),
    }),
  ),
  proposals: z.array(proposalSchema),
  successors: z.array(z.strictObject({ agreement: z.string(), kind: z.enum(PROPOSAL_KINDS) })),
});

export function versionsJson(history: AgreementHistory): z.input<typeof versionsSchema> {
  const { code, state: at, versions, proposals, successors } = history;
  return {
    agreement: code,
    state: at,
    versions: versions.map((entry) => ({
      ...entry,
      at: entry.at?.toISOString() ?? null,
      proposal: entry.proposal ?? null,
    })),
    proposals: proposals.map(proposalJson),
    successors: successors.map((entry) => ({ agreement: entry.code, kind: entry.kind })),
  };
}

export const deedSchema = z.strictObject({
  number: z.int().min(1).describe('counted for each agreement'),
  deed: z.enum(DEEDS),
  actor: z.string().describe('person:…, service:… or system:…'),
  at: z.string(),
  batch: count.describe('the last batch that it saw, or the one that it made'),
  proposal: z.string().nullable(),
  revision: count.nullable(),
  submission: count.nullable(),
  level: z.string().nullable(),
  version: count.nullable().describe('the version that it made'),
  path: z
    .string()
    .nullable()
    .describe('the place in the text that a comment is about; the name of a document'),
  reason: z.string().nullable().describe('why; of a comment, what it says'),
});

export function deedJson(deed: Deed): z.input<typeof deedSchema> {
  const { number, deed: kind, actor, at, batch } = deed;
  return {
    number,
    deed: kind,
    actor: actorText(actor),
    at: at.toISOString(),
    batch,
    proposal: deed.proposal ?? null,
    revision: deed.revision ?? null,
    submission: deed.submission ?? null,
    level: deed.level ?? null,
    version: deed.version ?? null,
    path: deed.path ?? null,
    reason: deed.reason ?? null,
  };
}

export const documentSchema = z.strictObject({
  id: z.string(),
  name: z.string().describe('cleaned, with the ending of its type'),
  mediaType: z.string().describe('what its content is, whatever the sender said'),
  bytes: count,
  sha256: z.string(),
  actor: z.string(),
  at: z.string(),
});

export function documentJson(document: AgreementDocument): z.input<typeof documentSchema> {
  const { id, name: called, mediaType, bytes, sha256, actor, at } = document;
  return { id, name: called, mediaType, bytes, sha256, actor: actorText(actor), at: at.toISOString() };
}

export const onlineAcceptanceSchema = z.strictObject({
  partner: z.string(),
  partnerName: z.string(),
  version: z.int().min(1),
  by: z.string().describe('what the person of the partner was called'),
  at: z.iso.datetime(),
});

export function onlineAcceptanceJson({
  partner,
  partnerName,
  version,
  personName,
  acceptedAt,
}: OnlineAcceptance) {
  return { partner, partnerName, version, by: personName, at: acceptedAt.toISOString() };
}
