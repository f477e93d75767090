import { explainEarning } from '../../app/earnings/explainEarning.ts';
import type { EarningExplanation } from '../../app/earnings/explainEarnings.ts';
import { explainLine, type LineExplanation, type LineIdentity } from '../../app/earnings/explainLine.ts';
import { isUuid } from '../../app/isUuid.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { BALANCES, type Balance } from '../../core/cutOver/cutOverFields.ts';
import { byMonth } from '../../core/earning/byMonth.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { moneyText } from '../../core/money/money.ts';
import { refuse, refused } from '../../core/refusal/refusals.ts';
import { causeText } from '../../core/wording/causeText.ts';
import { renderStep } from '../../core/wording/renderStep.ts';
import { termInWords } from '../../core/wording/terms/agreementTerms.ts';
import { monthJson } from '../calculationJson.ts';
import { clauseLines } from '../clauseLines.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import { sentences } from '../sentences.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { answerText } from './whyNot.ts';

/** `openrebate explain earning`: from an amount to its steps, lines and bookings. */
export async function explainOne(terminal: Terminal, config: Config, id: string): Promise<void> {
  const explained = await inTenant(terminal, config, 'earnings:read', async ({ ports }, tenant) => {
    if (!isUuid(id)) return refused(refuse('earning-not-found', 'id', { id }));
    return explainEarning(ports, tenant, id);
  });
  if (!explained.ok) return terminal.refuse(explained.refusals);
  if (terminal.isJson) return terminal.json(explanationJson(explained.value, terminal));
  terminal.print(explanationText(explained.value, terminal));
}

function money(minor: bigint, { row }: EarningExplanation): string {
  return moneyText({ minor, currency: row.account.currency });
}

export function explanationText(explained: EarningExplanation, terminal: Terminal): string {
  const { row, agreement, term, explanation, lines, bookings } = explained;
  const head = `${row.partnerName} (${row.account.partner}) · ${agreement.name[terminal.language]} · ${agreement.code} (${agreement.version}) ${term.id}`;
  const shares = lines.flatMap(({ line, placedOn, payout, shareMinor }) => [
    [
      `  ${formatDate(placedOn)}`,
      `${line.document} ${line.line}`.padEnd(20),
      line.product.padEnd(14),
      exactText(payout).padStart(16),
      (shareMinor === undefined ? '' : money(shareMinor, explained)).padStart(12),
    ].join('  '),
    ...(line.correction?.chain ?? []).map(
      (one) => `              ${text(terminal.language, 'corrects', one)}`,
    ),
  ]);
  const booked = bookings.map(
    ({ number, deltaMinor, causes, run }) =>
      `  #${number}  ${formatDate(run.effective)}  ${money(deltaMinor, explained).padStart(12)}  ${causes
        .map(({ cause, minor }) => `${causeText(cause, terminal.language)} ${money(minor, explained)}`)
        .join(', ')}`,
  );
  return [
    head,
    sentences(renderStep(explanation, terminal.language)),
    ...clauseLines(termInWords(term, row.account.currency, terminal.language)),
    '',
    text(terminal.language, 'monthsShown'),
    ...byMonth(lines).map(({ month, payout }) => `  ${month}  ${exactText(payout).padStart(16)}`),
    text(terminal.language, 'linesShown'),
    ...shares,
    ...openingLines(explained, terminal),
    text(terminal.language, 'bookingsShown'),
    ...booked,
  ].join('\n');
}

/** What the account began with at its cut-over; nothing where it was not taken over. */
function openingLines(explained: EarningExplanation, { language }: Terminal): string[] {
  const amounts = openingJson(explained);
  return amounts === undefined ? [] : [text(language, 'openingShown', amounts)];
}

function openingJson(explained: EarningExplanation): Record<Balance, string> | undefined {
  const { opening } = explained;
  if (opening === undefined) return undefined;
  const texts = BALANCES.map((name) => [name, money(opening[name], explained)]);
  return Object.fromEntries(texts) as Record<Balance, string>;
}

function explanationJson(explained: EarningExplanation, { language }: Terminal): unknown {
  const { row, agreement, term, explanation, lines, bookings } = explained;
  const opening = openingJson(explained);
  return {
    id: row.id,
    agreement,
    term: term.id,
    partner: row.account.partner,
    amount: money(row.earnedMinor, explained),
    currency: row.account.currency,
    explanation,
    terms: termInWords(term, row.account.currency, language),
    months: byMonth(lines).map(monthJson),
    lines: lines.map(({ line, placedOn, qualifier, payout, shareMinor }) => ({
      source: line.source,
      document: line.document,
      line: line.line,
      placedOn: formatDate(placedOn),
      qualifier: exactText(qualifier),
      payout: exactText(payout),
      ...(shareMinor !== undefined && { share: money(shareMinor, explained) }),
    })),
    ...(opening && { opening }),
    bookings: bookings.map(({ number, deltaMinor, causes, run }) => ({
      number,
      run: run.number,
      effective: formatDate(run.effective),
      delta: money(deltaMinor, explained),
      causes: causes.map(({ cause, minor }) => ({ cause, delta: money(minor, explained) })),
    })),
  };
}

/** `openrebate explain line`: what a line is to each term, and why it earned nothing. */
export async function explainWhy(terminal: Terminal, config: Config, identity: LineIdentity): Promise<void> {
  const explained = await inTenant(terminal, config, 'facts:read', async ({ ports }, tenant) => {
    return explainLine(ports, tenant, identity);
  });
  if (!explained.ok) return terminal.refuse(explained.refusals);
  if (terminal.isJson) return terminal.json(lineJson(explained.value));
  for (const { agreement, agreementName, term, match, change } of explained.value.terms) {
    const answer = answerText(match, change, terminal.language);
    terminal.print(`${agreement} ${term} (${agreementName[terminal.language]}): ${answer}`);
  }
}

function lineJson({ line, terms }: LineExplanation): unknown {
  return {
    source: line.source,
    document: line.document,
    line: line.line,
    terms: terms.map(({ agreement, term, match, change }) => ({
      agreement,
      term,
      state: match.state,
      ...(match.state !== 'counted' && { reason: match.reason, facts: match.facts }),
      ...(change && { change }),
    })),
  };
}
