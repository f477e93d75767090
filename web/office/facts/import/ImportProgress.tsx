import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { rateOf } from './rateOf.ts';
import { importTexts } from './texts.ts';

const ASKED_AGAIN_MS = 1000;

/** How far an import is, as the server says it; it goes on when the page is left. */
export function ImportProgress({ name }: { readonly name: string }) {
  const say = useSay(importTexts);
  const { count } = useReader();
  const { data, dataUpdatedAt } = api.useQuery(
    'get',
    '/api/v1/imports/under-way',
    {},
    { refetchInterval: ASKED_AGAIN_MS },
  );
  const own = data?.rows.find((one) => one.name === name && !one.isPreview);
  const rate = own && rateOf(own, dataUpdatedAt);
  return (
    <div role="status">
      <Notice title={`${say('importing')} ${name}`}>
        {own !== undefined && own.rows > 0 && rate !== undefined && (
          <p>{say('progress', { rows: count(own.rows), rate: count(rate) })}</p>
        )}
        <p>{say('leave')}</p>
      </Notice>
    </div>
  );
}
