import { call } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Deed } from '../money/Deed.tsx';
import { Deeds } from '../money/Deeds.tsx';
import { useMay } from '../money/useMay.ts';
import { isForgotten } from './isForgotten.ts';
import { peopleTexts } from './peopleTexts.ts';
import type { Person } from './settingsTypes.ts';

/** What is kept of a person, as a file; and, once they have left, the end of it. */
export function Forgetting({ person }: { readonly person: Person }) {
  const say = useSay(peopleTexts);
  const mayChange = useMay('access:write');
  if (!mayChange) return null;
  const { id, isActive } = person;
  const params = { path: { id } };
  return (
    <Deeds>
      <DownloadButton
        name={`${id}.json`}
        onAsk={() => call.GET('/api/v1/persons/{id}/personal-data', { params, parseAs: 'blob' })}
      >
        {say('keptData')}
      </DownloadButton>
      {!isActive && !isForgotten(person) && (
        <Deed
          name={say('forget')}
          lead={say('forgetLead')}
          questions={[
            { id: 'reason', label: say('forgetReason'), hint: say('forgetReasonHint'), kind: 'long' },
          ]}
          done={say('forgottenNow')}
          kind="danger"
          onDo={({ reason = '' }) => call.POST('/api/v1/persons/{id}/erasure', { params, body: { reason } })}
        />
      )}
    </Deeds>
  );
}
