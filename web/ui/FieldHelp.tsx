import type { ReactNode } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { useSay } from '../text/ReaderContext.tsx';
import styles from './FieldHelp.module.css';
import { uiTexts } from './texts.ts';

/** What a field means, in two sentences, and the page of the documentation that says more. */
export type Help = { readonly text: string; readonly page: string };

type Props = { readonly label: string; readonly help: Help | undefined; readonly children: ReactNode };

/** A field with a sign beside its name that opens what it means; without help it is the field alone. */
export function Helped({ label, help, children }: Props) {
  const say = useSay(uiTexts);
  if (help === undefined) return children;
  return (
    <div className={styles.helped}>
      {children}
      <DialogTrigger>
        <Button className={styles.sign ?? ''} aria-label={say('helpOn', { field: label })}>
          ?
        </Button>
        <Popover className={styles.popover ?? ''} placement="bottom end">
          <p>{help.text}</p>
          <a href={help.page} target="_blank" rel="noopener">
            {say('helpMore')}
          </a>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
