import { api } from '../../../api/client.ts';
import { useReader } from '../../../text/ReaderContext.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import type { AgreementText } from '../text/textPath.ts';
import { EffectView } from './EffectView.tsx';

/** What a text catches and would pay on the history, as it stands. */
export function EffectOfText({ text }: { readonly text: AgreementText }) {
  const { language } = useReader();
  const tried = api.useQuery('post', '/api/v1/agreement-texts/effect', {
    params: { query: { lang: language } },
    body: { text: text as Record<string, unknown> },
  });
  return <Loaded query={tried}>{(found) => <EffectView tried={found} text={text} />}</Loaded>;
}
