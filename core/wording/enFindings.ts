import type { FindingTexts } from './catalogue.ts';

/** What the linter says in English: what stands there, and what follows from it. */
export const enFindings: FindingTexts = {
  'words-missing': 'The contract’s own words are missing. Keep them beside what they were turned into.',
  everybody: 'No condition says who takes part, so every partner does.',
  'floor-for-everybody': 'The amount is due without any sale, and every partner takes part.',
  'attributes-current':
    'Master data counts as it stands when the amount is calculated: a change of master data changes past windows.',
  'supplier-not-stocked':
    'A supplier rebate on the {measure} also counts goods that are rejected later; what was taken into stock leaves them out.',
  'window-cut':
    'For {window} the tier is found in {share} of the days of a whole window, and the thresholds stay whole: they are harder to reach there.',
  'first-tier-unspoken':
    'Nothing is earned below {from}, and no words of the contract stand beside this threshold.',
  'rate-above-hundred': 'Tier {tier} pays {rate}: more than what it is paid on.',
  'rate-above-half': 'Tier {tier} pays {rate}. Is the decimal point in its place?',
  'rate-falls': 'Tier {tier} pays {rate}, less than the {before} of the tier below it.',
  'rate-jumps': 'Tier {tier} pays {rate}, at least ten times the {before} of the tier below it.',
  'rate-zero': 'Tier {tier} pays nothing: {rate}.',
  cliff: 'The step to tier {tier} at {from} is worth {worth} at once, and a single return can take it back.',
  'cliff-rate':
    'The step to tier {tier} at {from} raises {before} to {rate} on everything that is paid on, and a single return can take it back.',
  'growth-uncapped':
    'No limit holds, so a partner with a small baseline reaches the highest tier with little volume.',
  'gate-always-met': 'The test is met by nothing at all, so it keeps nobody out.',
  'gate-never-met': 'A share of {percent} is reached only while something is taken back, so nothing is paid.',
  'tier-unreachable': 'The qualifier is cut to {max}, so tier {tier} from {from} on is never reached.',
  'minimum-above-cap': 'Less than {amount} is not earned, and at most {max} is: nothing is ever earned.',
  'floor-above-cap':
    'At least {amount} is earned, although the limit is {max}: the floor comes last and wins.',
  'limit-by-arrival':
    'The limit is used up in the order in which lines become known: the same sales, received in another order, give other amounts.',
  'returns-below-zero': 'By these policies returns can make the amount of a window negative.',
  'rounding-unusual': 'This rounding is unusual in the trade: {mode}.',
  'rounding-each-line':
    'Each line is rounded, so the sum can differ from the rate on the whole by some cents.',
  'settlement-currency':
    'Amounts are earned in {currency} and settled in {settled}, and nothing says by which rate: they are held.',
  'settling-not-trading':
    'Lines of {company}, which settles, do not count: it is not among the trading companies.',
};
