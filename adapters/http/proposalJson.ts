import { z } from 'zod';
import { actorText } from '../../app/actor.ts';
import type { ProposalView } from '../../app/agreements/agreementHistory.ts';
import type { Proposal } from '../../app/ports/proposalStore.ts';
import { PROPOSAL_KINDS } from '../../core/lifecycle/amendedText.ts';
import { PROPOSAL_STATES } from '../../core/lifecycle/proposalState.ts';
import { formatDecimal } from '../../core/number/decimal.ts';

const name = z.strictObject({ en: z.string(), 'zh-CN': z.string() });
const instant = z.string().describe('UTC');
const count = z.int().min(0);

export const textSchema = z.record(z.string(), z.unknown()).describe('an agreement in the open format');

export const proposalSchema = z.strictObject({
  id: z.string(),
  agreement: z.string().describe('the id of the agreement'),
  number: z.int().min(1).describe('counted for each agreement'),
  kind: z.enum(PROPOSAL_KINDS),
  state: z.enum(PROPOSAL_STATES),
  baseVersion: count.describe('the version that the text was made from; 0: none'),
  madeFrom: z
    .strictObject({ agreement: z.string(), version: count })
    .nullable()
    .describe('the agreement that was cloned or renewed'),
  revision: z.int().min(1).describe('of its last text'),
  submission: count.describe('how often it was submitted'),
  version: count.nullable().describe('the version that it became'),
});

const revisionSchema = z.strictObject({
  revision: z.int().min(1),
  sha256: z.string(),
  author: z.string(),
  at: instant,
});

const submissionSchema = z.strictObject({
  submission: z.int().min(1),
  revision: z.int().min(1).describe('the text that was handed in'),
  rulesVersion: count.describe('of the approval rules; 0: one other person'),
  value: z.strictObject({ of: z.enum(['expected', 'capped']), amount: z.string(), currency: z.string() }),
  levels: z.array(
    z.strictObject({
      id: z.string(),
      name,
      approvedBy: z.string().nullable().describe('the id of a person'),
      at: instant.nullable(),
    }),
  ),
  authors: z
    .array(z.string())
    .describe('persons who wrote the text or stand behind it: none of them approves'),
  at: instant,
});

export const proposalViewSchema = z.strictObject({
  ...proposalSchema.shape,
  text: textSchema,
  sha256: z.string(),
  revisions: z.array(revisionSchema),
  submitted: submissionSchema.nullable().describe('its last submission'),
});

export function proposalJson(proposal: Proposal): z.input<typeof proposalSchema> {
  const { id, code, number, kind, state, baseVersion, madeFrom, revision, submission, version } = proposal;
  return {
    id,
    agreement: code,
    number,
    kind,
    state,
    baseVersion,
    madeFrom: madeFrom === undefined ? null : { agreement: madeFrom.code, version: madeFrom.version },
    revision,
    submission,
    version: version ?? null,
  };
}

export function proposalViewJson(view: ProposalView): z.input<typeof proposalViewSchema> {
  const { proposal, text, revisions, submission } = view;
  return {
    ...proposalJson(proposal),
    text: JSON.parse(text.text),
    sha256: text.sha256,
    revisions: revisions.map(({ revision, sha256, author, at }) => ({
      revision,
      sha256,
      author: actorText(author),
      at: at.toISOString(),
    })),
    submitted: submission === undefined ? null : submissionJson(submission),
  };
}

function submissionJson(
  submission: NonNullable<ProposalView['submission']>,
): z.input<typeof submissionSchema> {
  const { submission: number, revision, rulesVersion, value, levels, parts, at } = submission;
  return {
    submission: number,
    revision,
    rulesVersion,
    value: { of: value.of, amount: formatDecimal(value.amount), currency: value.currency },
    levels: levels.map(({ id, name: levelName }) => {
      const part = parts.find(({ level }) => level === id);
      const given = { approvedBy: part?.person ?? null, at: part?.at.toISOString() ?? null };
      return { id, name: levelName, ...given };
    }),
    authors: parts.filter(({ level }) => level === undefined).map(({ person }) => person),
    at: at.toISOString(),
  };
}

/** Changes with everything that a reader sees of a proposal; its first number is the revision. */
export function proposalVersion({ proposal, submission }: ProposalView): string {
  const given = submission?.parts.length ?? 0;
  return `${proposal.revision}.${proposal.submission}.${given}.${proposal.state}`;
}
