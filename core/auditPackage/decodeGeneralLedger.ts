import { decimal, key, list, object } from '../agreement/decoder.ts';
import { minorDigits } from '../money/currency.ts';
import { accept, type Refusal, type Result, refuse } from '../refusal/refusals.ts';
import type { Held } from './tieOut.ts';

const format = list(object({ account: key, currency: key, balance: decimal }), 0);

/**
 * Balances of a general ledger: [{"account", "currency", "balance": "-248.27"}], debit less credit, in major units.
 * Refuses: the codes of shape of agreements, agreement-currency-unknown, agreement-value-not-allowed (more
 * places than the currency has).
 */
export function decodeGeneralLedger(json: unknown): Result<readonly Held[]> {
  const refusals: Refusal[] = [];
  const rows = format.decode(json, '', refusals);
  if (rows === undefined) return { ok: false, refusals };
  const held = rows.flatMap(({ account, currency, balance }, index): Held[] => {
    const places = minorDigits(currency);
    if (places === undefined) {
      refusals.push(refuse('agreement-currency-unknown', `[${index}].currency`, { value: currency }));
      return [];
    }
    const short = places - balance.scale;
    const minor = short >= 0 ? balance.digits * 10n ** BigInt(short) : balance.digits / 10n ** BigInt(-short);
    if (short < 0 && minor * 10n ** BigInt(-short) !== balance.digits) {
      const facts = { value: String(balance.scale), allowed: `≤ ${places}` };
      refusals.push(refuse('agreement-value-not-allowed', `[${index}].balance`, facts));
    }
    return [{ account, currency, minor }];
  });
  return refusals.length > 0 ? { ok: false, refusals } : accept(held);
}
