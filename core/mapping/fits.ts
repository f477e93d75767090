import { fieldKind } from '../fact/fieldKind.ts';
import { isLineField } from '../fact/parseLine.ts';
import type { ColumnProfile } from './columnProfile.ts';
import { ASIDE } from './meaning.ts';

/** Whether the values of a column can be those of a field. */
export type Fit = 'yes' | 'hardly' | 'no' | 'unknown';

const MOST = 90;
const FEW = 60;
const PAPER = /^(?:document|returnOfDocument|correctionOfDocument|.*Number)$/;

/** Of an empty column nothing is known but its name. */
export function fits(field: string, profile: ColumnProfile): Fit {
  if (profile.filled === 0 || field === ASIDE) return 'unknown';
  if (field === 'validFrom') return yesIf(profile.dates >= MOST || profile.serials >= MOST);
  if (!isLineField(field) && !field.startsWith('discount')) {
    return field === 'code' ? fitsCode(field, profile) : 'unknown';
  }
  const kind = field.startsWith('discount') ? 'number' : fieldKind(field);
  if (kind === 'number') return fitsNumber(field, profile);
  if (kind === 'date') return yesIf(profile.dates >= MOST || profile.serials >= MOST);
  if (field === 'currency') return yesIf(profile.currencies >= MOST);
  if (field === 'unit') return fitsUnit(profile);
  if (/^(?:line|returnOfLine|correctionOfLine)$/.test(field)) return fitsLine(profile);
  if (field === 'taxCode' && profile.numbers >= MOST && profile.percents >= MOST && !isSmall(profile))
    return 'hardly';
  if (field === 'taxCode' && profile.longest > 10) return 'hardly';
  const isRepeated = profile.distinct * 3 <= profile.filled;
  if (
    (field === 'product' || field === 'partner') &&
    profile.integers === 100 &&
    isRepeated &&
    isCounted(profile)
  )
    return 'hardly';
  if (field === 'company' && profile.distinct > Math.max(4, profile.filled / 8))
    return profile.phrases >= FEW ? 'no' : 'hardly';
  if (PAPER.test(field) && isCountOfFew(profile)) return 'hardly';
  return fitsCode(field, profile);
}

const ROWS_LEAST = 10;

/** Low whole numbers that come again and again count something; papers are numbered on and on. */
function isCountOfFew({ filled, distinct, integers, values }: ColumnProfile): boolean {
  if (filled < ROWS_LEAST || integers < 100 || distinct * 2 > filled) return false;
  return values.every((value) => value === undefined || value.digits < 100n * 10n ** BigInt(value.scale));
}

/** Few low whole numbers are rather lines than goods. */
function isCounted({ values }: ColumnProfile): boolean {
  return values.every((value) => {
    const { digits, scale } = value ?? { digits: 0n, scale: 0 };
    return scale > 0 || digits < 1000n || digits % 10n === 0n;
  });
}

/** Lines are counted from one, or in tens; a high number of another kind is a record's. */
function fitsLine(profile: ColumnProfile): Fit {
  if (profile.integers < MOST || profile.longest > 8) return 'no';
  return isCounted(profile) ? 'yes' : 'hardly';
}

/** Numbers that count something, none of them as high as a rate of tax. */
function isSmall({ values }: ColumnProfile): boolean {
  return values.every((value) => value === undefined || value.digits < 4n * 10n ** BigInt(value.scale));
}

function yesIf(isSo: boolean): Fit {
  return isSo ? 'yes' : 'no';
}

function fitsNumber(field: string, profile: ColumnProfile): Fit {
  if (profile.numbers < MOST) return 'no';
  const isFraction = profile.fractions >= MOST && profile.integers < 100;
  const isOfFew =
    profile.filled >= 10 && profile.percents >= MOST && profile.distinct <= Math.max(6, profile.filled / 8);
  if (field === 'discountFraction') return isFraction ? 'yes' : profile.fractions >= MOST ? 'hardly' : 'no';
  if (field === 'discountPercent') return profile.percents >= MOST && !isFraction ? 'yes' : 'no';
  if (field === 'discountAmount') return isFraction || isOfFew ? 'hardly' : 'yes';
  if (field === 'taxRate' && isCountOfFew(profile) && isSmall(profile)) return 'hardly';
  if (field === 'taxRate')
    return profile.percents < MOST ? 'no' : isOfFew || profile.filled < 10 ? 'yes' : 'hardly';
  return 'yes';
}

function fitsUnit({ numbers, longest, distinct, filled, units, digited }: ColumnProfile): Fit {
  if (numbers >= FEW || longest > 20) return 'no';
  if (units < FEW && digited >= MOST && distinct > 6) return 'hardly';
  return distinct <= Math.max(12, filled / 4) ? 'yes' : 'hardly';
}

/** Codes are short, in one piece, and neither days nor amounts. */
function fitsCode(field: string, profile: ColumnProfile): Fit {
  if (profile.longest > 80 || profile.contacts >= FEW) return 'no';
  const isWritten = profile.dates >= MOST && profile.integers < MOST;
  const isAmount = profile.numbers >= MOST && profile.integers < MOST;
  if (isWritten || isAmount) return 'no';
  if (PAPER.test(field) && profile.digited < FEW) return 'no';
  if (profile.phrases >= FEW && field !== 'company') return 'hardly';
  return 'yes';
}
