import type { Agreement } from '../../core/agreement/agreement.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { BLOCKED, type Cell, type Cells } from '../../core/cell/cell.ts';
import { earn } from '../../core/earning/earn.ts';
import { NOBODY_ELSE } from '../../core/earning/others.ts';
import { currentVersion, type Master } from '../../core/master/master.ts';
import { rational } from '../../core/number/rational.ts';
import { compilePlan } from '../../core/plan/compilePlan.ts';
import { memberAttribute } from '../../core/plan/readAttribute.ts';
import { type Candidates, candidatesOf, qualify } from '../../core/qualifying/qualify.ts';
import type { Qualifying } from '../../core/qualifying/qualifying.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { execute } from '../../engine/simple/execute.ts';
import { businessDay } from '../businessDay.ts';
import { linesOf, linesOfPartner } from '../calculation/linesOf.ts';
import { takenOverOf } from '../calculation/takenOverOf.ts';
import type { Inputs } from '../calculation/targetLayers.ts';
import type { Ports, TenantId } from '../ports.ts';

/** A row of the list, with the name that the partner has now. */
export type QualifyingRow = Qualifying & { readonly partnerName: string };

export type QualifyingList = {
  readonly agreement: Agreement;
  readonly effective: LocalDate;
  readonly rows: readonly QualifyingRow[];
};

export type QualifyingQuestion = {
  readonly agreement: string;
  /** Facts up to this day; undefined: the business day. */
  readonly effective?: LocalDate;
  /** Only this partner. */
  readonly partner?: string;
};

/**
 * Where every candidate of an agreement stands: who earns, who does not yet and what is missing, who
 * takes no part, whose lines are blocked, who has missed a deadline; each with its reasons.
 * Refuses: agreement-not-found.
 */
export function whoQualifies(
  ports: Ports,
  tenant: TenantId,
  question: QualifyingQuestion,
): Promise<Result<QualifyingList>> {
  return ports.store.inTenant(tenant, async (tx) => {
    const batch = await tx.batches.last();
    const stored = await tx.agreements.knownAt(question.agreement, batch);
    if (stored === undefined) {
      return refused(refuse('agreement-not-found', 'agreement', { id: question.agreement }));
    }
    const { agreement } = stored;
    const effective = question.effective ?? (await businessDay(tx, ports.clock));
    const master = await tx.master.knownAt(batch);
    const { partner } = question;
    const looked = partner === undefined ? linesOf(agreement) : linesOfPartner(agreement, partner);
    const lines = await tx.lines.knownAt(batch, looked);
    const takenOver = await tx.cutOvers.stateOf(question.agreement, batch);
    const rows = qualifyingOf({ agreement, master, lines, effective, ...(takenOver && { takenOver }) })
      .filter((row) => partner === undefined || row.partner === partner)
      .map((row) => ({ ...row, partnerName: nameOf(row.partner, master) }));
    return accept({ agreement, effective, rows });
  });
}

/** The same from facts at hand. */
export function qualifyingOf(inputs: Inputs): Qualifying[] {
  const { agreement, master, lines, effective } = inputs;
  const plan = compilePlan(agreement, master);
  const context = { master, effective };
  const cells = execute(plan, lines, context);
  const takenOver = takenOverOf(plan, lines, context, inputs.takenOver);
  const earnings = earn(plan, cells, context, NOBODY_ELSE, takenOver);
  const candidates = candidatesOf(plan, lines, context);
  const silent = earn(plan, withSilent(cells, candidates, master), context, NOBODY_ELSE, takenOver);
  const { rule, deadlineDays, afterDeadline } = agreement.settlement.claim;
  const claim = {
    deadlineDays: rule === 'automatic' ? ('none' as const) : deadlineDays,
    lapses: afterDeadline === 'lapses',
  };
  return qualify(candidates, earnings, silent, context, claim);
}

/** A cell of nothing for each candidate: what the calculation then says of it is where it starts from. */
function withSilent(cells: Cells, candidates: readonly Candidates[], master: Master): Cells {
  const nothing = candidates.flatMap(({ planned, place, day, partners }) => {
    const { group } = planned.term;
    const pool = (partner: string) =>
      group === 'none' ? '' : (memberAttribute(group.by, partner, day, master) ?? '');
    return partners.map(
      (partner): Cell => ({
        term: planned.id,
        partner,
        window: place.window,
        slot: BLOCKED,
        bucket: '',
        pool: pool(partner),
        factor: rational(1n),
        sum: 0n,
        scale: 0,
        lines: 0,
      }),
    );
  });
  return { ...cells, cells: [...cells.cells, ...nothing] };
}

function nameOf(code: string, { partners }: Master): string {
  const record = partners.get(code);
  return record === undefined ? code : currentVersion(record).name;
}
