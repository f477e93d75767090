import { type ReactNode, useState } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { Button } from './Button.tsx';
import styles from './PopoverButton.module.css';

type Props = {
  /** What the button is called, and what opens. */
  readonly label: string;
  readonly button: ReactNode;
  readonly children: (close: () => void) => ReactNode;
};

/** A button that opens something small over the page: a dialog of its own, which is called as the button is. */
export function PopoverButton({ label, button, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button kind="quiet" label={label}>
        {button}
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        {children(() => setOpen(false))}
      </Popover>
    </DialogTrigger>
  );
}
