import type { BankAccount } from '../bank/bankAccount.ts';
import { formatDate } from '../calendar/localDate.ts';
import { moneyText } from '../money/money.ts';
import { type XmlElement, xmlText } from '../text/xmlText.ts';
import { written } from './checkInstruction.ts';
import type { PaymentFormat } from './payingAccount.ts';
import { type PaymentBatch, type PaymentInstruction, totalOf } from './paymentInstruction.ts';

type Pain = Extract<PaymentFormat, { readonly scheme: string }>;

/**
 * A credit transfer initiation: all payments of a batch from one account on one day. Amounts are exact, and
 * count and sum stand twice, as the schema wants. Shape: every instruction was checked before.
 * Source: ISO 20022, pain.001.001.03 and pain.001.001.09; EPC132-08 where the scheme is SEPA.
 */
export function painXml(batch: PaymentBatch, pain: Pain): string {
  const { messageId, createdAt, payer, instructions } = batch;
  const total = moneyText({ minor: totalOf(instructions), currency: payer.currency });
  const sums = [xml('NbOfTxs', String(instructions.length)), xml('CtrlSum', total)];
  const us = xml('InitgPty', [name(payer.account, pain)]);
  const header = [xml('MsgId', messageId), xml('CreDtTm', createdAt), ...sums, us];
  return xmlText(
    xml(
      'Document',
      [
        xml('CstmrCdtTrfInitn', [
          xml('GrpHdr', header),
          xml('PmtInf', paymentInformation(batch, pain, sums)),
        ]),
      ],
      { xmlns: `urn:iso:std:iso:20022:tech:xsd:${pain.is}` },
    ),
  );
}

function paymentInformation(
  { messageId, executionDay, payer, instructions }: PaymentBatch,
  pain: Pain,
  sums: readonly XmlElement[],
): Part[] {
  const day = formatDate(executionDay);
  return [
    xml('PmtInfId', messageId),
    xml('PmtMtd', 'TRF'),
    xml('BtchBookg', pain.booking === 'one' ? 'true' : 'false'),
    ...sums,
    pain.scheme === 'sepa' ? xml('PmtTpInf', [xml('SvcLvl', [xml('Cd', 'SEPA')])]) : undefined,
    xml('ReqdExctnDt', pain.is === 'pain.001.001.03' ? day : [xml('Dt', day)]),
    xml('Dbtr', [name(payer.account, pain)]),
    xml('DbtrAcct', [accountId(payer.account), xml('Ccy', payer.currency)]),
    agent('DbtrAgt', payer.account, pain, 'needed'),
    xml('ChrgBr', pain.charges),
    ...instructions.map((instruction) => transfer(instruction, pain)),
  ];
}

function transfer(instruction: PaymentInstruction, pain: Pain): XmlElement {
  const { endToEndId, beneficiary, minor, currency, remittance } = instruction;
  return xml('CdtTrfTxInf', [
    xml('PmtId', [xml('InstrId', endToEndId), xml('EndToEndId', endToEndId)]),
    xml('Amt', [xml('InstdAmt', moneyText({ minor, currency }), { Ccy: currency })]),
    agent('CdtrAgt', beneficiary, pain, 'leftOut'),
    xml('Cdtr', [name(beneficiary, pain)]),
    xml('CdtrAcct', [accountId(beneficiary)]),
    xml('RmtInf', [xml('Ustrd', fitting(remittance, pain))]),
  ]);
}

function name({ holder }: BankAccount, pain: Pain): XmlElement {
  return xml('Nm', fitting(holder, pain));
}

function accountId({ iban, number = '' }: BankAccount): XmlElement {
  return xml('Id', [iban === undefined ? xml('Othr', [xml('Id', number)]) : xml('IBAN', iban)]);
}

type Part = XmlElement | undefined;

/** An element of this message: all of them have something inside. */
function xml(
  name: string,
  inside: string | readonly Part[],
  attributes?: XmlElement['attributes'],
): XmlElement {
  const there = typeof inside === 'string' ? inside : inside.filter((part) => part !== undefined);
  return { name, inside: there, ...(attributes && { attributes }) };
}

/** The bank by its BIC, else by its code; where neither is known, the IBAN says it. */
function agent(
  element: string,
  { bic, bankCode }: BankAccount,
  pain: Pain,
  without: 'needed' | 'leftOut',
): Part {
  const institution = (child: XmlElement) => xml(element, [xml('FinInstnId', [child])]);
  if (bic !== undefined) return institution(xml(pain.is === 'pain.001.001.03' ? 'BIC' : 'BICFI', bic));
  if (bankCode !== undefined) return institution(xml('ClrSysMmbId', [xml('MmbId', bankCode)]));
  return without === 'needed' ? institution(xml('Othr', [xml('Id', 'NOTPROVIDED')])) : undefined;
}

function fitting(text: string, { characters }: Pain): string {
  const fits = written(text, characters);
  if (fits === undefined) throw new Error('Fault: an instruction was not checked');
  return fits;
}
