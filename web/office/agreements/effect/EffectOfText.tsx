import { api } from '../../../api/client.ts';
import { useReader } from '../../../text/ReaderContext.tsx';
import { LongLoaded } from '../../../ui/LongLoaded.tsx';
import type { AgreementText } from '../text/textPath.ts';
import { EffectView } from './EffectView.tsx';

/** What a text catches and would pay on the history, as it stands. */
export function EffectOfText({ text }: { readonly text: AgreementText }) {
  const { language } = useReader();
  const wanted = {
    params: { query: { lang: language } },
    body: { text: text as Record<string, unknown> },
  };
  const tried = api.useQuery('post', '/api/v1/agreement-texts/effect', wanted);
  return (
    <LongLoaded queryKey={['post', '/api/v1/agreement-texts/effect', wanted]} query={tried}>
      {(found) => <EffectView tried={found} text={text} />}
    </LongLoaded>
  );
}
