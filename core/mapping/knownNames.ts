import { bareName } from './foldedName.ts';
import { BUSINESS_ONE } from './systems/businessOne.ts';
import { CHINESE_HEADINGS, GOLDEN_TAX, KINGDEE, YONYOU_U8 } from './systems/chinese.ts';
import { DATEV, GERMAN_SYSTEMS } from './systems/german.ts';
import { DISTRIBUTION, INFOR_LN, INFOR_M3, SYTELINE } from './systems/infor.ts';
import { BUSINESS_CENTRAL, BUSINESS_CENTRAL_LINES, DYNAMICS_365, GREAT_PLAINS } from './systems/microsoft.ts';
import { JD_EDWARDS, NETSUITE, ORACLE_EBS } from './systems/oracle.ts';
import { REPLACEMENTS } from './systems/replacements.ts';
import { SAP } from './systems/sap.ts';
import { SAP_BW, SAP_LABELS } from './systems/sapLabels.ts';
import { AMAZON, SHOPIFY, SHOPS } from './systems/shops.ts';
import { ERPNEXT, ODOO, QUICKBOOKS, XERO } from './systems/smallBusiness.ts';
import { CATALOGUES, CHARGEBACKS, ELECTRONIC_INVOICES } from './systems/standards.ts';
import type { SystemNames } from './systems/systemNames.ts';

/** The field that a system has in a column, and whether other columns of the file let recognise the system. */
export type KnownName = { readonly field: string; readonly isOfFile: boolean };
export type KnownNames = (name: string) => KnownName | undefined;

const SYSTEMS: readonly SystemNames[] = [
  REPLACEMENTS,
  SAP,
  SAP_LABELS,
  SAP_BW,
  BUSINESS_ONE,
  ORACLE_EBS,
  JD_EDWARDS,
  NETSUITE,
  BUSINESS_CENTRAL,
  BUSINESS_CENTRAL_LINES,
  DYNAMICS_365,
  GREAT_PLAINS,
  INFOR_M3,
  INFOR_LN,
  SYTELINE,
  DISTRIBUTION,
  QUICKBOOKS,
  XERO,
  ODOO,
  ERPNEXT,
  SHOPIFY,
  AMAZON,
  SHOPS,
  ELECTRONIC_INVOICES,
  CHARGEBACKS,
  CATALOGUES,
  DATEV,
  GERMAN_SYSTEMS,
  KINGDEE,
  YONYOU_U8,
  GOLDEN_TAX,
  CHINESE_HEADINGS,
];

type Table = {
  readonly fields: ReadonlyMap<string, string>;
  readonly knownBy: ReadonlySet<string>;
  readonly prefix: number;
};

const TABLES: readonly Table[] = SYSTEMS.map(({ names, knownBy = '', prefix = 0 }) => ({
  fields: new Map(
    names
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [field = '', list = ''] = line.split(': ');
        return list.split(', ').map((name) => [bareName(name), field] as const);
      })
      .reverse(),
  ),
  knownBy: new Set(knownBy === '' ? [] : knownBy.split(', ').map(bareName)),
  prefix,
}));

const KNOWN_BY = 2;
const PREFIXED = 3;

/**
 * The names of the systems that the columns of a file let recognise: first of those that are known by
 * what stands together, then of those whose names speak for themselves.
 */
export function knownNames(columns: readonly string[]): KnownNames {
  const bare = new Set(columns.map(bareName));
  const count = ({ knownBy }: Table) => [...knownBy].filter((name) => bare.has(name)).length;
  const layouts = TABLES.filter((table) => count(table) >= KNOWN_BY).sort((a, b) => count(b) - count(a));
  const plain = TABLES.filter(({ knownBy, prefix }) => knownBy.size === 0 && prefix === 0);
  const prefixed = TABLES.filter(({ prefix }) => prefix > 0).flatMap((table) => prefixedNames(table, bare));
  const ofFile = [...layouts.map(({ fields }) => fields), ...prefixed];
  return (name) => {
    const keys = [bareName(name), ...technicalNames(name)];
    const inside = (tables: readonly ReadonlyMap<string, string>[]) =>
      keys.flatMap((key) => tables.map((fields) => fields.get(key))).find((field) => field !== undefined);
    const recognised = inside(ofFile);
    const field = recognised ?? inside(plain.map(({ fields }) => fields));
    return field === undefined ? undefined : { field, isOfFile: recognised !== undefined };
  };
}

/** A field's name beside its text: "VBELN Billing Document", "Material (MATNR)". */
function technicalNames(name: string): readonly string[] {
  const found = /^([A-Z][A-Z0-9_]{4,})[ :-]+\S|\S[ (]+([A-Z][A-Z0-9_]{4,})\)?$/.exec(name.trim());
  return [found?.[1], found?.[2]].flatMap((one) => (one === undefined ? [] : [bareName(one)]));
}

/** The names of a table with the letters before them that most of the columns have. */
function prefixedNames(
  { fields, prefix }: Table,
  columns: ReadonlySet<string>,
): ReadonlyMap<string, string>[] {
  const counts = new Map<string, number>();
  for (const column of columns) {
    if (!fields.has(column.slice(prefix))) continue;
    const letters = column.slice(0, prefix);
    counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= PREFIXED)
    .map(([letters]) => new Map([...fields].map(([name, field]) => [letters + name, field])));
}
