import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import type { Choice } from './choices.ts';
import styles from './FindDialog.module.css';
import { Named } from './Named.tsx';

/** What was found of one kind; `code` stands below the name where it says more. */
export type FoundSection = {
  readonly title: string;
  readonly items: readonly (Choice & { readonly code?: string })[];
};

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Found already, by whoever shows the dialog. */
  readonly sections: readonly FoundSection[];
  /** Said where nothing is found. */
  readonly empty: string;
  readonly onChoose: (id: string) => void;
};

/** One field over the page: what is typed is found below it while one types, and chosen by keyboard or pointer. */
export function FindDialog({ label, isOpen, onOpenChange, ...found }: Props) {
  return (
    <ModalOverlay className={styles.backdrop ?? ''} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={label}>
          <Found {...found} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Found({
  placeholder,
  typed,
  onType,
  sections,
  empty,
  onChoose,
}: Omit<Props, 'label' | 'isOpen' | 'onOpenChange'>) {
  return (
    <Autocomplete inputValue={typed} onInputChange={onType}>
      <SearchField aria-label={placeholder} className={styles.field ?? ''}>
        <Input className={styles.input ?? ''} placeholder={placeholder} />
      </SearchField>
      {/* What scrolls is scrolled by keys, too: in the list itself nothing ever has the focus. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: else nobody without a pointer can scroll it */}
      <section className={styles.found ?? ''} aria-label={placeholder} tabIndex={0}>
        <Menu
          aria-label={placeholder}
          onAction={(id) => onChoose(String(id))}
          renderEmptyState={() => <p className={styles.empty}>{empty}</p>}
        >
          {sections.map(({ title, items }) => (
            <MenuSection key={title} className={styles.section ?? ''}>
              <Header className={styles.head ?? ''}>{title}</Header>
              {items.map(({ id, name, code }) => (
                <MenuItem key={id} id={id} textValue={name} className={styles.item ?? ''}>
                  {code === undefined ? name : <Named name={name} code={code} />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </section>
    </Autocomplete>
  );
}
