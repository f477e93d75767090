import { parseDate } from '../../../core/calendar/localDate.ts';
import { minorDigits } from '../../../core/money/currency.ts';
import { atScale, parseDecimal, trimDecimal } from '../../../core/number/decimal.ts';
import type { BankEntry, BankStatement, BankTransaction } from '../../../core/payment/bankStatement.ts';
import { accept, type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { FILE_LIMITS } from '../fileLimits.ts';
import { FileRefused, fileRefusal } from '../fileRefusal.ts';
import { childNodes, nodeAt, nodesAt, textAt, type XmlNode } from './xmlNodes.ts';

/** More than a bank books for a company in a month. */
const ENTRIES_MAX = 200_000;

/**
 * The statements of a file in ISO 20022: camt.053 and camt.054, in versions 02 to 08. It is read as it comes;
 * document types and entities are refused. Amounts are exact.
 * Refuses: file-not-found, file-not-readable, file-xml-invalid, statement-not-read (field, value), statement-empty.
 */
export async function readCamt(path: string, name: string): Promise<Result<readonly BankStatement[]>> {
  try {
    const reading = new Reading();
    // Document, the message and the statement stand above.
    for await (const { parent, node } of childNodes({ path, name, limits: FILE_LIMITS }, 3)) {
      if (parent === 'Stmt' || parent === 'Ntfctn') reading.take(node);
    }
    const statements = reading.statements();
    return statements.length > 0
      ? accept(statements)
      : refused(refuse('statement-empty', name, { file: name }));
  } catch (error) {
    const refusal = fileRefusal(error, path, name);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}

type Draft = {
  id: string;
  account: string;
  currency: string;
  opening?: bigint;
  closing?: bigint;
  entries: BankEntry[];
  pending: number;
};

class Reading {
  private readonly drafts: Draft[] = [];
  private entries = 0;

  /** A statement begins with its id. */
  take(node: XmlNode): void {
    if (node.name === 'Id') {
      this.drafts.push({ id: node.text.trim(), account: '', currency: '', entries: [], pending: 0 });
      return;
    }
    const draft = this.drafts.at(-1);
    if (draft === undefined) throw unread('Id', '');
    if (node.name === 'Acct') {
      draft.account = textAt(node, 'Id', 'IBAN') ?? textAt(node, 'Id', 'Othr', 'Id') ?? '';
      draft.currency = textAt(node, 'Ccy') ?? draft.currency;
    } else if (node.name === 'Bal') takeBalance(draft, node);
    else if (node.name === 'Ntry') this.entry(draft, node);
  }

  statements(): readonly BankStatement[] {
    return this.drafts;
  }

  private entry(draft: Draft, node: XmlNode): void {
    this.entries += 1;
    if (this.entries > ENTRIES_MAX) throw unread('Ntry', `> ${ENTRIES_MAX}`);
    const status = textAt(node, 'Sts', 'Cd') ?? textAt(node, 'Sts') ?? '';
    if (status !== 'BOOK') {
      draft.pending += 1;
      return;
    }
    draft.currency ||= nodeAt(node, 'Amt')?.currency ?? '';
    draft.entries.push(entryOf(node, draft.currency));
  }
}

function takeBalance(draft: Draft, node: XmlNode): void {
  const kind = textAt(node, 'Tp', 'CdOrPrtry', 'Cd');
  const minor = signed(node, nodeAt(node, 'Amt')?.currency ?? '');
  if (kind === 'OPBD' || (kind === 'PRCD' && draft.opening === undefined)) draft.opening = minor;
  if (kind === 'CLBD') draft.closing = minor;
  draft.currency ||= nodeAt(node, 'Amt')?.currency ?? '';
}

function entryOf(node: XmlNode, currency: string): BankEntry {
  const reference = textAt(node, 'AcctSvcrRef') ?? textAt(node, 'NtryRef');
  const details = nodesAt(node, 'NtryDtls').flatMap((group) => nodesAt(group, 'TxDtls'));
  const minor = signed(node, currency);
  const batchId = batchIdOf(node);
  const single = details.length === 1;
  const transactions = details.map((detail) => transactionOf(detail, currency, minor, single));
  return {
    ...(reference !== undefined && { reference }),
    bookedOn: dayOf(textAt(node, 'BookgDt', 'Dt') ?? textAt(node, 'BookgDt', 'DtTm') ?? ''),
    minor,
    ...(batchId !== undefined && { batchId }),
    // Parts that say no amounts of their own say whose they are at best: the entry is one amount.
    transactions: transactions.some((one) => one === undefined) ? [] : (transactions as BankTransaction[]),
  };
}

/** Where the bank says which file of ours the entry is the sum of. */
function batchIdOf(node: XmlNode): string | undefined {
  const group = nodeAt(node, 'NtryDtls');
  return (
    textAt(group, 'Btch', 'PmtInfId') ??
    textAt(group, 'Btch', 'MsgId') ??
    textAt(group, 'TxDtls', 'Refs', 'PmtInfId') ??
    textAt(group, 'TxDtls', 'Refs', 'MsgId')
  );
}

function transactionOf(
  node: XmlNode,
  currency: string,
  whole: bigint,
  isOnly: boolean,
): BankTransaction | undefined {
  const amount = nodeAt(node, 'Amt') ?? nodeAt(node, 'AmtDtls', 'TxAmt', 'Amt');
  if (amount === undefined && !isOnly) return undefined;
  const sign = textAt(node, 'CdtDbtInd') ?? (whole < 0n ? 'DBIT' : 'CRDT');
  const minor =
    isOnly || amount === undefined ? whole : minorOf(amount.text, amount.currency ?? currency, sign);
  const endToEndId = textAt(node, 'Refs', 'EndToEndId');
  const returnReason = textAt(node, 'RtrInf', 'Rsn', 'Cd') ?? textAt(node, 'RtrInf', 'Rsn', 'Prtry');
  return {
    minor,
    ...(endToEndId !== undefined && endToEndId !== 'NOTPROVIDED' && { endToEndId }),
    ...(returnReason !== undefined && { returnReason }),
    remittance: nodesAt(nodeAt(node, 'RmtInf'), 'Ustrd')
      .map(({ text }) => text.trim())
      .join(' '),
  };
}

function signed(node: XmlNode, currency: string): bigint {
  const amount = nodeAt(node, 'Amt');
  return minorOf(amount?.text ?? '', amount?.currency ?? currency, textAt(node, 'CdtDbtInd') ?? '');
}

/** Exact, or the file is refused: nothing is rounded. */
function minorOf(text: string, currency: string, sign: string): bigint {
  const digits = minorDigits(currency);
  if (digits === undefined) throw unread('Ccy', currency);
  if (sign !== 'CRDT' && sign !== 'DBIT') throw unread('CdtDbtInd', sign);
  const value = parseDecimal(text.trim());
  const exact = value && trimDecimal(value);
  if (exact === undefined || exact.scale > digits || exact.digits < 0n) throw unread('Amt', text.trim());
  const minor = atScale(exact, digits);
  return sign === 'DBIT' ? -minor : minor;
}

function dayOf(text: string): number {
  const day = parseDate(text.slice(0, 10));
  if (day === undefined) throw unread('BookgDt', text);
  return day;
}

function unread(field: string, value: string): FileRefused {
  return new FileRefused(refuse('statement-not-read', field, { field, value: value.slice(0, 40) }));
}
