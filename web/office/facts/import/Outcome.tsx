import { useSay } from '../../../text/ReaderContext.tsx';
import { ReconciliationBar } from '../ReconciliationBar.tsx';
import { importTexts } from './texts.ts';
import type { Preview } from './usePreview.ts';

const MEANINGS = {
  accepted: 'good',
  duplicate: 'neutral',
  superseded: 'neutral',
  quarantined: 'attention',
} as const;

/** Where every row of the file would end. */
export function Outcome({ summary }: { readonly summary: Preview['summary'] }) {
  const say = useSay(importTexts);
  const parts = (['accepted', 'duplicate', 'superseded', 'quarantined'] as const).map((id) => {
    const count = summary[id].rows;
    return { id, count, meaning: MEANINGS[id], text: `${say(id)}: ${count}` };
  });
  return <ReconciliationBar title={say('rowsRead', { count: summary.received.rows })} parts={parts} />;
}
