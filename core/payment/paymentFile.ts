import { formatDate } from '../calendar/localDate.ts';
import type { Json } from '../text/canonicalJson.ts';
import { nachaText } from './nachaText.ts';
import { painXml } from './painXml.ts';
import { paymentCsv } from './paymentCsv.ts';
import type { PaymentBatch } from './paymentInstruction.ts';

/** The file that the bank of the account takes; the same batch gives the same text. */
export function paymentFile(batch: PaymentBatch): string {
  const { file } = batch.payer;
  if (file.is === 'nacha') return nachaText(batch, file);
  return file.is === 'csv' ? paymentCsv(batch) : painXml(batch, file);
}

/** What makes a batch the one that it is; its hash becomes its message id. */
export function batchContent({ executionDay, payer, instructions }: Omit<PaymentBatch, 'messageId'>): Json {
  return {
    executionDay: formatDate(executionDay),
    payer: payer as Json,
    instructions: instructions.map(({ minor, ...rest }) => ({ ...rest, minor: String(minor) })) as Json,
  };
}
