import type { Schemas } from '../../../api/client.ts';
import type { AgreementText } from '../text/textPath.ts';
import { Caught } from './Caught.tsx';
import { EffectFigures } from './EffectFigures.tsx';
import { LongPreview } from './LongPreview.tsx';

type Props = { readonly tried: Schemas['TriedAgreement']; readonly text: AgreementText };

/** What a text catches and pays: in all, by partner and by month; beside what stands, where something stands. */
export function EffectView({ tried: { caught, effect }, text }: Props) {
  return (
    <>
      {effect === null ? <LongPreview text={text} lines={caught.seen} /> : <EffectFigures effect={effect} />}
      <Caught caught={caught} />
    </>
  );
}
