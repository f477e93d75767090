import { useState } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refused } from '../../ui/Failure.tsx';
import { Form } from '../../ui/Form.tsx';
import { ApprovalTrial } from './ApprovalTrial.tsx';
import { type Draft, draftOf, freshId, type Level, type Rule, textOf } from './approvalRules.ts';
import { LevelFields } from './LevelFields.tsx';
import { RuleFields } from './RuleFields.tsx';
import type { Deed } from './RulesSection.tsx';
import { ruleTexts } from './ruleTexts.ts';
import styles from './Settings.module.css';
import { isAmount } from './useRuleSentences.ts';

type Props = {
  /** What one begins from. */
  readonly start: unknown;
  readonly deed: Omit<Deed<Record<string, unknown>>, 'isSuccess'>;
  readonly onClose: () => void;
};

/** Approvals, and what needs which of them; tried out beside, before anybody proposes it. */
export function RulesForm({ start, deed, onClose }: Props) {
  const say = useSay(ruleTexts);
  const { draft, changeLevel, changeRule, addLevel, addRule, removeLevel, removeRule } = useRulesDraft(start);
  const { levels, rules } = draft;
  const isWhole = levels.every(isNamed) && rules.every(isRuleWhole);
  return (
    <>
      {deed.error !== null && <Refused error={deed.error} />}
      <Form
        label={say('form')}
        onSubmit={() => isWhole && deed.send(textOf(draft))}
        submit={say('send')}
        isPending={deed.isPending}
        isDisabled={!isWhole}
        actions={
          <Button kind="quiet" onPress={onClose}>
            {say('close')}
          </Button>
        }
      >
        <div className={styles.wide}>
          <h3 className={styles.head}>{say('levels')}</h3>
          <p className={styles.lead}>{say('levelsLead')}</p>
          {levels.map((level, at) => (
            <LevelFields
              key={level.id}
              number={at + 1}
              level={level}
              onChange={changeLevel}
              onRemove={levels.length > 1 ? () => removeLevel(level.id) : undefined}
            />
          ))}
          <Button onPress={addLevel}>{say('addLevel')}</Button>
          <h3 className={styles.head}>{say('rules')}</h3>
          <p className={styles.lead}>{say('rulesLead')}</p>
          {rules.map((rule, at) => (
            <RuleFields
              key={rule.id}
              number={at + 1}
              rule={rule}
              draft={draft}
              onChange={changeRule}
              onRemove={rules.length > 1 ? () => removeRule(rule.id) : undefined}
            />
          ))}
          <Button onPress={addRule}>{say('addRule')}</Button>
        </div>
      </Form>
      <ApprovalTrial {...(isWhole && { rules: textOf(draft) })} isDraft />
    </>
  );
}

/** Levels and rules as they are written, and what can be done to them. */
function useRulesDraft(start: unknown) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(start));
  const { levels, rules } = draft;
  const changeLevel = (level: Level) =>
    setDraft({ ...draft, levels: levels.map((one) => (one.id === level.id ? level : one)) });
  const changeRule = (rule: Rule) =>
    setDraft({ ...draft, rules: rules.map((one) => (one.id === rule.id ? rule : one)) });
  const addLevel = () => {
    const level = { id: freshId('level', levels), en: '', zh: '', approvers: [] };
    setDraft({ ...draft, levels: [...levels, level] });
  };
  const addRule = () => {
    const open = { subjects: [], directions: [], programmes: [], partners: [], atLeast: '', currency: 'EUR' };
    setDraft({ ...draft, rules: [...rules, { id: freshId('rule', rules), ...open, levels: [] }] });
  };
  const removeLevel = (id: string) =>
    setDraft({
      levels: levels.filter((one) => one.id !== id),
      rules: rules.map((rule) => ({ ...rule, levels: rule.levels.filter((one) => one !== id) })),
    });
  const removeRule = (id: string) => setDraft({ ...draft, rules: rules.filter((one) => one.id !== id) });
  return { draft, changeLevel, changeRule, addLevel, addRule, removeLevel, removeRule };
}

function isNamed({ en, zh }: Level): boolean {
  return en.trim() !== '' && zh.trim() !== '';
}

function isRuleWhole({ levels, atLeast, currency }: Rule): boolean {
  const isLimit = atLeast.trim() === '' || (isAmount(atLeast) && /^[A-Z]{3}$/.test(currency.trim()));
  return levels.length > 0 && isLimit;
}
