import { z } from 'zod';
import { DOCUMENT_LACKS } from '../../app/settlement/documentLacks.ts';
import { HELD_REASONS } from '../../app/trust/holdsOn.ts';
import { TAX_TREATMENTS } from '../../core/agreement/settlementTax.ts';
import { DOCUMENT_KINDS } from '../../core/document/rebateDocument.ts';
import { HOLDS, LAPSES } from '../../core/settlement/part.ts';
import { SETTLEMENT_STATES } from '../../core/settlement/settlementState.ts';
import { dayField } from './dayField.ts';
import { decimalField } from './decimalField.ts';
import { codeField, plainText } from './jsonBody.ts';
import { bothLanguages, dayText, decimalText } from './plainTexts.ts';
import { stepSchema } from './stepJson.ts';

const code = plainText(200);
const methods = z.enum(['creditNote', 'debitNote', 'payment', 'goods', 'deduction']);
const stages = z.enum(['interim', 'final', 'reopened']);
const sides = z.enum(['payable', 'receivable']).describe('owed by us, or to us');
const rate = z.string().describe('percent; "none" where nothing is taxed');

export const settlementSelection = z.strictObject({
  company: codeField('company'),
  agreements: z.exactOptional(z.array(code).min(1).max(1000)).describe('only these; without it all'),
  partners: z
    .exactOptional(z.array(code).min(1).max(1000))
    .describe('only who gets the money is among these'),
  day: z.exactOptional(dayField).describe('as if it were this day; without it today'),
  waivers: z
    .exactOptional(
      z
        .array(
          z.strictObject({
            agreement: code,
            term: code,
            partner: z.exactOptional(code).describe('whose lines are missing; without it of all'),
            reason: plainText(1000),
          }),
        )
        .max(1000),
    )
    .describe('terms that are settled for good although lines are missing, each with a reason'),
});

const accountFields = {
  agreement: z.string(),
  term: z.string(),
  participant: z.string().describe('whose lines it is made of'),
  firstDay: dayText,
  lastDay: dayText,
};

const partSchema = z.strictObject({
  kind: z.enum(['document', 'lapsed', 'held']),
  reason: z.enum([...new Set(['settlement', 'clawBack', ...HOLDS, ...LAPSES])]),
  amount: decimalText,
});

const payout = z
  .strictObject({
    from: z.string().describe('the currency that it was earned in'),
    rate: z.string().describe('what one unit of that is in the currency that is paid; exact'),
    source: z
      .strictObject({ rateType: z.string(), day: dayText })
      .nullable()
      .describe('the kind of rate and its day; null: the contract fixes it'),
  })
  .nullable()
  .describe(
    'where it is paid in another currency than it was earned in; each stated amount is in the latter',
  );

const outcomeSchema = z.strictObject({
  ...accountFields,
  asOf: dayText,
  stage: stages,
  earned: decimalText,
  adjusted: decimalText.describe('of it: approved beside the terms'),
  documented: decimalText,
  lapsed: decimalText,
  parts: z.array(partSchema).describe('they sum to earned less documented and lapsed'),
});

const taxSchema = z.strictObject({ rate, net: decimalText, tax: decimalText });

const totals = { net: decimalText, tax: decimalText, gross: decimalText, withheld: decimalText };

const lacks = z
  .array(z.enum(DOCUMENT_LACKS))
  .describe('what a document could not be issued for, as master data and settings stand now');

export const plannedSchema = z.strictObject({
  company: z.string(),
  day: dayText,
  batch: z.int().min(0).describe('everything that is known up to here counts'),
  notDue: z.array(z.string()).describe('agreements of which nothing can be settled yet'),
  heldBack: z
    .array(z.strictObject({ partner: z.string(), reason: z.enum(HELD_REASONS) }))
    .describe(
      'partners that are left out: a case holds what they would get, or what they sent waits to be looked at',
    ),
  parties: z.array(
    z.strictObject({
      partner: z.string(),
      currency: z.string().describe('that of the documents'),
      earnedIn: z.string().describe('that of the accounts'),
      side: sides,
      lacks,
      documents: z.array(
        z.strictObject({
          reason: z.enum(['settlement', 'clawBack']),
          method: methods,
          treatment: z.enum(TAX_TREATMENTS),
          ...totals,
          payout,
          lines: z.array(z.strictObject({ ...accountFields, rate, stated: decimalText, net: decimalText })),
          taxes: z.array(taxSchema),
        }),
      ),
      reclaims: z
        .array(
          z.strictObject({ ...accountFields, advance: z.uuid(), number: z.string(), amount: decimalText }),
        )
        .describe('what nobody earns any more of what was paid ahead: it is asked back'),
      accounts: z.array(outcomeSchema),
    }),
  ),
});

export const proposedSchema = plannedSchema.extend({
  run: z.uuid().nullable().describe('null: there was nothing to propose'),
  settlements: z.array(z.uuid()),
});

export const settlementSchema = z.strictObject({
  id: z.uuid(),
  run: z.uuid(),
  company: z.string(),
  partner: z.string(),
  side: sides,
  kind: z.enum([...DOCUMENT_KINDS, 'lapse']),
  reason: z.enum(['settlement', 'clawBack', 'lapse', 'cancellation', 'advance']),
  method: methods,
  treatment: z.enum(TAX_TREATMENTS),
  currency: z.string(),
  state: z.enum(SETTLEMENT_STATES),
  ...totals,
  payout,
  proposedAt: z.iso.datetime(),
  proposedBy: z.string().describe('who has proposed it, and does not approve it: "person:…"'),
  number: z.string().nullable(),
  issuedOn: dayText.nullable(),
  dueOn: dayText.nullable(),
  cancels: z.uuid().nullable(),
  cancelReason: z.string().nullable(),
  reclaims: z.uuid().nullable().describe('the advance of which it asks back what nobody earns any more'),
});

export const shownSettlementSchema = settlementSchema.extend({
  day: dayText,
  batch: z.int().min(0),
  waivers: z.array(
    z.strictObject({
      agreement: z.string(),
      term: z.string(),
      partner: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  levels: z.array(z.strictObject({ id: z.string(), name: bothLanguages, approvedBy: z.string().nullable() })),
  lines: z.array(
    z.strictObject({
      ...accountFields,
      stage: stages,
      rate: rate.nullable(),
      lapse: z.enum(LAPSES).nullable(),
      stated: decimalText,
      net: decimalText,
    }),
  ),
  taxes: z.array(taxSchema),
  lacks,
  accounts: z.array(outcomeSchema),
  setOff: z
    .array(z.strictObject({ settlement: z.uuid(), number: z.string(), amount: decimalText }))
    .describe('what of it is set off, and against which documents'),
});

export const advanceBody = z.strictObject({
  agreement: codeField('agreement').describe('by which we pay'),
  term: plainText(200),
  participant: codeField('partner').describe('whose term it is'),
  amount: decimalField.describe('above zero, in the currency of the settlement'),
  beside: z
    .exactOptional(decimalField)
    .describe(
      'what the account was paid ahead before; without it nothing. Refused where it is something else',
    ),
  reason: plainText(1000),
});

export const settlementLineSchema = z.strictObject({
  asOf: dayText,
  batch: z.int().min(0),
  explanation: stepSchema,
  lines: z.array(
    z.strictObject({
      source: z.string(),
      document: z.string(),
      line: z.string(),
      taxRate: z.string().nullable(),
      share: decimalText.nullable(),
    }),
  ),
});

export const payableSchema = z.strictObject({
  settlement: z.uuid(),
  company: z.string(),
  partner: z.string(),
  currency: z.string(),
  amount: decimalText,
  kind: z.enum(DOCUMENT_KINDS),
  method: methods,
  number: z.string(),
  issuedOn: dayText,
  dueOn: dayText,
});

export const seriesBody = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  series: plainText(20),
  numberedBy: z.enum(['here', 'elsewhere']).describe('elsewhere: another system gives the numbers'),
});

export const partyBody = z.strictObject({
  name: plainText(200),
  addressLines: z.array(plainText(200)).max(3),
  city: z.exactOptional(plainText(100)),
  postCode: z.exactOptional(plainText(20)),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('ISO 3166-1'),
  taxId: z.exactOptional(plainText(40)),
  registration: z.exactOptional(plainText(60)),
  electronicAddress: z.exactOptional(z.strictObject({ scheme: plainText(10), address: plainText(200) })),
});

/** Another word about a setting, which counts once a second person has approved it. */
export const settingChangeSchema = z.strictObject({
  id: z.uuid(),
  company: z.string(),
  about: z.enum(['series', 'party']),
  series: seriesBody.nullable(),
  party: partyBody.nullable(),
  author: z.string(),
  proposedAt: z.iso.datetime(),
  state: z.enum(['proposed', 'approved', 'rejected']),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
});

export const documentSettingsSchema = z.strictObject({
  series: z.array(seriesBody),
  party: partyBody.nullable(),
  waiting: z.array(settingChangeSchema).describe('what a second person has to decide on'),
});

export const saidSettingSchema = z.strictObject({
  state: z.enum(['inForce', 'proposed']).describe('proposed: another person has to approve it'),
  change: z.uuid().nullable().describe('the id that it is approved by'),
});
