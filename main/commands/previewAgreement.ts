import { readAgreement } from '../../adapters/files/readAgreement.ts';
import type { Effect, EffectSum, Preview, PreviewRow } from '../../app/preview/preview.ts';
import { PREVIEW_STEPS, previewAgreement } from '../../app/preview/previewAgreement.ts';
import type { AsOfDays } from '../../app/preview/previewFrame.ts';
import { previewJson } from '../../app/preview/previewJson.ts';
import { proposedText } from '../../app/preview/proposedText.ts';
import { formatDate } from '../../core/calendar/localDate.ts';
import { moneyText } from '../../core/money/money.ts';
import { accept, type Result, refused } from '../../core/refusal/refusals.ts';
import { amountText } from '../../core/wording/amountText.ts';
import { causeText } from '../../core/wording/causeText.ts';
import type { Language } from '../../core/wording/language.ts';
import type { Config } from '../config.ts';
import { inTenant } from '../inTenant.ts';
import type { Terminal } from '../terminal.ts';
import { column, text, widthOf } from '../texts.ts';
import type { Workplace } from '../withDatabase.ts';
import { dayOf } from './calculateFiles.ts';

type Options = { readonly effective?: string; readonly known?: string; readonly all?: boolean };

/** How many rows of a table a terminal shows, unless all are asked for. */
const SHOWN = 20;

/** `openrebate agreement preview`: what a text would change, over the whole history; nothing is booked. */
export async function preview(
  terminal: Terminal,
  config: Config,
  what: string,
  options: Options,
): Promise<void> {
  const days = asOfDays(options);
  if (!days.ok) return terminal.refuse(days.refusals);
  const found = await inTenant(terminal, config, 'agreements:read', async (place, tenant) => {
    const proposed = await proposedOf(place, tenant, what);
    if (!proposed.ok) return proposed;
    return previewAgreement(place.ports, tenant, proposed.value, days.value, (step) =>
      terminal.say(
        text(terminal.language, `step.${step}`, {
          step: PREVIEW_STEPS.indexOf(step) + 1,
          steps: PREVIEW_STEPS.length,
        }),
      ),
    );
  });
  if (!found.ok) return terminal.refuse(found.refusals);
  if (terminal.isJson) return terminal.json(previewJson(found.value));
  const shown = options.all === true ? Number.POSITIVE_INFINITY : SHOWN;
  for (const line of previewLines(found.value, terminal.language, shown)) terminal.print(line);
}

function asOfDays(options: Options): Result<AsOfDays> {
  const effective = dayOf('--effective', options.effective);
  const known = dayOf('--known', options.known);
  if (!effective.ok) return effective;
  if (!known.ok) return refused(...known.refusals);
  return accept({
    ...(effective.value !== undefined && { effective: effective.value }),
    ...(known.value !== undefined && { known: known.value }),
  });
}

/** A file, or the text that a proposal has now. */
async function proposedOf({ ports }: Workplace, tenant: string, what: string): Promise<Result<unknown>> {
  if (!/\.(json|ya?ml)$/i.test(what)) return proposedText(ports, tenant, what);
  const file = await readAgreement(what);
  return file.ok ? accept(file.value.parsed) : file;
}

/** The preview as tables of a terminal: in all, by partner, by month, and amount by amount. */
export function previewLines(found: Preview, language: Language, shown: number): string[] {
  const { agreement, version, effective, batch, isSame, rows, partners, months, totals } = found;
  const facts = { agreement, version: version ?? 0, effective: formatDate(effective), batch };
  const changed = rows.filter(({ beforeMinor, afterMinor }) => beforeMinor !== afterMinor);
  return [
    text(language, version === undefined ? 'previewNew' : isSame ? 'previewSame' : 'previewVersion', facts),
    '',
    ...table(language, 'previewTotals', totals, () => '', shown),
    ...table(
      language,
      'previewPartners',
      partners,
      ({ partner, partnerName }) => (partner === partnerName ? partner : `${partner} ${partnerName}`),
      shown,
    ),
    ...table(language, 'previewMonths', months, ({ month }) => month, Number.POSITIVE_INFINITY),
    ...table(language, 'previewRows', changed, rowName, shown, (row) => bookingLines(row, language)),
    text(language, 'previewRest', { same: rows.length - changed.length, empty: found.empty }),
    text(language, found.isNow ? 'previewNow' : 'previewThen'),
  ];
}

function rowName({ term, partner, window }: PreviewRow): string {
  return `${term} ${partner} ${formatDate(window.from)}…${formatDate(window.until - 1)}`;
}

/** What the next calculation would book, where that is not the difference of the terms alone. */
function bookingLines(row: PreviewRow, language: Language): string[] {
  const { booking, currency } = row;
  if (booking === undefined || booking.deltaMinor === row.afterMinor - row.beforeMinor) return [];
  const causes = booking.causes.map(
    ({ cause, minor }) => `${causeText(cause, language)} ${money(minor, currency, language)}`,
  );
  const [booked, delta] = [booking.bookedMinor, booking.deltaMinor].map((minor) =>
    money(minor, currency, language),
  ) as [string, string];
  return [text(language, 'previewBooking', { booked, delta, causes: causes.join(', ') })];
}

type Texts = 'previewTotals' | 'previewPartners' | 'previewMonths' | 'previewRows';

function table<T extends EffectSum>(
  language: Language,
  title: Texts,
  items: readonly T[],
  nameOf: (item: T) => string,
  shown: number,
  below: (item: T) => string[] = () => [],
): string[] {
  if (items.length === 0) return [];
  const cells = items
    .slice(0, shown)
    .map((item) => ({ item, name: nameOf(item), amounts: amountsOf(item, language) }));
  const width = Math.max(...cells.map(({ name }) => widthOf(name)));
  const widths = [0, 1, 2].map((at) => Math.max(...cells.map(({ amounts }) => widthOf(amounts[at] ?? ''))));
  const rest = items.length - cells.length;
  return [
    text(language, title),
    ...cells.flatMap(({ item, name, amounts }) => [
      `  ${column(name, width)}  ${amounts.map((amount, at) => amount.padStart(widths[at] ?? 0)).join('  ')}`,
      ...below(item),
    ]),
    ...(rest > 0 ? [text(language, 'moreEarnings', { more: rest })] : []),
    '',
  ];
}

/** Before, after, and the difference with its sign. */
function amountsOf({ beforeMinor, afterMinor, currency }: Effect & EffectSum, language: Language): string[] {
  const difference = afterMinor - beforeMinor;
  const sign = difference > 0n ? '+' : '';
  return [
    money(beforeMinor, currency, language),
    money(afterMinor, currency, language),
    `${sign}${money(difference, currency, language)}`,
  ];
}

function money(minor: bigint, currency: string, language: Language): string {
  return amountText(moneyText({ minor, currency }), currency, language);
}
