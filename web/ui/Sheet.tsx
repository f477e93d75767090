import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import styles from './Sheet.module.css';
import { uiTexts } from './texts.ts';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  /** Asked to close: by the button, Escape, or a press beside it. */
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A sheet over the side of the page, which keeps its place below. */
export function Sheet({ title, isOpen, onClose, children }: Props) {
  const say = useSay(uiTexts);
  const change = (open: boolean) => {
    if (!open) onClose();
  };
  return (
    <ModalOverlay className={styles.backdrop ?? ''} isOpen={isOpen} onOpenChange={change} isDismissable>
      <Modal className={styles.sheet ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <Button kind="quiet" onPress={onClose}>
              {say('close')}
            </Button>
          </header>
          <div className={styles.body}>{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
