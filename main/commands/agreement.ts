import { readAgreement } from '../../adapters/files/readAgreement.ts';
import type { Agreement } from '../../core/agreement/agreement.ts';
import { agreementSchema } from '../../core/agreement/agreementSchema.ts';
import { decodeAgreement } from '../../core/agreement/decodeAgreement.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { lintAgreement } from '../../core/lint/lintAgreement.ts';
import { underOtherFormulas } from '../../core/lint/otherFormulas.ts';
import { decimalToRational, parseDecimal } from '../../core/number/decimal.ts';
import type { Rational } from '../../core/number/rational.ts';
import { accept, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { findingText } from '../../core/wording/findingText.ts';
import { agreementTerms } from '../../core/wording/terms/agreementTerms.ts';
import { clauseLines } from '../clauseLines.ts';
import { comparisonJson, comparisonLines } from '../comparison.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { text } from '../texts.ts';
import { agreementOf } from './calculateFiles.ts';

/**
 * `openrebate agreement validate`: every reason against a file, or that there is none; then what
 * may not be meant, and what the tiers would pay under other formulas.
 */
export async function validateAgreement(terminal: Terminal, path: string, volume?: string): Promise<void> {
  const wanted = volumeOf(volume);
  if (!wanted.ok) return terminal.refuse(wanted.refusals);
  const decoded = await agreementOf(path);
  if (!decoded.ok) return terminal.refuse(decoded.refusals);
  const agreement = decoded.value;
  if (terminal.isJson) terminal.json(validationJson(terminal, agreement, wanted.value));
  else printValidation(terminal, agreement, wanted.value);
}

function volumeOf(volume: string | undefined): Result<Rational | undefined> {
  if (volume === undefined) return accept(undefined);
  const value = parseDecimal(volume);
  if (value !== undefined) return accept(decimalToRational(value));
  const facts = { argument: '--volume', value: volume, expected: '1234.5' };
  return refused(refuse('argument-invalid', '--volume', facts));
}

function validationJson({ language }: Terminal, agreement: Agreement, volume: Rational | undefined) {
  const { id, terms, currency } = agreement;
  return {
    agreement: id,
    terms: terms.map((term) => term.id),
    valid: true,
    findings: lintAgreement(agreement).map((found) => ({ ...found, text: findingText(found, language) })),
    comparisons: terms.flatMap((term) => {
      const comparison = underOtherFormulas(term, currency, volume);
      return comparison === undefined ? [] : [{ term: term.id, ...comparisonJson(comparison) }];
    }),
  };
}

function printValidation(terminal: Terminal, agreement: Agreement, volume: Rational | undefined): void {
  const { language } = terminal;
  const { id, terms, currency } = agreement;
  terminal.print(text(language, 'valid', { agreement: id, terms: terms.length }));
  for (const found of lintAgreement(agreement)) {
    const says = { at: found.at, finding: findingText(found, language), code: found.code };
    terminal.print(text(language, found.severity, says));
  }
  for (const term of terms) {
    const comparison = underOtherFormulas(term, currency, volume);
    if (comparison === undefined) continue;
    terminal.print(`\n${text(language, 'otherFormulas', { term: term.id })}`);
    for (const line of comparisonLines(comparison, language)) terminal.print(line);
  }
}

/** `openrebate agreement schema`: the JSON Schema that agreement files are checked with. */
export async function printSchema(terminal: Terminal): Promise<void> {
  terminal.json(agreementSchema());
}

/** An agreement as it is known, and its text as it was recorded. */
type Shown = {
  readonly agreement: Agreement;
  readonly json: Readonly<Record<string, unknown>>;
};

/** `openrebate agreement show`: a file, or an agreement of the database by its id, in plain language. */
export async function showAgreement(terminal: Terminal, config: Config, name: string): Promise<void> {
  const shown = await (/\.(json|ya?ml)$/i.test(name) ? fromFile(name) : fromDatabase(terminal, config, name));
  if (!shown.ok) return terminal.refuse(shown.refusals);
  const { agreement, json } = shown.value;
  const terms = agreementTerms(agreement, terminal.language);
  if (terminal.isJson) return terminal.json({ ...json, terms });
  for (const line of clauseLines(terms)) terminal.print(line);
}

async function fromFile(path: string): Promise<Result<Shown>> {
  const file = await readAgreement(path);
  if (!file.ok) return file;
  const decoded = decodeAgreement(file.value.parsed);
  if (!decoded.ok) return decoded;
  return accept({ agreement: decoded.value, json: { code: decoded.value.id, text: file.value.parsed } });
}

function fromDatabase(terminal: Terminal, config: Config, code: string): Promise<Result<Shown>> {
  return inTenant(terminal, config, 'agreements:read', async ({ ports }, tenant) => {
    return ports.store.inTenant(tenant, async (tx): Promise<Result<Shown>> => {
      const stored = await tx.agreements.knownAt(code, await tx.batches.last());
      if (stored === undefined) return refused(refuse('agreement-not-found', 'agreement', { id: code }));
      const { version, sha256, agreement } = stored;
      const { from, until } = agreement.validity;
      const validity = { firstDay: formatDate(from), lastDay: formatDate(until - 1) };
      const recorded = JSON.parse(stored.text) as unknown;
      return accept({ agreement, json: { code, version, sha256, validity, text: recorded } });
    });
  });
}
