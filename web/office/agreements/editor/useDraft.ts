import { useState } from 'react';
import type { AgreementText } from '../text/textPath.ts';
import { forgetDraft, keepDraft, keptDraft } from './keptDraft.ts';

type Draft = {
  readonly text: AgreementText;
  readonly change: (to: (text: AgreementText) => AgreementText) => void;
  /** Something was written here before, and is there again. */
  readonly isFound: boolean;
  /** Whether anything differs from what it began with. */
  readonly isChanged: boolean;
  readonly startAnew: () => void;
  readonly forget: () => void;
};

/** A text that is being written. It is kept in this tab with every change, until it is saved or started anew. */
export function useDraft(key: string, first: AgreementText): Draft {
  const [isFound] = useState(() => keptDraft(key) !== undefined);
  const [text, setText] = useState(() => keptDraft(key)?.text ?? first);
  return {
    text,
    isFound,
    isChanged: text !== first,
    change: (to) =>
      setText((old) => {
        const next = to(old);
        keepDraft(key, { text: next });
        return next;
      }),
    startAnew: () => {
      forgetDraft(key);
      setText(first);
    },
    forget: () => forgetDraft(key),
  };
}
