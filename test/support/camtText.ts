/** An entry as tests write it: what the bank has booked, in cents, and the payment that it names. */
export type CamtEntry = {
  readonly reference?: string;
  readonly on: string;
  readonly cents: bigint;
  readonly endToEndId?: string;
  readonly returnReason?: string;
  /** What whoever paid has written. */
  readonly remittance?: string;
};

const money = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
const abs = (cents: bigint) => (cents < 0n ? -cents : cents);
const amountIn = (currency: string) => (cents: bigint) =>
  `<Amt Ccy="${currency}">${money(abs(cents))}</Amt><CdtDbtInd>${cents < 0n ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
/** A statement of the bank in camt.053.001.08; say where the money stood before. */
export function camtText(
  account: string,
  entries: readonly CamtEntry[],
  opening = 1_000_000n,
  currency = 'EUR',
): string {
  const amount = amountIn(currency);
  const balance = (kind: string, cents: bigint) =>
    `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>${amount(cents)}<Dt><Dt>2026-02-11</Dt></Dt></Bal>`;
  const closing = entries.reduce((sum, { cents }) => sum + cents, opening);
  const booked = entries.map(({ reference, on, cents, endToEndId, returnReason, remittance }) => {
    const named = endToEndId === undefined ? '' : `<Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>`;
    const returned = returnReason === undefined ? '' : `<RtrInf><Rsn><Cd>${returnReason}</Cd></Rsn></RtrInf>`;
    const said = remittance === undefined ? '' : `<RmtInf><Ustrd>${remittance}</Ustrd></RmtInf>`;
    return `<Ntry>${amount(cents)}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${on}</Dt></BookgDt>${
      reference === undefined ? '' : `<AcctSvcrRef>${reference}</AcctSvcrRef>`
    }<NtryDtls><TxDtls>${named}${amount(cents)}${said}${returned}</TxDtls></NtryDtls></Ntry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S-1</Id><Acct><Id><IBAN>${account}</IBAN></Id></Acct>${balance('OPBD', opening)}${balance('CLBD', closing)}${booked.join('')}</Stmt></BkToCstmrStmt></Document>`;
}
