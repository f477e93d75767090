/** The account of the general ledger that stands for a role; nothing where no rule names one, and the role is all that there is. */
export function ownAccount(account: string, role: string): string | undefined {
  return account === role ? undefined : account;
}
