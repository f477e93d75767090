import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { agreementsTexts } from '../agreements/texts.ts';
import { useColleagues, usePartners } from '../money/useChoices.ts';
import type { Draft, Level, Rule } from './approvalRules.ts';
import { ruleTexts } from './ruleTexts.ts';

/** Rules and approvals as sentences. */
export function useRuleSentences() {
  const say = useSay(ruleTexts);
  const sayAgreement = useSay(agreementsTexts);
  const { language, money } = useReader();
  const people = new Map(useColleagues().map(({ id, name }) => [id, name]));
  const partners = new Map(usePartners().map(({ id, name }) => [id, name]));
  const levelName = ({ en, zh, id }: Pick<Level, 'en' | 'zh' | 'id'>) => (language === 'en' ? en : zh) || id;
  const levelSentence = (level: Level) => {
    const named = level.approvers.map((id) => people.get(id) ?? id).join(say('or'));
    return say('who', { name: levelName(level), people: named === '' ? say('anyone') : named });
  };
  const listed = (names: readonly string[], text: 'whose' | 'ofProgrammes' | 'ofPartners') =>
    names.length === 0 ? '' : say(text, { list: names.join(say('or')) });
  const ruleSentence = (rule: Rule, { levels }: Draft) => {
    const { atLeast, currency } = rule;
    const what = rule.subjects.map((one) => say(`subject_${one}`)).join(say('and'));
    const needed = levels.filter(({ id }) => rule.levels.includes(id)).map(levelSentence);
    const said = say('sentence', {
      what: what === '' ? say('anything') : what,
      whose: listed(
        rule.directions.map((one) => say(`direction_${one}`)),
        'whose',
      ),
      programmes: listed(
        rule.programmes.map((one) => sayAgreement(`programme.${one}`)),
        'ofProgrammes',
      ),
      partners: listed(
        rule.partners.map((code) => partners.get(code) ?? code),
        'ofPartners',
      ),
      amount: isAmount(atLeast) ? say('from', { amount: money(atLeast.trim(), currency) }) : '',
      levels: needed.join(say('and')),
    });
    return said.charAt(0).toUpperCase() + said.slice(1);
  };
  return { levelName, levelSentence, ruleSentence };
}

/** What can be read as an amount while it is typed. */
export function isAmount(text: string): boolean {
  return /^\d{1,30}(\.\d{1,9})?$/.test(text.trim());
}
