import type { Line } from '../fact/line.ts';
import { currentVersion, type Master, ownDocumentCode } from '../master/master.ts';

/**
 * Whether a line comes from a credit or debit note of a rebate of ours, or takes one back: it says
 * so itself, or its document is registered as ours. A rebate that counted as turnover would lower
 * the turnover that it was earned on. Source: rulings R19.
 */
export function isOwnDocument(line: Line, master: Master): boolean {
  if (line.kind === 'rebateDocument' || line.original?.kind === 'rebateDocument') return true;
  if (master.ownDocuments.size === 0) return false;
  const { returnOf } = line;
  const isReversal = returnOf !== undefined && isRegistered(line, returnOf.document, master);
  return isReversal || isRegistered(line, line.document, master);
}

/** By company and number, and by partner where the register names one; "ours: no" takes an entry back. */
function isRegistered({ company, partner }: Line, document: string, { ownDocuments }: Master): boolean {
  const record = ownDocuments.get(ownDocumentCode(company, document));
  if (record === undefined) return false;
  const { attributes } = currentVersion(record);
  if (attributes.ours === 'no' || (attributes.company ?? company) !== company) return false;
  return (attributes.partner ?? partner) === partner;
}
