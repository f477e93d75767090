import { DIRECTIONS, FORMAT, PROGRAMMES } from './agreement.ts';
import { calendar } from './calendarFormat.ts';
import { date, key, keyOr, list, named, object, oneOf, prose, says, threshold, wordOr } from './decoder.ts';
import { participant } from './measureFormat.ts';
import { settlement } from './settlementFormat.ts';
import { term } from './termFormat.ts';

const sharedCap = named(
  'Shared cap',
  object({
    id: says('The name of the cap, unique among them.', key),
    terms: says('The terms whose amounts are cut together.', list(key, 1)),
    scope: says('For each partner, or over all of them.', oneOf('partner', 'programme')),
    max: says('The most that they pay together in a payout window.', threshold),
    spread: says('Who is cut: all in proportion, or the later terms first.', oneOf('proRata', 'termOrder')),
  }),
);

const termination = object({
  lastDay: says('The last day that still belongs to it.', date),
  openWindows: says(
    'A window that it cuts is settled to date, forfeited, or has thresholds in proportion of its days.',
    oneOf('settleToDate', 'forfeit', 'prorateThresholds'),
  ),
});

const companies = object({
  settling: says('The company of ours whose documents they are, and which pays or is paid.', key),
  trading: says(
    'Our companies whose lines count, in one measure; each bears what its own lines earn, whoever pays.',
    list(key, 1),
  ),
  withoutLines: says(
    'Which of them bears what no line earns, such as a fixed amount in a window without sales.',
    key,
  ),
});

/** The whole of `openrebate/v1`, as it stands in a file. */
export const agreementFormat = named(
  'Agreement',
  object({
    format: says('Which format this is.', oneOf(FORMAT)),
    id: says('The name by which people and systems call it; it never changes.', key),
    name: says(
      'What people read.',
      object({ en: says('In English.', prose), 'zh-CN': says('In Chinese.', prose) }),
    ),
    programme: says('What the trade calls it; no amount depends on it.', oneOf(...PROGRAMMES)),
    direction: says(
      '`customerRebate`: we owe it; `supplierRebate`: it is owed to us; `neither`: commission, royalty and the like.',
      oneOf(...DIRECTIONS),
    ),
    company: says(
      'Our company that settles, and whose lines alone count; or several of ours, whose lines count together.',
      keyOr(companies),
    ),
    participants: says('Who takes part: partners that meet every condition.', list(participant, 0)),
    beneficiary: says(
      'Who gets the money: whoever the line is with, or a partner named here.',
      wordOr(['participant'], object({ partner: says('The code of the partner.', key) })),
    ),
    validity: says(
      'When it holds.',
      object({
        firstDay: says('The first day that belongs to it.', date),
        lastDay: says('The last day that belongs to it.', date),
      }),
    ),
    termination: says('Whether it ended before its last day.', wordOr(['none'], termination)),
    currency: says('Of thresholds, amounts per unit and the rebate: ISO 4217.', key),
    calendar: says(
      'How years and months are cut: civil, counted `fromStart` of the validity, of a fiscal year, or of weeks.',
      calendar,
    ),
    terms: says('What is promised; each term earns for itself.', list(term, 1)),
    sharedCaps: says('Caps on what several terms pay together.', wordOr(['none'], list(sharedCap, 1))),
    settlement: says('How an earned amount becomes money on documents.', settlement),
  }),
);
