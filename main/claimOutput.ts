import { sentClaimJson } from '../app/claims/claimJson.ts';
import type { ShownClaim } from '../app/claims/showClaims.ts';
import type { ClaimRule, RecordedEvent, StoredClaim } from '../app/ports/claimStore.ts';
import { formatDate } from '../core/calendar/localDate.ts';
import { type LineStanding, POSITIONS } from '../core/claim/standing.ts';
import { moneyText } from '../core/money/money.ts';
import { formatDecimal } from '../core/number/decimal.ts';
import { factTexts } from '../core/wording/factTexts.ts';
import type { Language } from '../core/wording/language.ts';
import { text } from './texts.ts';

/** A claim that was just raised, on one line. */
export function raisedLine(claim: StoredClaim, language: Language): string {
  const { id, reference, partner, currency, claimed, dueOn: due } = sentClaimJson(claim);
  return text(language, 'claimRaised', { id, reference, partner, currency, claimed, due });
}

/** A claim on one line: what is open, and how late. */
export function claimRow({ claim, open, daysLate: days }: ShownClaim, language: Language): string {
  const { id, reference, partner, currency, claimed, dueOn: due } = sentClaimJson(claim);
  const facts = { id, reference, partner, currency, claimed, due, days };
  return text(language, 'claimRow', { ...facts, open: moneyText({ minor: open, currency }) });
}

/** A claim with its lines, each with where its amount is. */
export function claimLines(shown: ShownClaim, language: Language): string[] {
  const { claim, standings } = shown;
  const { currency } = claim;
  return [
    claimRow(shown, language),
    ...claim.lines.flatMap(({ number: line, minor, transaction, term, participant }) => {
      const document = transaction?.document ?? `${term} ${participant}`;
      const claimed = moneyText({ minor, currency });
      const standing = standings.find((entry) => entry.line === line);
      return [
        text(language, 'claimLine', { line, document, claimed }),
        ...(standing === undefined ? [] : positionLines(standing, currency, language)),
      ];
    }),
  ];
}

function positionLines(standing: LineStanding, currency: string, language: Language): string[] {
  return POSITIONS.flatMap((position) => {
    const said = (minor: bigint, claimReason?: string) => {
      const words = factTexts({ position, ...(claimReason && { claimReason }) }, language);
      const facts = { ...words, amount: moneyText({ minor, currency }) };
      return text(language, claimReason === undefined ? 'claimPosition' : 'claimPositionFor', facts);
    };
    if (position === 'disputed' || position === 'refused')
      return Object.entries(standing[position]).map(([reason, minor]) => said(minor, reason));
    const minor = standing.amounts[position];
    return minor === 0n ? [] : [said(minor)];
  });
}

/** What happened, on one line. */
export function claimEventLine(event: RecordedEvent, language: Language): string {
  const { number, day, kind, actor, reference, note } = event;
  return text(language, 'claimEvent', {
    event: number,
    day: formatDate(day),
    kind,
    actor,
    reference: reference === undefined ? '' : `  ${reference}`,
    note: note === undefined ? '' : `  ${note}`,
  });
}

export function claimRuleLine(rule: ClaimRule, language: Language): string {
  const { company, currency, version, toleranceMinor, tolerancePercent, writeOffMinor } = rule;
  return text(language, 'claimRule', {
    company,
    currency,
    version,
    tolerance: moneyText({ minor: toleranceMinor, currency }),
    percent: formatDecimal(tolerancePercent),
    limit: moneyText({ minor: writeOffMinor, currency }),
    reminders: rule.remindAfterDays.join(', ') || '–',
    answer: rule.answerDays ?? '–',
    byItself: rule.byItself.join(', ') || '–',
  });
}
