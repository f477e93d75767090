import { type LocalDate, toYearMonthDay } from '../calendar/localDate.ts';
import { written } from './checkInstruction.ts';
import type { PaymentFormat } from './payingAccount.ts';
import { type PaymentBatch, type PaymentInstruction, totalOf } from './paymentInstruction.ts';

type Nacha = Extract<PaymentFormat, { readonly is: 'nacha' }>;

const RECORDS_IN_BLOCK = 10;
const FILLER = '9'.repeat(94);
/** Credits alone. */
const SERVICE_CLASS = '220';
/** A credit to a checking account. */
const CHECKING_CREDIT = '22';

/**
 * A file of one batch of credits: records of 94 signs, in blocks of ten. Hashes, counts and totals are in the
 * control records. Shape: every instruction was checked before; `createdAt` is UTC.
 * Source: NACHA operating rules, ACH file specifications, entry classes CCD and PPD.
 */
export function nachaText(batch: PaymentBatch, nacha: Nacha): string {
  const { instructions } = batch;
  const odfi = (batch.payer.account.bankCode ?? '').slice(0, 8);
  const entries = instructions.flatMap((instruction, index) => entryRecords(instruction, index + 1, odfi));
  const sums = {
    count: entries.length,
    hash: instructions.reduce((sum, { beneficiary }) => sum + receivingBank(beneficiary.bankCode), 0n),
    credit: totalOf(instructions),
  };
  const records = [
    fileHeader(batch, nacha),
    batchHeader(batch, nacha, odfi),
    ...entries,
    batchControl(sums, nacha, odfi),
    fileControl(sums, entries.length + 4),
  ];
  while (records.length % RECORDS_IN_BLOCK > 0) records.push(FILLER);
  return records.map((record) => `${record}\n`).join('');
}

type Sums = { readonly count: number; readonly hash: bigint; readonly credit: bigint };

/** Tells files of one minute apart: a letter or digit made of the message id. */
function modifierOf(messageId: string): string {
  const sum = [...messageId].reduce((total, sign) => total * 31n + BigInt(sign.charCodeAt(0)), 0n);
  return (sum % 36n).toString(36).toUpperCase();
}

function fileHeader({ messageId, createdAt }: PaymentBatch, nacha: Nacha): string {
  const { destination, destinationName, origin, originName } = nacha;
  const day = createdAt.slice(2, 10).replaceAll('-', '');
  const time = createdAt.slice(11, 16).replace(':', '');
  return [
    '101',
    destination.padStart(10),
    origin.padStart(10),
    `${day}${time}`,
    `${modifierOf(messageId)}094101`,
    text(destinationName, 23),
    text(originName, 23),
    text('', 8),
  ].join('');
}

function batchHeader({ executionDay, payer }: PaymentBatch, nacha: Nacha, odfi: string): string {
  const { entryClass, companyId, description } = nacha;
  return [
    '5',
    SERVICE_CLASS,
    text(latin(payer.account.holder), 16),
    text('', 20),
    text(companyId, 10),
    entryClass,
    text(description, 10),
    text('', 6),
    dayText(executionDay),
    text('', 3),
    '1',
    odfi,
    number(1n, 7),
  ].join('');
}

/** One payment and what its beneficiary reads. The trace number tells it from all others of the file. */
function entryRecords(instruction: PaymentInstruction, sequence: number, odfi: string): string[] {
  const { beneficiary, minor, endToEndId, remittance } = instruction;
  const place = number(BigInt(sequence), 7);
  const entry = [
    '6',
    CHECKING_CREDIT,
    text(beneficiary.bankCode ?? '', 9),
    text(beneficiary.number ?? '', 17),
    number(minor, 10),
    text(nachaId(endToEndId), 15),
    text(latin(beneficiary.holder), 22),
    text('', 2),
    '1',
    odfi,
    place,
  ];
  return [entry.join(''), ['705', text(latin(remittance), 80), '0001', place].join('')];
}

function batchControl({ count, hash, credit }: Sums, { companyId }: Nacha, odfi: string): string {
  return [
    '8',
    SERVICE_CLASS,
    number(BigInt(count), 6),
    hashText(hash),
    number(0n, 12),
    number(credit, 12),
    text(companyId, 10),
    text('', 25),
    odfi,
    number(1n, 7),
  ].join('');
}

function fileControl({ count, hash, credit }: Sums, records: number): string {
  const blocks = Math.ceil(records / RECORDS_IN_BLOCK);
  return [
    '9',
    number(1n, 6),
    number(BigInt(blocks), 6),
    number(BigInt(count), 8),
    hashText(hash),
    number(0n, 12),
    number(credit, 12),
    text('', 39),
  ].join('');
}

/** NACHA has room for fifteen signs: the last ones, which are the ones that chance has made. */
export function nachaId(endToEndId: string): string {
  return endToEndId.slice(-15).toUpperCase();
}

/** Of a sum of banks the last ten digits: what does not fit is left out, as the rules say. */
function hashText(hash: bigint): string {
  return number(hash % 10n ** 10n, 10);
}

function receivingBank(routingNumber = ''): bigint {
  return BigInt(routingNumber.slice(0, 8));
}

function dayText(day: LocalDate): string {
  const { year, month, day: dayOfMonth } = toYearMonthDay(day);
  return [year % 100, month, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('');
}

function text(value: string, length: number): string {
  return value.slice(0, length).padEnd(length);
}

function number(value: bigint, length: number): string {
  const digits = String(value);
  if (digits.length > length) throw new Error(`Fault: ${digits} does not fit into ${length} digits`);
  return digits.padStart(length, '0');
}

function latin(value: string): string {
  const fits = written(value, 'latin');
  if (fits === undefined) throw new Error('Fault: an instruction was not checked');
  return fits;
}
