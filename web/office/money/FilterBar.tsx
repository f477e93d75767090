import type { ReactNode } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './FilterBar.module.css';
import { moneyTexts } from './texts.ts';

type Props = {
  readonly children: ReactNode;
  /** Takes all filters away; undefined where none is set. */
  readonly onClear?: (() => void) | undefined;
};

/** What a list is narrowed by. */
export function FilterBar({ children, onClear }: Props) {
  const say = useSay(moneyTexts);
  return (
    <search className={styles.bar} aria-label={say('filter')}>
      {children}
      {onClear !== undefined && (
        <Button kind="quiet" onPress={onClear}>
          {say('clear')}
        </Button>
      )}
    </search>
  );
}
