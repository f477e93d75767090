import { api } from '../api/client.ts';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Done } from '../ui/Done.tsx';
import { Refused } from '../ui/Failure.tsx';
import { Page } from '../ui/Page.tsx';
import { noticeTexts } from './texts.ts';

/** `/mail-stop#…`: where the link at the end of a mail leads. It asks once, since programs open links unasked. */
export function MailStopPage() {
  const say = useSay(noticeTexts);
  const stop = api.useMutation('post', '/api/v1/notices/stop');
  return (
    <Page title={say('stopTitle')} lead={say('stopLead')}>
      {stop.error !== null && <Refused error={stop.error} />}
      {stop.isSuccess ? (
        <>
          <Done title={say('stopDone')} />
          <p>{say('stopNext')}</p>
        </>
      ) : (
        <Button
          kind="primary"
          isPending={stop.isPending}
          onPress={() => stop.mutate({ body: { text: location.hash.slice(1) } })}
        >
          {say('stopDo')}
        </Button>
      )}
    </Page>
  );
}
