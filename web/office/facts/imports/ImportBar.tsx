import { Link } from '@tanstack/react-router';
import type { Answer } from '../../../api/answer.ts';
import { useSay } from '../../../text/ReaderContext.tsx';
import { type BarPart, ReconciliationBar } from '../ReconciliationBar.tsx';
import { endsOf } from './endsOf.ts';
import { importsTexts } from './texts.ts';

/** Rows read = counted + excluded + quarantined, each with what belongs to it; each part opens. */
export function ImportBar({ imported }: { readonly imported: Answer<'getImport'> }) {
  const say = useSay(importsTexts);
  const { id } = imported.import;
  const { total, ends } = endsOf(imported);
  const parts: readonly BarPart[] = ends.map(({ end, count, meaning, opens }) => {
    const text = say(end, { count });
    if (opens === 'lines') {
      return {
        ...{ id: end, count, meaning },
        text: (
          <Link to="/facts" search={{ import: id }}>
            {text}
          </Link>
        ),
      };
    }
    return { id: end, count, meaning, text: opens === undefined ? text : <a href={`#${opens}`}>{text}</a> };
  });
  return <ReconciliationBar title={say('rowsRead', { count: total })} parts={parts} />;
}
