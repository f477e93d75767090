import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNarrow } from '../../shell/useAddressText.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './FilterBar.module.css';
import { moneyTexts } from './texts.ts';

type Props = {
  readonly children: ReactNode;
  /** What of the address narrows the list, and is taken away together. */
  readonly names?: readonly string[];
};

/** What a list is narrowed by. */
export function FilterBar({ children, names = [] }: Props) {
  const say = useSay(moneyTexts);
  const address: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const narrow = useNarrow();
  const isNarrowed = names.some((name) => address[name] !== undefined);
  return (
    <search className={styles.bar} aria-label={say('filter')}>
      {children}
      {isNarrowed && (
        <Button kind="quiet" onPress={() => narrow(Object.fromEntries(names.map((name) => [name, ''])))}>
          {say('clear')}
        </Button>
      )}
    </search>
  );
}
