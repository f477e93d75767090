import { draftOf } from './approvalRules.ts';
import styles from './Settings.module.css';
import { useRuleSentences } from './useRuleSentences.ts';

/** Rules as they can be read aloud, a sentence each. */
export function RuleSentences({ rules }: { readonly rules: unknown }) {
  const { ruleSentence } = useRuleSentences();
  const draft = draftOf(rules);
  return (
    <ul className={styles.sentences}>
      {draft.rules.map((rule) => (
        <li key={rule.id}>{ruleSentence(rule, draft)}</li>
      ))}
    </ul>
  );
}
