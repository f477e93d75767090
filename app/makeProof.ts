import { formatDate, type LocalDate } from '../core/calendar/localDate.ts';
import { CALCULATION_VERSION } from '../core/earning/earning.ts';
import { exactText } from '../core/explanation/operands.ts';
import type { Master, MasterRecord } from '../core/master/master.ts';
import { moneyText } from '../core/money/money.ts';
import type { Sha256 } from '../core/proof/merkleRoot.ts';
import { type Proof, type ProvenEarning, proveLines } from '../core/proof/proof.ts';
import { canonicalJson, type Json } from '../core/text/canonicalJson.ts';
import { hex } from '../core/text/hex.ts';
import { utf8 } from '../core/text/utf8.ts';
import type { CalculatedEarning, CalculatedLines } from './calculateLines.ts';

/** What a calculation came from, besides its lines. */
export type ProofFrame = {
  /** The agreement as it stands in its file, parsed. */
  readonly agreement: Json;
  readonly master: Master;
  readonly effective: LocalDate;
  readonly known?: LocalDate;
};

/** Writes down a finished calculation so that anybody with the lines can compute it again. */
export function makeProof(frame: ProofFrame, result: CalculatedLines, sha256: Sha256): Proof {
  const hashed = (text: string) => ({ sha256: hex(sha256(utf8(text))), text });
  return {
    format: 'openrebate-proof/v1',
    calculation: CALCULATION_VERSION,
    effective: formatDate(frame.effective),
    known: frame.known === undefined ? null : formatDate(frame.known),
    agreement: hashed(canonicalJson(frame.agreement)),
    master: hashed(canonicalJson(masterJson(frame.master))),
    lines: proveLines(result.lines, sha256, formatDate),
    earnings: result.earnings.map(provenEarning),
  };
}

export function provenEarning({ earning, shares }: CalculatedEarning): ProvenEarning {
  const { amount, window } = earning;
  return {
    term: earning.term,
    partner: earning.partner,
    firstDay: formatDate(window.from),
    lastDay: formatDate(window.until - 1),
    exact: exactText(earning.exact),
    amount: moneyText(amount),
    shares: shares.flatMap(({ line: { source, document, line }, shareMinor }) =>
      shareMinor === undefined
        ? []
        : [{ source, document, line, share: moneyText({ minor: shareMinor, currency: amount.currency }) }],
    ),
    explanation: earning.explanation,
  };
}

/** Master data as a master file has it, in order of codes and days. */
export function masterJson(master: Master): Json {
  return {
    partners: recordsJson(master.partners),
    products: recordsJson(master.products),
    categories: recordsJson(master.categories),
    rates: recordsJson(master.rates),
  };
}

function recordsJson(records: ReadonlyMap<string, MasterRecord>): Json {
  const inOrder = [...records.values()].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  return inOrder.flatMap(({ code, versions }) =>
    versions
      .toSorted((a, b) => (a.validFrom ?? -Infinity) - (b.validFrom ?? -Infinity))
      .map(({ name, validFrom, attributes }) => ({
        code,
        name,
        ...(validFrom !== undefined && { validFrom: formatDate(validFrom) }),
        attributes,
      })),
  );
}
