import { fieldsOf } from '../../app/facts/factKinds.ts';
import { type FactSubject, isFactSubject } from '../../core/mapping/subject.ts';
import { type InspectedColumn, type Inspection, NAME_FIELDS } from './inspectTable.ts';
import type { ColumnReading } from './readingFormat.ts';
import {
  FACT_SOURCE_FORMAT,
  LINE_SOURCE_FORMAT,
  MASTER_SOURCE_FORMAT,
  NEEDED_FIELDS,
} from './sourceDescription.ts';

/** Stands for what no column says; every line is refused until it is replaced. */
const TO_BE_SAID = '???';

/**
 * A description to start from, as JSON to be edited: what was found and suggested, `???` for what no
 * column says, and under `x-check` what somebody has to look at.
 */
export function suggestedSource(inspection: Inspection, source: string): Record<string, unknown> {
  const { subject } = inspection;
  if (subject === 'lines') return lineSource(inspection, source);
  return isFactSubject(subject) ? factSource(inspection, subject, source) : masterSource(inspection);
}

function lineSource(inspection: Inspection, source: string): Record<string, unknown> {
  const { columns, name } = inspection;
  const columnOf = (field: string) => columns.find((column) => column.field === field)?.column;
  const document = columnOf('document') ?? TO_BE_SAID;
  const line = columnOf('line');
  const mapped = columns.filter(
    ({ field }) => !/^(?:aside|document|line|discount.*|partnerName|productName)$/.test(field),
  );
  const fields = Object.fromEntries(mapped.map(({ field, column }) => [field, { column }]));
  const missing = NEEDED_FIELDS.filter((field) => fields[field] === undefined);
  const constants = Object.fromEntries(missing.map((field) => [field, { constant: TO_BE_SAID }]));
  const discounts = discountsOf(columns);
  const names = namesOf(columns);
  return {
    format: LINE_SOURCE_FORMAT,
    'x-check': checks(inspection, [...missing, ...(document === TO_BE_SAID ? ['document'] : [])]),
    'x-leftOut': columns.filter(({ field }) => field === 'aside').map(({ column }) => column),
    source,
    file: name,
    reading: readingOf(inspection),
    identity: line === undefined ? { by: 'occurrence', document } : { by: 'lineNumber', document, line },
    fields: { ...constants, ...fields },
    ...(discounts.length > 0 && { discounts }),
    ...(Object.keys(names).length > 0 && { names }),
  };
}

function namesOf(columns: readonly InspectedColumn[]): Record<string, unknown> {
  const named = Object.entries(NAME_FIELDS).flatMap(([kind, called]) => {
    const found = columns.find(({ field }) => field === called);
    return found === undefined ? [] : [[kind, { column: found.column }]];
  });
  return Object.fromEntries(named);
}

function discountsOf(columns: readonly InspectedColumn[]): Record<string, unknown>[] {
  const code = { constant: 'LINE' };
  return columns.flatMap(({ field, column }): Record<string, unknown>[] => {
    if (field === 'discountAmount') return [{ origin: 'rule', code, amount: { column } }];
    if (field === 'discountPercent') return [{ origin: 'rule', code, percent: { column } }];
    if (field !== 'discountFraction') return [];
    return [{ origin: 'rule', code, percent: { product: [{ column }, { constant: '100' }] } }];
  });
}

const OWN = ['code', 'name', 'validFrom'];

function masterSource(inspection: Inspection): Record<string, unknown> {
  const { columns, name, subject } = inspection;
  const own = Object.fromEntries(
    columns.filter(({ field }) => OWN.includes(field)).map(({ field, column }) => [field, { column }]),
  );
  const free = columns.filter(({ field }) => field !== 'aside' && !OWN.includes(field));
  const missing = ['code', 'name'].filter((field) => own[field] === undefined);
  const constants = Object.fromEntries(missing.map((field) => [field, { constant: TO_BE_SAID }]));
  return {
    format: MASTER_SOURCE_FORMAT,
    'x-check': checks(inspection, missing),
    'x-leftOut': columns.filter(({ field }) => field === 'aside').map(({ column }) => column),
    kind: subject,
    file: name,
    reading: readingOf(inspection),
    ...constants,
    ...own,
    attributes: Object.fromEntries(free.map(({ field, column }) => [field, { column }])),
  };
}

function factSource(inspection: Inspection, kind: FactSubject, source: string): Record<string, unknown> {
  const { columns, name } = inspection;
  const said = columns
    .filter(({ field }) => field !== 'aside')
    .map(({ field, column }) => [field, { column }]);
  const fields = { source: { constant: source }, ...Object.fromEntries(said) };
  const missing = fieldsOf(kind).needed.filter((field) => !Object.hasOwn(fields, field));
  return {
    format: FACT_SOURCE_FORMAT,
    'x-check': checks(inspection, missing),
    'x-leftOut': columns.filter(({ field }) => field === 'aside').map(({ column }) => column),
    kind,
    file: name,
    reading: readingOf(inspection),
    fields: { ...Object.fromEntries(missing.map((field) => [field, { constant: TO_BE_SAID }])), ...fields },
  };
}

function readingOf({ detection, columns }: Inspection): Record<string, unknown> {
  const known = columns.filter(({ reading }) => reading !== undefined);
  const readings: Record<string, ColumnReading> = Object.fromEntries(
    known.map(({ column, reading }) => [column, reading as ColumnReading]),
  );
  return { ...detection, ...(known.length > 0 && { columns: readings }) };
}

/** Fields that nobody says, columns whose field is not sure, and columns that could be read in two ways. */
function checks({ columns }: Inspection, missing: readonly string[]): string[] {
  return [
    ...missing.map((field) => `${field} = ???`),
    ...columns.filter(({ isSure }) => !isSure).map(({ column, field }) => `${column} → ${field} ?`),
    ...columns.flatMap(({ column, asked }) =>
      asked === undefined ? [] : [`${column}: “${asked.example}” = ${asked.readings.join(' | ')} ?`],
    ),
  ];
}
