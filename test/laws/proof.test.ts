import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateKnownLines } from '../../app/calculation/calculateLines.ts';
import { makeProof, type ProofFrame, type Proven } from '../../app/proofs/makeProof.ts';
import { type PartnerProof, proveAlone, provePartner } from '../../app/proofs/provePartner.ts';
import { verifyKnownLines } from '../../app/proofs/verifyProof.ts';
import type { Line } from '../../core/fact/line.ts';
import { publicMaster } from '../../core/proof/internal.ts';
import type { Proof } from '../../core/proof/proof.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { canonicalJson, type Json } from '../../core/text/canonicalJson.ts';
import { casesOf } from '../support/agreementCases.ts';
import { inputsOf } from '../support/caseInputs.ts';
import type { CaseTexts } from '../support/caseTexts.ts';
import { MECHANISMS } from '../support/mechanisms.ts';
import { decimalOf } from '../support/trade.ts';
import { IS_DEEP, SEED, tradeCases } from '../support/tradeCases.ts';

const RUNS = IS_DEEP ? 200 : 6;
const TIME = { timeout: IS_DEEP ? 1_800_000 : 60_000 };
const SALT = '5a'.repeat(32);
const PARTNERS = ['P1', 'P2', 'P3', 'P10'];

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

type Calculated = { readonly frame: ProofFrame; readonly result: Proven };

function calculated(texts: CaseTexts): Calculated {
  const { agreement, lines, context } = inputsOf(texts);
  const { master, effective } = context;
  const { earnings } = calculateKnownLines({ agreement, master, effective }, lines);
  return {
    frame: { agreement: texts.agreement as Json, master, effective },
    result: { lines, earnings },
  };
}

function codesOf(result: Result<unknown>): string[] {
  return result.ok ? ['accepted'] : result.refusals.map(({ code }) => code);
}

function proofFor({ frame, result }: Calculated, partner: string) {
  return provePartner(frame, result.lines, { partner, salt: SALT }, sha256);
}

function changed(line: Line): Line {
  const { digits, scale } = line.netValue ?? decimalOf('0');
  return { ...line, netValue: { digits: digits + 1n, scale } };
}

describe('a proof of all lines', () => {
  it.each(Object.entries(MECHANISMS))('verifies, and any changed line is named: %s', TIME, (_, shape) => {
    fc.assert(
      fc.property(casesOf(shape), fc.nat(), (texts, choice) => {
        const case_ = calculated(texts);
        const proof = makeProof(case_.frame, case_.result, 'everything', sha256);
        if (!proof.ok) throw new Error(JSON.stringify(proof.refusals));
        verifies(proof.value, case_);
        namesEachFault(proof.value, case_, choice);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('verifies with the days on which lines became known', TIME, () => {
    fc.assert(
      fc.property(tradeCases, (texts) => {
        const case_ = calculated(texts);
        const proof = makeProof(case_.frame, case_.result, 'withoutInternal', sha256);
        if (!proof.ok) throw new Error(JSON.stringify(proof.refusals));
        const forgotten = case_.result.lines.map(({ knownOn: _, ...line }) => ({ ...line, batch: 0 }));
        const master = publicMaster(case_.frame.master as NonNullable<ProofFrame['master']>);
        const input = { proof: proof.value, master };
        expect(codesOf(verifyKnownLines({ ...input, lines: forgotten }, sha256))).toEqual(['accepted']);
      }),
      { numRuns: IS_DEEP ? 1000 : 40, seed: SEED },
    );
  });
});

function verifies(proof: Proof, { frame, result }: Calculated): void {
  const { master } = frame;
  const verified = verifyKnownLines({ proof, lines: result.lines, ...(master && { master }) }, sha256);
  expect(codesOf(verified)).toEqual(['accepted']);
}

function namesEachFault(proof: Proof, { frame, result }: Calculated, choice: number): void {
  const { lines } = result;
  const at = lines.length === 0 ? -1 : choice % lines.length;
  const line = lines[at];
  if (line === undefined) return;
  const { document, line: number } = line;
  const input = { proof, ...(frame.master && { master: frame.master }) };
  const named = (code: string) => [{ code, at: 'lines', facts: { document, line: number } }];
  const refusals = (own: readonly Line[]) => {
    const found = verifyKnownLines({ ...input, lines: own }, sha256);
    return found.ok ? [] : found.refusals;
  };
  expect(refusals(lines.with(at, changed(line)))).toEqual(named('proof-line-changed'));
  expect(refusals(lines.toSpliced(at, 1))).toEqual(named('proof-line-missing'));
  const stranger = { ...line, document: 'nowhere' };
  expect(refusals([...lines, stranger])).toEqual([
    { code: 'proof-line-unknown', at: 'lines', facts: { document: 'nowhere', line: number } },
  ]);
}

describe('a proof for one partner', () => {
  it.each(Object.entries(MECHANISMS))(
    'follows from its own lines, or says why it cannot: %s',
    TIME,
    (_, shape) => {
      fc.assert(
        fc.property(casesOf(shape), (texts) => {
          const case_ = calculated(texts);
          for (const partner of PARTNERS) {
            const made = proofFor(case_, partner);
            isTheSameAlone(made, case_, partner);
            if (made.ok) tellsNothingOfOthers(made.value.proof, case_, partner);
            else expect(made.refusals.filter(isUnexpected)).toEqual([]);
          }
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
  );

  it('of plain terms is always there', TIME, () => {
    fc.assert(
      fc.property(tradeCases, (texts) => {
        const case_ = calculated(texts);
        for (const partner of PARTNERS) {
          const isThere = case_.result.lines.some((line) => line.partner === partner);
          const codes = codesOf(proofFor(case_, partner));
          expect(codes).toEqual(isThere ? ['accepted'] : ['proof-partner-unknown']);
        }
      }),
      { numRuns: IS_DEEP ? 1000 : 40, seed: SEED },
    );
  });
});

/** Of terms that look at nobody else the lines of the partner give the same, but for what is committed to. */
function isTheSameAlone(made: Result<PartnerProof>, { frame, result }: Calculated, partner: string): void {
  const own = result.lines.filter((line) => line.partner === partner);
  const alone = proveAlone(frame, own, { partner, salt: SALT }, sha256);
  if (alone !== undefined) expect(shownOf(alone)).toBe(shownOf(made));
}

function shownOf(made: Result<PartnerProof>): string {
  if (!made.ok) return canonicalJson(made.refusals as unknown as Json);
  const { others, ...shown } = made.value.proof;
  return canonicalJson({ ...shown, figures: others?.figures } as unknown as Json);
}

/** An amount that figures should give and do not. */
function isUnexpected({ facts }: { readonly facts: Readonly<Record<string, string>> }): boolean {
  return facts.mechanism === 'notReproduced';
}

/** No code of another partner (but of one that it stands under, where the terms climb), and no line of one. */
function tellsNothingOfOthers(proof: Proof, { result }: Calculated, partner: string): void {
  const text = canonicalJson(proof as unknown as Json);
  const isClimbed = proof.agreement.text.includes('"attribute":"partner.code","under"');
  for (const other of PARTNERS.filter((candidate) => candidate !== partner && !isClimbed)) {
    expect(text).not.toMatch(new RegExp(`"${other}\\\\?"`));
  }
  const keys = new Set(proof.lines.leaves.map(({ document, line }) => `${document}/${line}`));
  const own = result.lines.filter((line) => line.partner === partner);
  expect([...keys].sort()).toEqual(own.map(({ document, line }) => `${document}/${line}`).sort());
}
