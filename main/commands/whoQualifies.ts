import { type QualifyingList, type QualifyingRow, whoQualifies } from '../../app/earnings/whoQualifies.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { exactText } from '../../core/explanation/operands.ts';
import { moneyText } from '../../core/money/money.ts';
import { amountText } from '../../core/wording/amountText.ts';
import type { Language } from '../../core/wording/language.ts';
import { gapText, qualifyingStateText, reasonText } from '../../core/wording/qualifyingText.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { column } from '../texts.ts';
import { dayOf } from './calculateFiles.ts';

/** `openrebate agreement qualify`: where every partner of an agreement stands, and why. */
export async function showQualifying(
  terminal: Terminal,
  config: Config,
  agreement: string,
  options: { readonly effective?: string; readonly partner?: string },
): Promise<void> {
  const found = await inTenant(terminal, config, 'earnings:read', async ({ ports }, tenant) => {
    const effective = dayOf('--effective', options.effective);
    if (!effective.ok) return effective;
    return whoQualifies(ports, tenant, {
      agreement,
      ...(effective.value !== undefined && { effective: effective.value }),
      ...(options.partner !== undefined && { partner: options.partner }),
    });
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) terminal.json(listJson(found.value, terminal.language));
  else for (const row of found.value.rows) printRow(terminal, found.value, row);
}

function printRow(
  { print, language }: Terminal,
  { agreement, rows }: QualifyingList,
  row: QualifyingRow,
): void {
  const { partner, partnerName, term, state, window, amount } = row;
  const width = Math.max(...rows.map((entry) => entry.partner.length));
  const money = amountText(moneyText(amount), agreement.currency, language);
  const days = `${formatDate(window.from)}..${formatDate(window.until - 1)}`;
  const words = [column(qualifyingStateText(state, language), 16), column(partner, width), term, days];
  print(`${words.join('  ')}  ${money}  ${partnerName}`);
  for (const said of saidOf(row, agreement.currency, language)) print(`    ${said}`);
}

function saidOf({ gap, by, reasons }: QualifyingRow, currency: string, language: Language): string[] {
  const missing = gap === undefined ? [] : [gapText(gap, by, currency, language)];
  // The gap says what the step about the next tier says, and more.
  const others = reasons.filter(
    (reason) => gap === undefined || reason.of !== 'step' || reason.step.kind !== 'nextTier',
  );
  return [...missing, ...others.map((reason) => reasonText(reason, language))];
}

function listJson({ agreement, effective, rows }: QualifyingList, language: Language) {
  return {
    agreement: agreement.id,
    effective: formatDate(effective),
    rows: rows.map(({ gap, window, amount, by, reasons, ...row }) => ({
      ...row,
      window: { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) },
      amount: moneyText(amount),
      currency: amount.currency,
      by: formatDate(by),
      ...(gap && {
        gap: {
          tier: gap.tier,
          missing: exactText(gap.missing),
          scale: gap.scale,
          ...(gap.worth && { worth: moneyText(gap.worth) }),
          text: gapText(gap, by, agreement.currency, language),
        },
      }),
      reasons: reasons.map((reason) => ({ of: reason.of, text: reasonText(reason, language) })),
    })),
  };
}
