import { formatDate, type LocalDate } from '../../core/calendar/localDate.ts';
import type { Window } from '../../core/calendar/window.ts';
import { canonicalJson } from '../../core/text/canonicalJson.ts';
import { hex } from '../../core/text/hex.ts';
import { joinKey } from '../../core/text/key.ts';
import { utf8 } from '../../core/text/utf8.ts';
import type { SubledgerBalance } from '../ports/ledgerStore.ts';
import type { Sha256, Tx } from '../ports.ts';

/**
 * What a month of a company held, as 64 hexadecimal digits: SHA-256 over the canonical text of every
 * account of the sub-ledger with what it opened with, moved by and closed with. Neither the number of
 * runs nor their order is in it: the same facts give the same hash. Of accounts in another currency than the
 * books' their worth in the books is in it as well.
 */
export async function monthHash(tx: Tx, sha256: Sha256, company: string, month: Window): Promise<string> {
  const opening = await tx.ledger.subledger({ company, until: month.from });
  const closing = await tx.ledger.subledger({ company, until: month.until });
  const opened = new Map(opening.map((balance) => [keyOf(balance), balance]));
  const closed = new Map(closing.map((balance) => [keyOf(balance), balance]));
  const keys = [...new Set([...opened.keys(), ...closed.keys()])].sort();
  const accounts = keys.map((key) => {
    const [before, after] = [opened.get(key), closed.get(key)];
    const own = movedBy(before?.minor, after?.minor);
    const { currency, bookCurrency } = (after ?? before) as SubledgerBalance;
    return [
      key,
      ...own,
      ...(currency === bookCurrency ? [] : [bookCurrency, ...movedBy(before?.bookMinor, after?.bookMinor)]),
    ];
  });
  const text = canonicalJson({
    format: 'openrebate-close/v1',
    company,
    month: formatDate(month.from),
    accounts,
  });
  return hex(sha256(utf8(text)));
}

/** What an account opened with, moved by and closed with. */
function movedBy(before = 0n, after = 0n): string[] {
  return [`${before}`, `${after - before}`, `${after}`];
}

function keyOf(balance: SubledgerBalance): string {
  const { account, role, currency, partner = '', agreement = '', term = '' } = balance;
  return joinKey(
    role,
    account,
    currency,
    agreement,
    term,
    partner,
    day(balance.windowFrom),
    day(balance.windowUntil),
  );
}

function day(date: LocalDate | undefined): string {
  return date === undefined ? '' : formatDate(date);
}
