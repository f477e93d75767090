import { useState } from 'react';
import { useSay } from '../text/ReaderContext.tsx';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { helpTexts } from './helpTexts.ts';

type Props = {
  /** What else there is. */
  readonly entries?: readonly MenuEntry[];
  readonly onChoose?: (id: string) => void;
};

/** What helps on every page. */
export function HelpMenu({ entries = [], onChoose }: Props) {
  const say = useSay(helpTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Menu
        label={say('help')}
        button={say('help')}
        entries={[{ id: 'contact', name: say('contact') }, ...entries]}
        onChoose={(id) => (id === 'contact' ? setOpen(true) : onChoose?.(id))}
      />
      <HelpSheet isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
