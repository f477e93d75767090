import { calculateDue } from '../../app/calculation/calculateDue.ts';
import { calculateLines } from '../../app/calculation/calculateLines.ts';
import { agreementHash } from '../../app/proofs/makeProof.ts';
import type { LocalDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept } from '../../core/refusal/refusals.ts';
import { amountText } from '../../core/wording/amountText.ts';
import { renderStep } from '../../core/wording/renderStep.ts';
import { agreementTerms } from '../../core/wording/terms/agreementTerms.ts';
import { calculationJson } from '../calculationJson.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import { SAID_ROWS } from '../rowsSaid.ts';
import { sentences } from '../sentences.ts';
import { sayRefusals, type Terminal } from '../terminal.ts';
import { tallyText, text } from '../texts.ts';
import { type CalculateFiles, readCalculation } from './calculateFiles.ts';
import { type ProofOptions, sha256, writeProof } from './writeProof.ts';

/** `openrebate calculate --agreement … --lines …`: files in, earnings out, no database. */
export async function calculateFromFiles(
  terminal: Terminal,
  files: CalculateFiles & Partial<ProofOptions>,
  today: LocalDate,
): Promise<void> {
  const input = await readCalculation(files, today, (name, rows) => {
    if (rows >= SAID_ROWS) terminal.say(text(terminal.language, 'rows', { name, rows }));
  });
  if (!input.ok) return terminal.refuse(input.refusals);
  const result = calculateLines(input.value);
  const { agreement, effective, known } = input.value;
  if (files.proof !== undefined) {
    const { written, master, adjustments = [] } = input.value;
    const source = { agreement: written, ...(master && { master }), effective, adjustments };
    const framed = { ...source, ...(known !== undefined && { known }) };
    const proof = await writeProof({ ...files, proof: files.proof }, framed, result);
    if (!proof.ok) return terminal.refuse(proof.refusals);
    for (const path of Object.values(proof.value)) {
      terminal.say(text(terminal.language, 'written', { file: path }));
    }
  }
  if (terminal.isJson) {
    const frame = {
      agreement: agreement.id,
      agreementHash: agreementHash(input.value.written, sha256).sha256,
      terms: agreementTerms(agreement, terminal.language),
      currency: agreement.currency,
      effective,
    };
    return terminal.json(calculationJson({ ...frame, ...(known !== undefined && { known }) }, result));
  }
  for (const { earning, difference } of result.earnings) {
    terminal.print(sentences(renderStep(earning.explanation, terminal.language)));
    if (difference !== undefined) {
      const { currency } = agreement;
      const booked = amount(difference.bookedMinor, currency, terminal);
      const delta = amount(difference.deltaMinor, currency, terminal);
      terminal.print(text(terminal.language, 'difference', { booked, delta }));
    }
    terminal.print('');
  }
  for (const { account, bookedMinor } of result.unsupported) {
    const booked = amount(bookedMinor, account.currency, terminal);
    const delta = amount(-bookedMinor, account.currency, terminal);
    const { partner, term } = account;
    terminal.print(text(terminal.language, 'unsupported', { partner, term, booked, delta }));
  }
  terminal.print(text(terminal.language, 'rowsEnded', result.rows));
  for (const tally of result.tallies) terminal.print(tallyText(terminal.language, tally));
  sayRefusals(terminal, result.refusals);
}

/** `openrebate calculate`: calculates and books what is due in the database. */
export async function calculateInDatabase(terminal: Terminal, config: Config): Promise<void> {
  const done = await inTenant(terminal, config, 'calculation:run', async ({ ports }, tenant) => {
    const calculated = await calculateDue(ports, tenant, ({ agreement, earnings, bookings }, left) => {
      terminal.say(
        text(terminal.language, 'calculated', { agreement, earnings, booked: bookings.length, left }),
      );
    });
    return accept(calculated);
  });
  if (!done.ok) return terminal.refuse(done.refusals);
  if (terminal.isJson) {
    return terminal.json(
      done.value.map(({ agreement, run, earnings, bookings }) => ({
        agreement,
        run: run.number,
        batch: run.batch,
        earnings,
        bookings: bookings.map(({ account, number, deltaMinor, causes }) => ({
          term: account.term,
          partner: account.partner,
          number,
          delta: moneyText({ minor: deltaMinor, currency: account.currency }),
          causes: causes.map(({ cause, minor }) => ({
            cause,
            delta: moneyText({ minor, currency: account.currency }),
          })),
        })),
      })),
    );
  }
  const booked = done.value.reduce((sum, { bookings }) => sum + bookings.length, 0);
  terminal.print(text(terminal.language, 'calculatedAll', { agreements: done.value.length, booked }));
}

function amount(minor: bigint, currency: string, { language }: Terminal): string {
  return amountText(moneyText({ minor, currency }), currency, language);
}
