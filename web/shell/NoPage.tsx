import { Link } from '@tanstack/react-router';
import { useSay } from '../text/ReaderContext.tsx';
import { Page } from '../ui/Page.tsx';
import { shellTexts } from './texts.ts';

/** An address of no page. */
export function NoPage() {
  const say = useSay(shellTexts);
  return (
    <Page title={say('noPage')} lead={say('noPageText')}>
      <Link to="/">{say('toHome')}</Link>
    </Page>
  );
}
