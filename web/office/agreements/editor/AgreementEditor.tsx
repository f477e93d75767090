import { type ReactNode, useMemo } from 'react';
import { useSay } from '../../../text/ReaderContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { listAt, pathText, withValueAt, wordAt } from '../text/textPath.ts';
import styles from './Editor.module.css';
import { type Editor, EditorProvider } from './EditorContext.tsx';
import { GeneralFields } from './GeneralFields.tsx';
import { SettlementFields } from './SettlementFields.tsx';
import { TermFields } from './TermFields.tsx';
import { editorTexts } from './texts.ts';
import type { useDraft } from './useDraft.ts';
import { useSaid } from './useSaid.ts';
import { useSettled } from './useSettled.ts';
import { WhatIf } from './WhatIf.tsx';
import { WholeText } from './WholeText.tsx';

const PAUSE_MS = 400;

type Props = {
  readonly draft: ReturnType<typeof useDraft>;
  readonly isNew?: boolean;
  /** The year of the newest lines, where it begins with that one and not with this. */
  readonly ofLines?: string | undefined;
  /** The day that it is for our company. */
  readonly today: string;
  readonly actions: ReactNode;
  /** What was refused, and what is asked before something is done. */
  readonly children?: ReactNode;
};

/** The fields of a text; beside them, while one writes, what it says and what it would have paid. */
export function AgreementEditor({ draft, isNew = false, ofLines, today, actions, children }: Props) {
  const say = useSay(editorTexts);
  const { text, change } = draft;
  const settled = useSettled(text, PAUSE_MS);
  const said = useSaid(settled);
  const { errors } = said;
  const editor = useMemo<Editor>(
    () => ({
      text,
      errors,
      isNew,
      ofLines,
      set: (path, value) => change((old) => withValueAt(old, path, value)),
      setAll: (changes) =>
        change((old) => changes.reduce((next, [path, value]) => withValueAt(next, path, value), old)),
    }),
    [text, errors, isNew, ofLines, change],
  );
  const again = (
    <Button kind="quiet" onPress={draft.startAnew}>
      {say('startAnew')}
    </Button>
  );
  return (
    <EditorProvider editor={editor}>
      {draft.isFound && draft.isChanged && (
        <Notice title={say('foundTitle')} actions={again}>
          <p>{say('foundText')}</p>
        </Notice>
      )}
      <div className={styles.editor}>
        <div className={styles.form}>
          <GeneralFields />
          {listAt(text, ['terms']).map((term, index) => (
            <Section
              key={pathText(['terms', index])}
              title={say('termTitle', { term: wordAt(term, ['id']) })}
            >
              <TermFields index={index} />
            </Section>
          ))}
          <SettlementFields />
          <WholeText />
          {children}
          <div className={styles.actions}>{actions}</div>
        </div>
        <WhatIf text={settled} said={said} today={today} isNew={isNew} isStale={settled !== text} />
      </div>
    </EditorProvider>
  );
}
