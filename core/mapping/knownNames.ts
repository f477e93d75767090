import { bareName } from './foldedName.ts';
import { BUSINESS_ONE } from './systems/businessOne.ts';
import { CHINESE_HEADINGS, GOLDEN_TAX, KINGDEE, YONYOU_U8 } from './systems/chinese.ts';
import { BPCS, MACOLA, PRIORITY, PROPHET_21, QAD, SAGE_300, SHOP_TABLES } from './systems/english.ts';
import { DATEV, GERMAN_SYSTEMS } from './systems/german.ts';
import { DISTRIBUTION, INFOR_LN, INFOR_M3, SYTELINE } from './systems/infor.ts';
import { LOGO_AND_NETSIS, PROTHEUS, SAGE_100, SAGE_X3 } from './systems/latin.ts';
import { BUSINESS_CENTRAL, BUSINESS_CENTRAL_LINES, DYNAMICS_365, GREAT_PLAINS } from './systems/microsoft.ts';
import { JD_EDWARDS, NETSUITE, ORACLE_EBS } from './systems/oracle.ts';
import { REPLACEMENTS } from './systems/replacements.ts';
import { SAP, SAP_DELIVERIES, SAP_INVOICE_CHECKING, SAP_ORDERS } from './systems/sap.ts';
import { SAP_BW, SAP_LABELS } from './systems/sapLabels.ts';
import { AMAZON, SHOPIFY, SHOPS } from './systems/shops.ts';
import { ERPNEXT, ODOO, QUICKBOOKS, XERO } from './systems/smallBusiness.ts';
import { CATALOGUES, CHARGEBACKS, ELECTRONIC_INVOICES } from './systems/standards.ts';
import type { SystemNames } from './systems/systemNames.ts';

/** The field that a system has in a column, and whether other columns of the file let recognise the system. */
export type KnownName = {
  readonly field: string;
  readonly isOfFile: boolean;
  /** Aside as long as another column is the field. */
  readonly isSecond: boolean;
};
export type KnownNames = (name: string) => KnownName | undefined;

const SYSTEMS: readonly SystemNames[] = [
  REPLACEMENTS,
  SAP_DELIVERIES,
  SAP_ORDERS,
  SAP_INVOICE_CHECKING,
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
  QAD,
  BPCS,
  MACOLA,
  PROPHET_21,
  SAGE_300,
  SAGE_100,
  SAGE_X3,
  PROTHEUS,
  LOGO_AND_NETSIS,
  PRIORITY,
  SHOP_TABLES,
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
/** So many names that speak for themselves speak for their system. */
const SPOKEN = 4;
/** So many names of a table without its letters are no chance: bare names are shorter. */
const BARE_NAMES = 4;

/**
 * The names of the systems that the columns of a file let recognise: first of those that are known by
 * what stands together, then of those whose names speak for themselves.
 */
export function knownNames(columns: readonly string[]): KnownNames {
  const bare = new Set(columns.flatMap((name) => [bareName(name), ...technicalNames(name)]));
  const count = ({ knownBy }: Table) => [...knownBy].filter((name) => bare.has(name)).length;
  const layouts = TABLES.filter((table) => count(table) >= KNOWN_BY).sort((a, b) => count(b) - count(a));
  const plain = TABLES.filter(({ knownBy, prefix }) => knownBy.size === 0 && prefix === 0);
  const prefixed = TABLES.filter(({ prefix }) => prefix > 0).flatMap((table) => prefixedNames(table, bare));
  const spoken = plain.filter(({ fields }) => [...bare].filter((name) => fields.has(name)).length >= SPOKEN);
  const ofFile = [...layouts.map(({ fields }) => fields), ...prefixed, ...spoken.map(({ fields }) => fields)];
  return (name) => {
    const keys = [bareName(name), ...technicalNames(name)];
    const inside = (tables: readonly ReadonlyMap<string, string>[]) =>
      keys.flatMap((key) => tables.map((fields) => fields.get(key))).find((field) => field !== undefined);
    const recognised = inside(ofFile);
    const field = recognised ?? inside(plain.map(({ fields }) => fields));
    if (field === undefined) return undefined;
    return {
      field: field.replace('?', ''),
      isOfFile: recognised !== undefined,
      isSecond: field.endsWith('?'),
    };
  };
}

/** A field's name beside its text or its table: "VBELN Billing Document", "Material (MATNR)", "VBRP-FKIMG", "BillingType_FKART". */
function technicalNames(name: string): readonly string[] {
  const ofInterface =
    /^F[A-Za-z]+_(F[A-Z][A-Za-z]+)$/.exec(name.trim()) ?? /^(MWSKZ)_[A-Z]{3}$/.exec(name.trim());
  if (ofInterface?.[1] !== undefined) return [bareName(ofInterface[1])];
  const ofTable =
    /^(?:[A-Za-z]\w*[.-]|(?:VB[RAKE]\w|LI[KP]\w|EK[KPBE]\w|MSEG|MKPF|BSEG|BKPF|RSEG|RBKP|KONV|MARA|KNA1|LFA1)_|[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*_(?=[A-Z][A-Z0-9]+$))([A-Za-z]\w{3,})$/.exec(
      name.trim(),
    );
  if (ofTable?.[1] !== undefined) return [bareName(ofTable[1])];
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
  const bare = [...columns].filter((column) => fields.has(column)).length;
  const isBare = bare >= BARE_NAMES && bare * 2 >= columns.size;
  return [...counts]
    .filter(([, count]) => count >= PREFIXED)
    .map(
      ([letters]): ReadonlyMap<string, string> =>
        new Map([...fields].map(([name, field]) => [letters + name, field])),
    )
    .concat(isBare ? [fields] : []);
}
