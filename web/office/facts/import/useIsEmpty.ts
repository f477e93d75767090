import { api } from '../../../api/client.ts';

/** Whether neither a partner nor a product is known yet; undefined until that is asked. */
export function useIsEmpty(): boolean | undefined {
  const partners = useHasAny('partner');
  const products = useHasAny('product');
  return partners === undefined || products === undefined ? undefined : !partners && !products;
}

function useHasAny(kind: 'partner' | 'product'): boolean | undefined {
  const found = api.useQuery('get', '/api/v1/master-data', { params: { query: { kind, limit: '1' } } });
  // Who may not look is asked to tick it.
  return found.error === null ? found.data && found.data.rows.length > 0 : true;
}
