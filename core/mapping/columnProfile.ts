import { minorDigits } from '../money/currency.ts';
import { type Decimal, parseDecimal } from '../number/decimal.ts';
import { NumberEvidence } from '../reading/numberEvidence.ts';
import { readDate } from '../reading/readDate.ts';
import { readNumber } from '../reading/readNumber.ts';

/** What the values of a column say of it. Shares are in percent of the cells that are filled. */
export type ColumnProfile = {
  readonly filled: number;
  readonly distinct: number;
  readonly numbers: number;
  readonly integers: number;
  readonly dates: number;
  readonly serials: number;
  readonly currencies: number;
  /** Cells with a blank between two words. */
  readonly phrases: number;
  /** Cells that hold a letter, and those that hold a digit. */
  readonly lettered: number;
  readonly digited: number;
  readonly longest: number;
  /** Numbers from 0 to 1, and from 0 to 100, minus signs aside. */
  readonly fractions: number;
  readonly percents: number;
  /** Cells that may be a code: letters, digits and signs in one piece, with a digit. */
  readonly codes: number;
  /** Cells that hold where somebody is reached: a mail, a telephone, a page of the net. */
  readonly contacts: number;
  /** Cells that hold a unit of measure as it is commonly written. */
  readonly units: number;
  /** By row, which of the column's texts stands there: equal numbers are equal texts, -1 is none. */
  readonly groups: readonly number[];
  /** By row, the number that stands there. */
  readonly values: readonly (Decimal | undefined)[];
};

/** Units as papers and systems write them. Source: UN/ECE recommendation 20, and SAP's table T006. */
const UNITS: ReadonlySet<string> = new Set(
  `EA EACH PC PCE PCS PIECE PIECES ST STK STCK STÜCK STUECK STÜ CS CA CASE CT CTN KAR KI BX BOX BT BTL BOT FL PK PAK PKG PAC PAL PF
  KG KGM G GR GRM GRAM T TO TON TNE MT LB LBS L LT LTR LTS HL ML CL M MTR MTK MTQ QM M2 M3 CM MM KM FT SET SA DZ DZN DOZ GRO PR PAA ROL RL RO
  UN UND UNI UNID H HR HUR STD ZAK ZKA C62 PA PZ SZT ADET AD 个 件 箱 盒 瓶 台 套 只 包 桶 袋 支 条 片 张 吨 千克 公斤 克 米 升 把 根 块 卷 双 对 副 PCS/SET`.split(
    /\s+/,
  ),
);

const ONE = { digits: 1n, scale: 0 };
const HUNDRED = { digits: 100n, scale: 0 };

/** Looks at the texts of a column, as they stand in the rows of a sample. */
export function columnProfile(texts: readonly string[]): ColumnProfile {
  const filled = texts.filter((text) => text.trim() !== '');
  const evidence = new NumberEvidence();
  for (const text of filled) evidence.add(text);
  const verdict = evidence.verdict();
  const format = verdict.is === 'certain' ? verdict.format : '1,234.56';
  const affix = isOfMoney(evidence.affix) ? evidence.affix : '';
  const values = texts.map((text) => parseDecimal(readNumber(text, format, affix) ?? ''));
  const numbers = values.filter((value) => value !== undefined);
  const share = (isSuch: (text: string) => boolean) => percent(filled.filter(isSuch).length, filled.length);
  const shareOf = (isSuch: (value: Decimal) => boolean) =>
    percent(numbers.filter(isSuch).length, filled.length);
  return {
    filled: filled.length,
    distinct: new Set(filled).size,
    numbers: percent(numbers.length, filled.length),
    integers: shareOf((value) => isWhole(value)),
    dates: share(isDate),
    serials: share((text) => /^[2-7]\d{4}(?:\.\d+)?$/.test(text)),
    currencies: share((text) => minorDigits(text.trim()) !== undefined),
    phrases: share((text) => /\S \S*\p{L}/u.test(text.trim())),
    lettered: share((text) => /\p{L}/u.test(text)),
    digited: share((text) => /\p{N}/u.test(text)),
    codes: share((text) => /^(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{N}._/-]{0,29}$/u.test(text.trim())),
    contacts: share((text) => /@|^\s*\+\d|^\s*(?:https?:|www\.)/i.test(text)),
    units: share((text) => UNITS.has(text.trim().toUpperCase())),
    groups: groupsOf(texts),
    longest: filled.reduce((most, text) => Math.max(most, text.length), 0),
    fractions: shareOf((value) => isAtMost(value, ONE)),
    percents: shareOf((value) => isAtMost(value, HUNDRED)),
    values,
  };
}

/** How many runs of rows with the same text there are; of as many as there are texts each stands together. */
export function runsOf(groups: readonly number[]): number {
  return groups.filter((group, row) => group !== -1 && group !== groups[row - 1]).length;
}

function groupsOf(texts: readonly string[]): readonly number[] {
  const ids = new Map<string, number>();
  return texts.map((text) => {
    const key = text.trim();
    if (key === '') return -1;
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  });
}

/** Letters that stand before each number make codes of them, if they are no currency's. */
function isOfMoney(affix: string): boolean {
  return (
    !/\p{L}/u.test(affix) ||
    minorDigits(affix.trim()) !== undefined ||
    /^(?:kr|zł|Fr|Kč|Ft|lei)\.?$/i.test(affix.trim())
  );
}

function isDate(text: string): boolean {
  const isRead = (['day-month-year', 'month-day-year', 'year-month-day'] as const).some(
    (format) => readDate(text, format) !== undefined,
  );
  return isRead && !/^\d{6}$/.test(text);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}

function isWhole({ digits, scale }: Decimal): boolean {
  return scale === 0 || digits % 10n ** BigInt(scale) === 0n;
}

function isAtMost({ digits, scale }: Decimal, most: Decimal): boolean {
  return (digits < 0n ? -digits : digits) <= most.digits * 10n ** BigInt(scale);
}
