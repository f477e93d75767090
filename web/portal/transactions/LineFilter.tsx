import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { SearchForm } from '../../shell/SearchForm.tsx';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './LineFilter.module.css';
import { transactionsTexts } from './texts.ts';

/** Narrows the list to days, a product and a document. On a phone it is behind one button, until somebody narrows: the lines come first. */
export function LineFilter() {
  const say = useSay(transactionsTexts);
  const { from, until, product, document } = useSearch({ from: '/transactions' });
  const isNarrowed = [from, until, product, document].some((one) => one !== undefined);
  const [isOpen, setOpen] = useState(isNarrowed);
  return (
    <>
      {!isOpen && (
        <p className={styles.fold}>
          <Button onPress={() => setOpen(true)}>{say('filter')}</Button>
        </p>
      )}
      <div className={isOpen ? undefined : styles.folded}>
        <SearchForm
          label={say('filter')}
          fields={[
            { name: 'from', label: say('from'), type: 'date' },
            { name: 'until', label: say('until'), type: 'date' },
            { name: 'product', label: say('product') },
            { name: 'document', label: say('document') },
          ]}
        />
      </div>
    </>
  );
}
