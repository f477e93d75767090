import { stateOfMessage } from '../../app/claims/showMessages.ts';
import type { ClaimMessage, SaidOfClaims } from '../../app/ports/claimMessageStore.ts';
import { formatDecimal } from '../../core/number/decimal.ts';
import type { Language } from '../../core/wording/language.ts';
import { REFUSALS_MAX, refusalsJson } from './refusalJson.ts';

/** A message about claims and what became of it. */
export function claimMessageJson(message: ClaimMessage, language: Language) {
  const { id, partner = null, said, at, taken, repairs = null, repairedBy = null, dismissed } = message;
  return {
    id,
    partner,
    kind: said.kind,
    claim: 'claim' in said ? said.claim : null,
    at: at.toISOString(),
    state: stateOfMessage(message),
    claims: taken?.claims ?? [],
    refusals: refusalsJson((taken?.refusals ?? []).slice(0, REFUSALS_MAX), language),
    waiting: taken?.waiting ?? [],
    repairs,
    repairedBy,
    reason: dismissed?.reason ?? null,
    isFromPartner: message.isFromPartner,
    ...saidJson(said),
  };
}

/** What people say to each other of a claim, as both sides read it. */
function saidJson(said: SaidOfClaims) {
  switch (said.kind) {
    case 'claims':
      return { text: null, disputed: null };
    case 'comment':
      return { text: said.text, disputed: null };
    case 'proof':
      return { text: said.name, disputed: null };
    case 'dispute': {
      const { reason, line = null, amount, note = null } = said;
      return {
        text: note,
        disputed: { reason, line, amount: amount === undefined ? null : formatDecimal(amount) },
      };
    }
  }
}

/** The same with the rows as they were sent. */
export function shownMessageJson(message: ClaimMessage, language: Language) {
  const rows = message.said.kind === 'claims' ? message.said.rows : [];
  return { ...claimMessageJson(message, language), rows };
}
