import { useSay } from '../../../text/ReaderContext.tsx';
import { bulkTexts } from './texts.ts';

const STATES = ['draft', 'inReview', 'approved', 'withdrawn'] as const;

type Props = { readonly states: { readonly [state in (typeof STATES)[number]]?: number | undefined } };

/** How many agreements of a spreadsheet stand where. */
export function BulkStates({ states }: Props) {
  const say = useSay(bulkTexts);
  return (
    <>
      {STATES.filter((state) => (states[state] ?? 0) > 0).map((state) => (
        <p key={state}>{say(`states.${state}`, { count: states[state] ?? 0 })}</p>
      ))}
    </>
  );
}
