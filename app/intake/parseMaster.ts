import { type LocalDate, parseDate } from '../../core/calendar/localDate.ts';
import { accept, type Refusal, type Result, refuse, refused } from '../../core/refusal/refusals.ts';
import { CODE_LENGTH_MAX } from '../../core/text/key.ts';
import { MASTER_KINDS, type MasterKind, type MasterRow } from '../ports.ts';
import { WITH_ATTRIBUTES } from './checkMaster.ts';
import { invalidAttributes } from './invalidAttributes.ts';
import { invalidRate } from './invalidRate.ts';

/** The fields of a row of master data; beside them stand those of attributes, `attributes.<name>`. */
export const MASTER_FIELDS = ['kind', 'code', 'name', 'validFrom'] as const;

const ATTRIBUTE = 'attributes.';

export function isMasterField(name: string): boolean {
  return (
    MASTER_FIELDS.some((field) => field === name) ||
    (name.length > ATTRIBUTE.length && name.startsWith(ATTRIBUTE))
  );
}

/** Kinds that need a name; the others are called what their code says. */
const NAMED: readonly MasterKind[] = ['partner', 'product', 'category'];

/** Characters that no reader of the text would see; line breaks only in what is no code. */
const CONTROL = { code: /[\p{Cc}\p{Cs}]/u, prose: /[^\P{Cc}\t\n\r]|\p{Cs}/u };

type Texts = Readonly<Record<string, string>>;

/** Texts, field by field, as the version of a thing that they describe. Refuses: master-invalid (field, value, reason). */
export function parseMaster(texts: Texts): Result<MasterRow> {
  const fields = normalised(texts);
  const refusals: Refusal[] = [];
  const because = (field: string, reason: string) =>
    refusals.push(refuse('master-invalid', field, { field, value: fields[field] ?? '', reason }));
  const { kind, code, name, validFrom } = identityOf(fields);
  if (kind === undefined) because('kind', 'kind-unknown');
  if (code === '') because('code', 'field-empty');
  for (const [field, text] of Object.entries(fields)) {
    if (CONTROL[field === 'code' ? 'code' : 'prose'].test(text)) because(field, 'control-character');
    if (!isMasterField(field)) because(field, 'field-unknown');
  }
  if (code.length > CODE_LENGTH_MAX) because('code', 'code-too-long');
  if (name === '' && (kind === undefined || NAMED.includes(kind))) because('name', 'field-empty');
  if (fields.validFrom !== undefined && validFrom === undefined) because('validFrom', 'date-invalid');
  if (kind === undefined) return refused(...refusals);
  const day = validFrom !== undefined && { validFrom };
  const row: MasterRow = {
    kind,
    code,
    name: name === '' ? code : name,
    ...day,
    attributes: attributesOf(fields),
  };
  refusals.push(...unfit(row, refusals.length === 0));
  return refusals.length > 0 ? refused(...refusals) : accept(row);
}

/** Which version of which thing texts speak of, as far as they say it, also where they are refused. */
export function identityOf(fields: Texts): {
  readonly kind: MasterKind | undefined;
  readonly code: string;
  readonly name: string;
  readonly validFrom: LocalDate | undefined;
} {
  const { kind, code = '', name = '', validFrom = '' } = fields;
  return { kind: MASTER_KINDS.find((one) => one === kind), code, name, validFrom: parseDate(validFrom) };
}

/** Lines and agreements are compared in NFC, so master data must be, too; an empty text says nothing. */
function normalised(texts: Texts): Texts {
  const said = Object.entries(texts).filter(([field, text]) => text !== '' || field.startsWith(ATTRIBUTE));
  return Object.fromEntries(said.map(([field, text]) => [field.normalize('NFC'), text.normalize('NFC')]));
}

function attributesOf(fields: Texts): MasterRow['attributes'] {
  const own = Object.entries(fields).filter(([field]) => field.startsWith(ATTRIBUTE));
  return Object.fromEntries(own.map(([field, text]) => [field.slice(ATTRIBUTE.length), text]));
}

/** What attributes say that their names do not allow; of a rate only where all else is right. */
function unfit(row: MasterRow, isWhole: boolean): Refusal[] {
  if (row.kind === 'rate') return isWhole ? invalidRate(row, '') : [];
  if (!WITH_ATTRIBUTES.includes(row.kind)) return [];
  return invalidAttributes(row.attributes).map(({ name, value, reason }) => {
    const field = `${ATTRIBUTE}${name}`;
    return refuse('master-invalid', field, { field, value, reason });
  });
}
