import { useSay } from '../../text/ReaderContext.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { helpTexts } from './texts.ts';

/** Pages that the server has beside the office; each opens in a window of its own, so that no work is lost. */
const PAGES = [
  ['guides', '/help/docs/index.html'],
  ['first', '/help/docs/guides/first-rebate.html'],
  ['money', '/help/docs/guides/money-story.html'],
  ['words', '/help/GLOSSARY.html'],
  ['refusals', '/help/docs/reference/refusals.html'],
  ['api', '/api/v1/docs'],
] as const;

/** What helps on every page, without a network. */
export function HelpMenu() {
  const say = useSay(helpTexts);
  return (
    <Menu
      label={say('help')}
      button={say('help')}
      entries={PAGES.map(([id]) => ({ id, name: say(id) }))}
      onChoose={(id) => {
        const [, address] = PAGES.find(([one]) => one === id) ?? [];
        if (address !== undefined) open(address, '_blank', 'noopener');
      }}
    />
  );
}
