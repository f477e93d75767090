import { api } from '../../../api/client.ts';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { rateOf } from '../import/rateOf.ts';
import { importsTexts } from './texts.ts';

const ASKED_AGAIN_MS = 2000;

/** Files that are being read in at this moment, whoever sent them. */
export function UnderWay() {
  const say = useSay(importsTexts);
  const { count } = useReader();
  const { data, dataUpdatedAt } = api.useQuery(
    'get',
    '/api/v1/imports/under-way',
    {},
    { refetchInterval: ASKED_AGAIN_MS },
  );
  const running = (data?.rows ?? []).filter(({ isPreview }) => !isPreview);
  if (running.length === 0) return null;
  return (
    <Notice title={say('underWay')}>
      {running.map((one) => {
        const { name, rows, startedAt } = one;
        const rate = rateOf(one, dataUpdatedAt);
        const facts = { name, rows: count(rows), rate: count(rate ?? 0) };
        return (
          <p key={`${name} ${startedAt}`}>
            {rate === undefined ? say('begun', { name }) : say('reading', facts)}
          </p>
        );
      })}
    </Notice>
  );
}
