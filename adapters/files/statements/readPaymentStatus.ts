import { open } from 'node:fs/promises';
import { newsOfStatus, type PaymentStatus } from '../../../core/payment/paymentStatus.ts';
import { accept, type Result, refuse, refused } from '../../../core/refusal/refusals.ts';
import { FILE_LIMITS } from '../fileLimits.ts';
import { fileRefusal } from '../fileRefusal.ts';
import { readNachaReturns } from './readNachaReturns.ts';
import { childNodes, nodesAt, textAt, type XmlNode } from './xmlNodes.ts';

/**
 * What a bank says of payments: pain.002 of ISO 20022, or returns in a NACHA file; which of them, its first sign shows.
 * Refuses: file-not-found, file-not-readable, file-xml-invalid, statement-not-read, statement-empty.
 */
export async function readPaymentStatus(
  path: string,
  name: string,
): Promise<Result<readonly PaymentStatus[]>> {
  try {
    const found =
      (await firstSign(path)) === '1' ? await readNachaReturns(path) : await readPain002(path, name);
    return found.length > 0 ? accept(found) : refused(refuse('statement-empty', name, { file: name }));
  } catch (error) {
    const refusal = fileRefusal(error, path, name);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}

async function firstSign(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1), 0, 1, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A status of a payment says more than that of its file, and is all that counts where there is one. */
async function readPain002(path: string, name: string): Promise<readonly PaymentStatus[]> {
  const group: PaymentStatus[] = [];
  const single: PaymentStatus[] = [];
  // Document and the report stand above.
  for await (const { parent, node } of childNodes({ path, name, limits: FILE_LIMITS }, 2)) {
    if (parent !== 'CstmrPmtStsRpt') continue;
    if (node.name === 'OrgnlGrpInfAndSts') group.push(...wholeFile(node, 'OrgnlMsgId', 'GrpSts'));
    if (node.name !== 'OrgnlPmtInfAndSts') continue;
    const own = nodesAt(node, 'TxInfAndSts').flatMap(onePayment);
    single.push(...(own.length > 0 ? own : wholeFile(node, 'OrgnlPmtInfId', 'PmtInfSts')));
  }
  return single.length > 0 ? single : group;
}

function wholeFile(node: XmlNode, id: string, status: string): PaymentStatus[] {
  const [messageId, code] = [textAt(node, id), textAt(node, status)];
  if (messageId === undefined || code === undefined) return [];
  return [{ of: { messageId }, news: newsOfStatus(code), reason: reasonIn(node) }];
}

function onePayment(node: XmlNode): PaymentStatus[] {
  const [endToEndId, code] = [textAt(node, 'OrgnlEndToEndId'), textAt(node, 'TxSts')];
  if (endToEndId === undefined || code === undefined) return [];
  return [{ of: { endToEndId }, news: newsOfStatus(code), reason: reasonIn(node) }];
}

function reasonIn(node: XmlNode): string {
  return textAt(node, 'StsRsnInf', 'Rsn', 'Cd') ?? textAt(node, 'StsRsnInf', 'Rsn', 'Prtry') ?? '';
}
