import { type Correcting, replacedBy } from '../../core/fact/corrections.ts';
import { type Line, lineKey } from '../../core/fact/line.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { type Match, matchLine } from '../../core/plan/matchLine.ts';
import { type Change, nearestChange } from '../../core/plan/nearestChange.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { businessDay } from '../businessDay.ts';
import type { Ports, TenantId } from '../ports.ts';

export type LineIdentity = { readonly source: string; readonly document: string; readonly line: string };

/** What a line is to each term of each agreement, and why. */
export type LineExplanation = {
  readonly line: Line;
  readonly terms: readonly {
    readonly agreement: string;
    readonly agreementName: { readonly en: string; readonly 'zh-CN': string };
    readonly term: string;
    readonly match: Match;
    /** What would have to be otherwise, so that it counts. */
    readonly change?: Change;
  }[];
};

/**
 * "Why not?" for one line: the same test that every calculation makes, for every term known now.
 * Refuses: line-not-found; line-corrected, which names the line that stands in its place.
 */
export function explainLine(
  ports: Ports,
  tenant: TenantId,
  identity: LineIdentity,
): Promise<Result<LineExplanation>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    const lines = await tx.lines.knownAt(batch, { document: identity.document });
    const line = lines.find((candidate) => lineKey(candidate) === lineKey(identity));
    if (line === undefined) return refused(missing(identity, await tx.revisions.correcting(batch)));
    const context = {
      master: await tx.master.knownAt(batch),
      effective: await businessDay(tx, ports.clock),
    };
    const terms = (await tx.agreements.allKnownAt(batch)).flatMap(({ code, agreement }) =>
      compilePlan(agreement, context.master).terms.map((term) => {
        const match = matchLine(term, line, context);
        const change = nearestChange(term, line, match, context);
        const named = { agreement: code, agreementName: agreement.name, term: term.id };
        return { ...named, match, ...(change && { change }) };
      }),
    );
    return accept({ line, terms });
  });
}

function missing(identity: LineIdentity, correcting: readonly Correcting[]): Refusal {
  const [by] = replacedBy(identity, correcting);
  if (by === undefined) return refuse('line-not-found', 'line', { ...identity });
  return refuse('line-corrected', 'line', { ...identity, byDocument: by.document, byLine: by.line });
}
