import type { Gathered, Standing } from '../ports/bulkStore.ts';
import type { Deed } from '../ports/dossierStore.ts';
import type { NewJob } from '../ports/jobStore.ts';
import type { Part, Proposal, Revision, Submission } from '../ports/proposalStore.ts';
import type { Tx } from '../ports.ts';
import { oneMaster } from './oneMaster.ts';

/** A transaction of many agreements at once, and what has to be done at its end. */
export type GatheredTx = { readonly tx: Tx; readonly write: () => Promise<void> };

type Lists = { -readonly [name in keyof Gathered]: Gathered[name][number][] };

/**
 * The same transaction for deeds on many agreements, one after the other, without asking the database
 * for each: what they read was read at once under the locks of all dossiers, and what they write
 * is kept and written at the end, a statement for each table. So a deed on thousands of agreements is
 * the deed on one, and the counter of batches is held for the writing alone.
 */
export async function gatheredTx(
  given: Tx,
  codes: readonly string[],
  ids: readonly string[],
): Promise<GatheredTx> {
  const tx = oneMaster(given);
  const standing = await tx.bulks.lockAll(codes, ids);
  const last = await tx.batches.last();
  const rules = await tx.approvalRules.knownAt(last);
  const lists: Lists = {
    proposals: [],
    revisions: [],
    submissions: [],
    parts: [],
    versions: [],
    moves: [],
    deeds: [],
    audits: [],
  };
  const jobs = new Map<string, NewJob>();
  const dossiers = new Map(standing.dossiers);
  const standOf = (code: string) => {
    const stand = dossiers.get(code);
    if (stand === undefined) throw new Error(`Fault: the dossier of ${code} is not locked`);
    return stand;
  };
  return {
    tx: {
      ...tx,
      batches: { ...tx.batches, last: async () => last, lock: async () => {} },
      approvalRules: { ...tx.approvalRules, knownAt: async () => rules },
      agreements: {
        ...tx.agreements,
        knownAt: async (code, batch) =>
          standOf(code).isVersioned ? tx.agreements.knownAt(code, batch) : undefined,
        record: async (version) => {
          const stand = standOf(version.code);
          if (stand.isVersioned) throw new Error(`Fault: ${version.code} has a version`);
          dossiers.set(version.code, { ...stand, isVersioned: true });
          lists.versions.push(version);
          return 1;
        },
      },
      // Many at once are new ones: nothing was approved beside their terms, and nobody is waited for.
      adjustments: {
        ...tx.adjustments,
        knownAt: async (code, batch) =>
          standOf(code).isVersioned ? tx.adjustments.knownAt(code, batch) : [],
      },
      dossiers: {
        ...tx.dossiers,
        lock: async (code) => void standOf(code),
        write: async (code, deed: Omit<Deed, 'number'>) => {
          const stand = standOf(code);
          const number = stand.lastDeed + 1;
          dossiers.set(code, { ...stand, lastDeed: number });
          lists.deeds.push({ ...deed, code, number });
          return number;
        },
      },
      proposals: { ...tx.proposals, ...proposalsOf(standing, lists, (code) => standOf(code).lastProposal) },
      audit: { ...tx.audit, write: async (entry) => void lists.audits.push(entry) },
      jobs: {
        ...tx.jobs,
        add: async (job) => {
          const key = JSON.stringify([job.kind, job.subject]);
          const first = jobs.get(key) ?? job;
          jobs.set(key, first);
          return first.id;
        },
      },
    },
    write: async () => {
      await tx.bulks.writeAll(lists);
      for (const job of jobs.values()) await tx.jobs.add(job);
    },
  };
}

type Proposals = Pick<
  Tx['proposals'],
  'create' | 'get' | 'move' | 'submit' | 'revision' | 'revisions' | 'submissionOf' | 'parts' | 'approve'
>;

/** Proposals as they stand with what was gathered. */
function proposalsOf(standing: Standing, lists: Lists, lastOf: (code: string) => number): Proposals {
  const proposals = new Map(standing.proposals.map((proposal) => [proposal.id, proposal]));
  const texts = new Map<string, Revision>(standing.texts);
  const submissions = new Map<string, Submission>(standing.submissions);
  const parts = new Map<string, readonly Part[]>(standing.parts);
  const change = (id: string, differs: Partial<Proposal>) => {
    const known = proposals.get(id);
    if (known === undefined) throw new Error(`Fault: there is no proposal ${id}`);
    proposals.set(id, { ...known, ...differs });
  };
  const addPart = (proposal: string, submission: number, part: Part) => {
    parts.set(proposal, [...(parts.get(proposal) ?? []), part]);
    lists.parts.push({ ...part, proposal, submission });
  };
  return {
    create: async (entry, text) => {
      const number = lastOf(entry.code) + 1;
      const proposal: Proposal = { ...entry, number, state: 'draft', revision: 1, submission: 0 };
      proposals.set(entry.id, proposal);
      texts.set(entry.id, { ...text, revision: 1 });
      lists.proposals.push(proposal);
      lists.revisions.push({ ...text, proposal: entry.id, revision: 1 });
    },
    get: async (id) => proposals.get(id),
    move: async (id, state, version) => {
      change(id, { state, ...(version !== undefined && { version }) });
      lists.moves.push({ proposal: id, state, ...(version !== undefined && { version }) });
    },
    submit: async (id, submission, authors) => {
      change(id, { state: 'inReview', submission: submission.submission });
      submissions.set(id, submission);
      lists.submissions.push({ ...submission, proposal: id });
      for (const person of authors) addPart(id, submission.submission, { person, at: submission.at });
    },
    revision: async (id) => texts.get(id),
    revisions: async (id) => [texts.get(id)].filter((text) => text !== undefined),
    submissionOf: async (id) => submissions.get(id),
    parts: async (id) => parts.get(id) ?? [],
    approve: async (id, submission, part) => addPart(id, submission, part),
  };
}
