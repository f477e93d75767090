import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useSay } from '../text/ReaderContext.tsx';
import { Button } from './Button.tsx';
import styles from './ConfirmDialog.module.css';
import { Refused } from './Failure.tsx';
import { uiTexts } from './texts.ts';
import { Working } from './Working.tsx';

type Props = {
  /** The question. */
  readonly title: string;
  readonly isOpen: boolean;
  /** The answer that does it, as a verb: 'Cancel the document'. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
  readonly isDanger?: boolean;
  readonly isPending?: boolean;
  /** Not before what has to be said is said. */
  readonly isDisabled?: boolean;
  /** What the server refused; null for nothing. */
  readonly error?: unknown;
  /** What follows from it, and what has to be said with it. */
  readonly children?: ReactNode;
};

/** Asks before something is done that cannot be taken back, or that has to be explained. */
export function ConfirmDialog({ title, isOpen, yes, onYes, onClose, children, ...rest }: Props) {
  const { isDanger = false, isPending = false, isDisabled = false, error = null } = rest;
  const say = useSay(uiTexts);
  return (
    <ModalOverlay
      className={styles.backdrop ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog role="alertdialog" className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
          {error !== null && <Refused error={error} />}
          <div className={styles.actions}>
            {isPending && <Working />}
            <Button onPress={onClose}>{say('cancel')}</Button>
            <Button
              kind={isDanger ? 'danger' : 'primary'}
              onPress={onYes}
              isPending={isPending}
              isDisabled={isDisabled}
            >
              {yes}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
