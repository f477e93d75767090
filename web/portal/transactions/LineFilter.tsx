import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { LineSelection } from './selection.ts';
import { transactionsTexts } from './texts.ts';

/** Narrows the list to days, a product and a document; kept in the address. */
export function LineFilter({ filter }: { readonly filter: LineSelection }) {
  const say = useSay(transactionsTexts);
  const navigate = useNavigate({ from: '/transactions' });
  const [from, setFrom] = useState(filter.from ?? '');
  const [until, setUntil] = useState(filter.until ?? '');
  const [product, setProduct] = useState(filter.product ?? '');
  const [document, setDocument] = useState(filter.document ?? '');
  const given = Object.entries({ from, until, product, document }).filter(([, value]) => value.trim() !== '');
  const isFiltered = [filter.from, filter.until, filter.product, filter.document].some(Boolean);
  return (
    <search aria-label={say('filter')}>
      <Form
        label={say('filter')}
        onSubmit={() => void navigate({ search: Object.fromEntries(given) })}
        actions={
          <>
            <Button type="submit">{say('show')}</Button>
            {isFiltered && (
              <Button kind="quiet" onPress={() => void navigate({ search: {} })}>
                {say('clear')}
              </Button>
            )}
          </>
        }
      >
        <TextField label={say('from')} type="date" value={from} onChange={setFrom} />
        <TextField label={say('until')} type="date" value={until} onChange={setUntil} />
        <TextField label={say('product')} value={product} onChange={setProduct} />
        <TextField label={say('document')} value={document} onChange={setDocument} />
      </Form>
    </search>
  );
}
