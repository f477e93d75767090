import { call } from '../../api/client.ts';
import { useReader, useSay } from '../../text/ReaderContext.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useActorName } from '../money/useActorName.ts';
import { useDecider } from '../money/useDecider.ts';
import { numberingTexts } from './numberingTexts.ts';
import type { DocumentSettings } from './settlementTypes.ts';
import { settlementWords } from './settlementWords.ts';

type Change = DocumentSettings['waiting'][number];

/** Another word about the documents of a company, which counts once a second person has approved it. */
export function SettingsWaiting({ change }: { readonly change: Change }) {
  const say = useSay(numberingTexts);
  const sayWord = useSay(settlementWords);
  const { instant } = useReader();
  const nameOf = useActorName();
  const { id, series, party, author, proposedAt } = change;
  const params = { path: { id } };
  const decider = useDecider({ scope: 'settlements:approve', role: 'approver', author });
  const what =
    series === null
      ? [party?.name, ...(party?.addressLines ?? []), party?.city, party?.country, party?.taxId]
      : [sayWord(`kind.${series.kind}`), series.series, say(`by.${series.numberedBy}`)];
  return (
    <>
      <p>
        <Tag meaning="attention">{say('waits')}</Tag> {what.filter(Boolean).join(' · ')}
      </p>
      <p>{say('proposedBy', { name: nameOf(author), instant: instant(proposedAt) })}</p>
      <Deeds why={decider.why}>
        {decider.may && (
          <>
            <Deed
              name={say('approve')}
              kind="primary"
              lead={say('approveLead')}
              done={say('approved')}
              onDo={() => call.POST('/api/v1/document-setting-changes/{id}/approval', { params })}
            />
            <Deed
              name={say('reject')}
              questions={[{ id: 'reason', label: say('why'), kind: 'long' }]}
              done={say('rejected')}
              onDo={({ reason = '' }) =>
                call.POST('/api/v1/document-setting-changes/{id}/rejection', { params, body: { reason } })
              }
            />
          </>
        )}
      </Deeds>
    </>
  );
}
