import { ContactLinks } from '../help/ContactLinks.tsx';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice, SmallPrint } from '../ui/Notice.tsx';
import { shellTexts } from './texts.ts';

/** A page that broke: the rest of the office goes on. */
export function PageFault({ error }: { readonly error: unknown }) {
  const say = useSay(shellTexts);
  const again = <Button onPress={() => location.reload()}>{say('reload')}</Button>;
  return (
    <Notice title={say('fault')} meaning="bad" actions={again}>
      <p>{say('faultText')}</p>
      <ContactLinks />
      <SmallPrint>{error instanceof Error ? error.message : String(error)}</SmallPrint>
    </Notice>
  );
}
