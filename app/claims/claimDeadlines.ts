import type { LocalDate } from '../../core/calendar/localDate.ts';
import { daysLate, reminderDue } from '../../core/claim/ageing.ts';
import { silenceMoves } from '../../core/claim/claimDeeds.ts';
import { movesOf } from '../../core/claim/claimEvent.ts';
import { openMinor, standingOf } from '../../core/claim/standing.ts';
import { type Actor, systemActor } from '../actor.ts';
import { businessDay } from '../businessDay.ts';
import type { StoredClaim } from '../ports/claimStore.ts';
import type { Ports, TenantId, Tx } from '../ports.ts';
import { claimNotHeld } from '../trust/holdsOn.ts';
import { grantClaim } from './grantClaim.ts';
import { lockedClaim, writeClaimDeed } from './lockedClaim.ts';

/** A claim that is to be reminded of: which reminder, how much is open, how late it is. */
export type DueReminder = {
  readonly claim: StoredClaim;
  readonly reminder: number;
  readonly open: bigint;
  readonly daysLate: number;
};

export type PassedDeadlines = {
  /** Claims whose silence was taken for an answer now. */
  readonly silent: readonly StoredClaim[];
  readonly reminders: readonly DueReminder[];
};

/** Whether reminders are written down as gone out: all, none, or those of companies whose rule says so. */
export type Recording = boolean | 'byRule';

const AT_ONCE = 200;

/**
 * What the calendar decides: after the last day for an answer silence is what the agreement says, and a
 * claim of ours that is late is to be reminded of, one reminder at a time. `isRecorded` also writes down
 * that those reminders went out; without it they are only listed. Again on the same day changes nothing
 * more.
 */
export async function passDeadlines(
  ports: Ports,
  tenant: TenantId,
  asked: { readonly day?: LocalDate; readonly isRecorded: Recording; readonly actor: Actor },
): Promise<PassedDeadlines> {
  const silent: StoredClaim[] = [];
  const reminders: DueReminder[] = [];
  let after: string | undefined;
  do {
    const place = after;
    after = await ports.store.inTenant(tenant, async (tx) => {
      const found = await tx.claims.page({ limit: AT_ONCE, ...(place !== undefined && { after: place }) });
      const day = asked.day ?? (await businessDay(tx, ports.clock));
      for (const claim of found) {
        if (await takeSilence(ports, tx, claim, day)) silent.push(claim);
        const due = await dueReminder(ports, tx, claim, { ...asked, day });
        if (due !== undefined) reminders.push(due);
      }
      return found.length === AT_ONCE ? found.at(-1)?.id : undefined;
    });
  } while (after !== undefined);
  return { silent, reminders };
}

async function takeSilence(ports: Ports, tx: Tx, claim: StoredClaim, day: LocalDate): Promise<boolean> {
  if (claim.answer === undefined || day <= claim.answer.by) return false;
  const locked = await lockedClaim(tx, claim.id);
  if (!locked.ok) return false;
  const moves = silenceMoves({ ...claim, answer: claim.answer }, locked.value.standings);
  if (moves.length === 0) return false;
  // What is on hold is not granted by silence either; what silence refuses, it refuses.
  const isGranted = moves.some(({ to }) => to.position === 'accepted');
  if (isGranted && !(await claimNotHeld(tx, claim)).ok) return false;
  const actor = systemActor('claims');
  await grantClaim(ports, tx, locked.value, { kind: 'silence', actor, day, moves });
  return true;
}

async function dueReminder(
  ports: Ports,
  tx: Tx,
  { id, claimant, company, currency, dueOn }: StoredClaim,
  {
    day,
    isRecorded,
    actor,
  }: { readonly day: LocalDate; readonly isRecorded: Recording; readonly actor: Actor },
): Promise<DueReminder | undefined> {
  if (claimant !== 'us' || day <= dueOn) return undefined;
  const rule = await tx.claims.rule(company, currency);
  if (rule === undefined) return undefined;
  const locked = await lockedClaim(tx, id);
  if (!locked.ok) return undefined;
  const { claim, events } = locked.value;
  const open = openMinor(standingOf(claim.lines, movesOf(events)));
  const sent = events.filter(({ kind }) => kind === 'reminded').length;
  const reminder = open === 0n ? undefined : reminderDue(dueOn, day, rule.remindAfterDays, sent);
  if (reminder === undefined) return undefined;
  const due = { claim, reminder, open, daysLate: daysLate(dueOn, day) };
  const isWritten = isRecorded === 'byRule' ? rule.byItself.includes('reminders') : isRecorded;
  if (!isWritten) return due;
  const reference = String(reminder);
  await writeClaimDeed(ports, tx, locked.value, { kind: 'reminded', actor, day, moves: [], reference });
  return due;
}
