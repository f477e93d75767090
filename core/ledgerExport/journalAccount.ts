import { LEDGER_ROLES, type LedgerRole, type LedgerType } from '../ledger/ledgerRole.ts';

const TYPES: Readonly<Record<LedgerType, string>> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
};

/**
 * The name of an account in a plain-text journal: type, company, account, such as "Expenses:EU:4730". Both
 * programs take only letters, digits and hyphens, and want a capital or a digit in front: any other sign is
 * written as its code point between hyphens ("-0020-" is a space), so that no two accounts get one name.
 */
export function journalAccount(company: string, account: string, role: LedgerRole): string {
  return [TYPES[LEDGER_ROLES[role]], part(company), part(account)].join(':');
}

const CAPITALS: ReadonlyMap<string, string> = new Map(
  Object.keys(LEDGER_ROLES).map((role) => [role, `${role.charAt(0).toUpperCase()}${role.slice(1)}`]),
);
const TAKEN = new Set(CAPITALS.values());

/** A role that stands for its own account only gets its capital; what looks like one after that is escaped. */
function part(text: string): string {
  const role = CAPITALS.get(text);
  if (role !== undefined) return role;
  const name = escaped(text);
  // Outside of ASCII every letter may begin a name.
  if (/^([A-Z0-9]|[^\x20-\x7f])/.test(name) && !TAKEN.has(name)) return name;
  // No account holds the sign 0, so that nothing else looks like this.
  const [first = '', ...rest] = name;
  return `0${code('\u0000')}${first === '-' ? name : `${code(first)}${rest.join('')}`}`;
}

/** A hyphen stands for itself unless it would begin what looks like the code of a sign. */
function escaped(text: string): string {
  return [...text.normalize('NFC')]
    .map((sign, at, all) => {
      if (sign === '-') return /^-[0-9A-F]{4,6}-/.test(all.slice(at).join('')) ? code(sign) : sign;
      return /[A-Za-z0-9]/.test(sign) || isLetter(sign) ? sign : code(sign);
    })
    .join('');
}

function isLetter(sign: string): boolean {
  return /\p{L}/u.test(sign) && !/[\x20-\x7f]/.test(sign);
}

function code(sign: string): string {
  return `-${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}-`;
}
