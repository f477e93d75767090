import { formatDate } from '../../core/calendar/localDate.ts';
import { missingLevels } from '../../core/claim/writeOffApproval.ts';
import { moneyText } from '../../core/money/money.ts';
import type { ShownDeduction } from './registerDeduction.ts';

/** A deduction as it goes out: amounts in major units; its parts sum to what was deducted. */
export function deductionJson({ deduction, standing, events }: ShownDeduction) {
  const { id, company, partner, reference, currency, note = null } = deduction;
  const text = (minor: bigint) => moneyText({ minor, currency });
  return {
    id,
    company,
    partner,
    reference,
    currency,
    day: formatDate(deduction.day),
    note,
    deducted: text(standing.deducted),
    open: text(standing.open),
    matched: text(standing.matched),
    denied: text(standing.denied),
    writtenOff: text(standing.writtenOff),
    events: events.map(
      ({
        number,
        kind,
        day,
        minor,
        claim = null,
        settlement = null,
        account,
        actor,
        at,
        note: said = null,
        approval,
      }) => ({
        event: number,
        kind,
        day: formatDate(day),
        amount: text(minor),
        missing: approval === undefined ? null : missingLevels(approval),
        claim,
        settlement,
        account:
          account === undefined
            ? null
            : {
                agreement: account.agreement,
                term: account.term,
                participant: account.participant,
                firstDay: formatDate(account.from),
                lastDay: formatDate(account.until - 1),
              },
        actor,
        at: at.toISOString(),
        note: said,
      }),
    ),
  };
}
