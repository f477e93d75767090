import { businessDay } from '../../app/businessDay.ts';
import { earningsAsOf } from '../../app/earnings/earningsAsOf.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, refused } from '../../core/refusal/refusals.ts';
import { renderStep } from '../../core/wording/renderStep.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import { sentences } from '../sentences.ts';
import type { Terminal } from '../terminal.ts';
import { dayOf } from './calculateFiles.ts';

/** `openrebate earnings`: what an agreement gave, seen from any day of either axis of time. */
export async function showEarnings(
  terminal: Terminal,
  config: Config,
  agreement: string,
  options: { readonly effective?: string; readonly known?: string; readonly partner?: string },
): Promise<void> {
  const found = await inTenant(terminal, config, 'earnings:read', async ({ ports }, tenant) => {
    const effective = dayOf('--effective', options.effective);
    const known = dayOf('--known', options.known);
    if (!effective.ok || !known.ok) return refused(...refusalsOf(effective), ...refusalsOf(known));
    const today = await ports.store.inTenant(tenant, (tx) => businessDay(tx, ports.clock));
    const asOf = { agreement, effective: effective.value ?? today, known: known.value ?? today };
    const { partner } = options;
    const earnings = await earningsAsOf(ports, tenant, {
      ...asOf,
      ...(partner !== undefined && { partner }),
    });
    return earnings.ok ? accept({ asOf, earnings: earnings.value }) : earnings;
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  const { asOf, earnings } = found.value;
  if (!terminal.isJson) {
    for (const { explanation } of earnings) {
      terminal.print(sentences(renderStep(explanation, terminal.language)));
    }
    return;
  }
  terminal.json({
    agreement,
    effective: formatDate(asOf.effective),
    known: formatDate(asOf.known),
    earnings: earnings.map(({ term, partner, window, result, amount, explanation }) => ({
      term,
      partner,
      window: { firstDay: formatDate(window.from), lastDay: formatDate(window.until - 1) },
      tier: result.reached.tier,
      amount: moneyText(amount),
      currency: amount.currency,
      explanation,
    })),
  });
}

function refusalsOf(result: ReturnType<typeof dayOf>) {
  return result.ok ? [] : result.refusals;
}
