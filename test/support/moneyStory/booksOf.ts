import { moneyText } from '../../../core/money/money.ts';
import type { MoneyStory } from './openStory.ts';

type Amounts = Readonly<Record<string, string>>;

/** What each account of the books holds, debit less credit, and the same of each partner; without what holds nothing. */
export type Books = { readonly accounts: Amounts; readonly partners: Readonly<Record<string, Amounts>> };

/** The balances of every account; the parts by agreement and partner have to sum to each of them. */
export async function booksOf({ ports, tenant }: MoneyStory): Promise<Books> {
  const [accounts, parts] = await ports.store.inTenant(tenant, async (tx) => [
    await tx.ledger.balances({ company: 'EU' }),
    await tx.ledger.subledger({ company: 'EU' }),
  ]);
  const partners: Record<string, Record<string, bigint>> = {};
  for (const { role, partner = '', minor } of parts) {
    const own = partners[partner] ?? {};
    partners[partner] = { ...own, [role]: (own[role] ?? 0n) + minor };
  }
  for (const { role, minor } of accounts) {
    const sum = Object.values(partners).reduce((total, own) => total + (own[role] ?? 0n), 0n);
    if (sum !== minor) throw new Error(`${role} holds ${minor}, and its partners ${sum}`);
  }
  return {
    accounts: texts(Object.fromEntries(accounts.map(({ role, minor }) => [role, minor]))),
    partners: Object.fromEntries(Object.entries(partners).map(([partner, own]) => [partner, texts(own)])),
  };
}

function texts(amounts: Readonly<Record<string, bigint>>): Amounts {
  const held = Object.entries(amounts).filter(([, minor]) => minor !== 0n);
  return Object.fromEntries(held.map(([role, minor]) => [role, moneyText({ minor, currency: 'EUR' })]));
}
