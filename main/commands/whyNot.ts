import { knownOf, refusalsOf } from '../../app/calculation/calculateLines.ts';
import {
  type AnsweredEarning,
  type LineWhyNot,
  type MissedLines,
  type PartnerTerm,
  type WhyNotInput,
  whyNotLine,
  whyNotPartner,
} from '../../app/earnings/whyNot.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import type { Match } from '../../core/plan/matchLine.ts';
import type { Change } from '../../core/plan/nearestChange.ts';
import { changeText } from '../../core/wording/changeText.ts';
import type { Language } from '../../core/wording/language.ts';
import { matchText } from '../../core/wording/matchText.ts';
import { renderStep } from '../../core/wording/renderStep.ts';
import { sentences } from '../sentences.ts';
import { refusalLine, type Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { type CalculateFiles, readCalculation } from './calculateFiles.ts';

/** One line (`DOCUMENT/LINE`) or one partner is asked about. */
export type Question = { readonly line: string } | { readonly partner: string };

/** `openrebate why-not`: the first test that failed, and the nearest change, from files. */
export async function answerWhyNot(
  terminal: Terminal,
  files: CalculateFiles,
  question: Question,
  today: LocalDate,
): Promise<void> {
  const read = await readCalculation(files, today, () => {});
  if (!read.ok) return terminal.refuse(read.refusals);
  const { agreement, master, effective, known } = read.value;
  const { lines, refusals } = knownOf(read.value, known);
  const input: WhyNotInput = { agreement, ...(master && { master }), effective, lines };
  const unread = refusalsOf(read.value.files);
  for (const refusal of [...unread, ...refusals]) terminal.say(refusalLine(refusal, terminal.language));
  if ('partner' in question) return tellPartner(terminal, input, question.partner);
  const slash = question.line.lastIndexOf('/');
  const place = { document: question.line.slice(0, slash), line: question.line.slice(slash + 1) };
  const found = whyNotLine(input, place);
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(found.value.map((entry) => lineJson(entry, terminal.language)));
  for (const entry of found.value) tellLine(terminal, entry);
}

function tellLine({ print, language }: Terminal, { line, terms }: LineWhyNot): void {
  print(`${line.source} ${line.document} ${line.line}`);
  for (const { term, match, change, earnings } of terms) {
    print(`${term}: ${answerText(match, change, language)}`);
    for (const entry of earnings) print(earningText(entry, language));
  }
}

function tellPartner(terminal: Terminal, input: WhyNotInput, partner: string): void {
  const terms = whyNotPartner(input, partner);
  const { language } = terminal;
  if (terminal.isJson) {
    terminal.json({ partner, terms: terms.map((entry) => partnerJson(entry, language)) });
    return;
  }
  for (const { term, counted, missed, earnings } of terms) {
    terminal.print(`${term}: ${text(language, 'whyNotLines', { counted })}`);
    for (const entry of missed) terminal.print(`  ${missedText(entry, language)}`);
    for (const entry of earnings) terminal.print(earningText(entry, language));
  }
}

/** What failed first, and below it what would change that. */
export function answerText(match: Match, change: Change | undefined, language: Language): string {
  const said = matchText(match, language);
  return change === undefined ? said : `${said}\n    → ${changeText(change, language)}`;
}

function missedText({ lines, example, match, change }: MissedLines, language: Language): string {
  const { document, line } = example;
  const head = text(language, 'whyNotMissed', { lines, document, line });
  return `${head} ${answerText(match, change, language)}`;
}

/** Nothing in the windows: why; something: what is missing to more. */
function earningText({ earning, answer }: AnsweredEarning, language: Language): string {
  const { explanation } = earning;
  const steps = [...(answer.reason ? [answer.reason] : []), ...answer.missing];
  return sentences(renderStep({ ...explanation, steps }, language));
}

function lineJson({ line, terms }: LineWhyNot, language: Language) {
  return {
    source: line.source,
    document: line.document,
    line: line.line,
    terms: terms.map(({ term, match, change, earnings }) => ({
      term,
      ...answerJson(match, change, language),
      earnings: earnings.map((entry) => earningJson(entry, language)),
    })),
  };
}

function partnerJson({ term, counted, missed, earnings }: PartnerTerm, language: Language) {
  return {
    term,
    counted,
    missed: missed.map(({ lines, example, match, change }) => ({
      lines,
      example: { source: example.source, document: example.document, line: example.line },
      ...answerJson(match, change, language),
    })),
    earnings: earnings.map((entry) => earningJson(entry, language)),
  };
}

function answerJson(match: Match, change: Change | undefined, language: Language) {
  return {
    state: match.state,
    ...(match.state !== 'counted' && { reason: match.reason, facts: match.facts }),
    text: matchText(match, language),
    ...(change && { change: { ...change, text: changeText(change, language) } }),
  };
}

function earningJson(entry: AnsweredEarning, language: Language) {
  const { earning, answer } = entry;
  const { from, until } = earning.window;
  return {
    window: { firstDay: formatDate(from), lastDay: formatDate(until - 1) },
    amount: moneyText(earning.amount),
    ...(answer.reason && { reason: answer.reason }),
    missing: answer.missing,
    text: earningText(entry, language),
  };
}
