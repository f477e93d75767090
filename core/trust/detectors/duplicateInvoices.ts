import { byKey } from '../byKey.ts';
import { type Covered, coveredInvoices } from '../coveredInvoices.ts';
import { type Detector, type Parameters, parameter } from '../detector.ts';
import { numberLikeness } from '../documentNumber.ts';
import { amountFact, dayFact, lineId } from '../factTexts.ts';
import type { Evidence, Finding } from '../finding.ts';
import { found, withFacts } from '../found.ts';
import { type InvoiceHead, invoiceHeads } from '../invoiceHeads.ts';
import { relatedGroups } from '../relatedPartners.ts';
import { median } from '../statistics.ts';

/**
 * Two invoices that bill the same lines, or nearly the same: with nearly the same number, of the same order, or a few days apart though
 * such a purchase is no habit; also one that bills a part of another once more. A cancelled invoice and the new one in its place are none, nor are standing orders and an invoice that was credited.
 */
export const duplicateInvoices: Detector = {
  name: 'duplicateInvoices',
  version: 2,
  group: 'fraud',
  needs: ['lines'],
  parameters: [
    parameter('withinDays', 0, 7, 60),
    parameter('numberDays', 1, 60, 730),
    parameter('leastLines', 1, 3, 100),
  ],
  begin: (history, parameters) => {
    const findings: Finding[] = [];
    const groups = relatedGroups(history);
    const ofGroups = new Map<string, InvoiceHead[]>();
    const flush = (heads: readonly InvoiceHead[], cancelled: ReadonlySet<string>) => {
      const billed = heads.filter((one) => !one.isCorrection && !cancelled.has(one.document));
      findings.push(...duplicatesAmong(billed, parameters), ...nearlyAmong(billed, parameters));
      const group = groups.get(heads[0]?.partner ?? '');
      const uncredited = withoutCredited(billed);
      if (group !== undefined) ofGroups.set(group, [...(ofGroups.get(group) ?? []), ...uncredited]);
    };
    const { see, end } = invoiceHeads(flush);
    return {
      see,
      end: () => {
        end();
        return [...findings, ...[...ofGroups.values()].flatMap((heads) => acrossPartners(heads, parameters))];
      },
    };
  },
};

function duplicatesAmong(heads: readonly InvoiceHead[], parameters: Parameters): Finding[] {
  return sameContent(heads).flatMap((group) => {
    const left = withoutCredited(group);
    const gaps = left.slice(1).map((one, index) => one.day - (left[index] as InvoiceHead).day);
    return left.slice(1).flatMap((later, index): Finding[] => {
      const earlier = left[index] as InvoiceHead;
      const isHabit = isInRhythm(later.day - earlier.day, gaps);
      const alike = alikeness(earlier, later, { isHabit, isOften: left.length > 2 }, parameters);
      return alike === undefined ? [] : [duplicate(earlier, later, alike)];
    });
  });
}

/** Whether among so many purchases of the same two come so close by chance: purchases at random, as often as these. */
function isInRhythm(gap: number, gaps: readonly number[]): boolean {
  if (gaps.length < 3) return false;
  const shareAsClose = 1 - 2 ** (-(gap + 1 / 2) / Math.max(median(gaps), 1 / 2));
  return gaps.length * shareAsClose >= CHANCE;
}
/** Closer than this many expected gaps is no chance. */
const CHANCE = 1 / 5;

/** Not just the same: other amounts by a little, a line that is missing, or a part billed once more. */
function nearlyAmong(heads: readonly InvoiceHead[], parameters: Parameters): Finding[] {
  const uncredited = withoutCredited(heads);
  return coveredInvoices(uncredited, parameters.numberDays as number).flatMap((one): Finding[] => {
    const { earlier, later } = one;
    const isSame = earlier.mark === later.mark && earlier.lines === later.lines;
    const alike = isSame ? undefined : nearness(one, parameters);
    return alike === undefined ? [] : [duplicate(earlier, later, alike)];
  });
}

function nearness({ earlier, later, times }: Covered, parameters: Parameters): Alike | undefined {
  const manyLines = Math.min(later.lines, 10) * 8;
  const isPart = later.lines * 10 < earlier.lines * 9;
  const number = numberLikeness(earlier.document, later.document);
  if (number !== undefined && number !== 'same' && !isPart) return { how: number, score: 760 + manyLines };
  const isShort = later.lines < (parameters.leastLines as number);
  const isFar = later.day - earlier.day > (parameters.withinDays as number);
  const isOtherOrder =
    earlier.order !== undefined && later.order !== undefined && earlier.order !== later.order;
  if (isShort || isFar || isOtherOrder || times > 1) return undefined;
  return { how: isPart ? 'partAgain' : 'nearly', score: 480 + manyLines };
}

/** Documents that bill the same, from the earliest; returns and credits among them. */
function sameContent(heads: readonly InvoiceHead[]): InvoiceHead[][] {
  const groups = byKey(
    heads,
    (one) => `${one.side} ${one.mark} ${one.lines} ${Math.abs(one.minor)} ${one.currency}`,
  );
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Each credit of the same content takes the invoice before it away. */
function withoutCredited(group: readonly InvoiceHead[]): InvoiceHead[] {
  const left: InvoiceHead[] = [];
  for (const one of group) {
    if (one.minor > 0) left.push(one);
    else {
      const place = left.findLastIndex((other) => other.mark === one.mark && other.minor === -one.minor);
      if (place >= 0) left.splice(place, 1);
    }
  }
  return left;
}

type Alike = { readonly how: string; readonly score: number };
type Habit = { readonly isHabit: boolean; readonly isOften: boolean };

function alikeness(
  earlier: InvoiceHead,
  later: InvoiceHead,
  habit: Habit,
  parameters: Parameters,
): Alike | undefined {
  const apart = later.day - earlier.day;
  const manyLines = Math.min(later.lines, 10) * 8;
  if (apart <= (parameters.numberDays as number)) {
    const number = numberLikeness(earlier.document, later.document);
    if (number === 'same' && earlier.source !== later.source) return { how: number, score: 880 + manyLines };
    if (number === 'spelled' || number === 'suffix') return { how: number, score: 850 + manyLines };
    if ((number === 'swapped' || number === 'slip') && !habit.isOften)
      return { how: number, score: 700 + manyLines };
    if (number === 'same') return undefined;
  }
  const isSameOrder = earlier.order !== undefined && earlier.order === later.order;
  const isShort = later.lines < (parameters.leastLines as number);
  // Two deliveries of one order in equal parts come on different days.
  if (isSameOrder && (!isShort || apart === 0)) return { how: 'order', score: 760 + manyLines };
  if (apart > (parameters.withinDays as number) || habit.isHabit || isShort) return undefined;
  const isOtherOrder = earlier.order !== undefined && later.order !== undefined && !isSameOrder;
  return isOtherOrder ? undefined : { how: 'content', score: 560 + manyLines - (habit.isOften ? 150 : 0) };
}

function duplicate(earlier: InvoiceHead, later: InvoiceHead, { how, score }: Alike): Finding {
  const facts = {
    how,
    other: earlier.document,
    otherPartner: earlier.partner,
    apart: String(later.day - earlier.day),
  };
  return found(duplicateInvoices, {
    object: 'line',
    id: lineId({ ...later, line: later.firstLine }),
    partner: later.partner,
    day: later.day,
    score,
    minor: later.minor,
    currency: later.currency,
    evidence: [withFacts(headEvidence(later), facts), headEvidence(earlier)],
  });
}

function headEvidence(head: InvoiceHead): Evidence {
  return {
    object: 'line',
    id: lineId({ ...head, line: head.firstLine }),
    facts: {
      document: head.document,
      partner: head.partner,
      day: dayFact(head.day),
      lines: String(head.lines),
      amount: amountFact(head.minor, head.currency),
      ...(head.order !== undefined && { order: head.order }),
    },
  };
}

/** The same invoice to two codes of the same people. */
function acrossPartners(heads: readonly InvoiceHead[], parameters: Parameters): Finding[] {
  const inOrder = [...heads].sort((a, b) => a.day - b.day || (a.partner < b.partner ? -1 : 1));
  return sameContent(inOrder).flatMap((group) =>
    group.flatMap((later, index): Finding[] => {
      const earlier = group.slice(0, index).findLast((one) => one.partner !== later.partner);
      if (earlier === undefined || later.day - earlier.day > (parameters.numberDays as number)) return [];
      const number = numberLikeness(earlier.document, later.document);
      const isClose = later.day - earlier.day <= (parameters.withinDays as number);
      if (number !== undefined) return [duplicate(earlier, later, { how: number, score: 900 })];
      const isTelling = isClose && later.lines >= (parameters.leastLines as number);
      return isTelling ? [duplicate(earlier, later, { how: 'content', score: 640 })] : [];
    }),
  );
}
