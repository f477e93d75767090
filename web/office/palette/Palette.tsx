import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
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
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { COMMANDS, commandTexts, isMeant, namesOf } from './commands.ts';
import { FoundThings, useFound } from './FoundThings.tsx';
import styles from './Palette.module.css';
import { paletteTexts } from './texts.ts';

/** The button in the bar, and Ctrl+K or ⌘K anywhere: goes to any page, and finds anything by what it is called. */
export function Palette() {
  const say = useSay(paletteTexts);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      setOpen((open) => !open);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button onPress={() => setOpen(true)} label={say('open')}>
        <Glass />
        <span className={styles.open}>{say('button')}</span>
        <kbd className={styles.key}>Ctrl K</kbd>
      </Button>
      <ModalOverlay
        className={styles.backdrop ?? ''}
        isOpen={isOpen}
        onOpenChange={(open) => setOpen(open)}
        isDismissable
      >
        <Modal className={styles.modal ?? ''}>
          <Dialog className={styles.dialog ?? ''} aria-label={say('open')}>
            <Choices onChosen={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

function Glass() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={styles.glass}>
      <circle cx="6.5" cy="6.5" r="4.5" />
      <path d="m10 10 4.5 4.5" />
    </svg>
  );
}

function Choices({ onChosen }: { readonly onChosen: () => void }) {
  const say = useSay(paletteTexts);
  const [typed, setTyped] = useState('');
  const found = useFound(useDeferredValue(typed.trim()));
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={say('what')} className={styles.field ?? ''}>
        <Input className={styles.input ?? ''} placeholder={say('what')} />
      </SearchField>
      <Menu
        aria-label={say('choices')}
        className={styles.menu ?? ''}
        onAction={onChosen}
        renderEmptyState={() => (
          <p className={styles.empty}>{say(found.isFetching ? 'searching' : 'nothing')}</p>
        )}
      >
        <Pages typed={typed.trim()} />
        <FoundThings found={found.data?.rows ?? []} />
      </Menu>
    </Autocomplete>
  );
}

function Pages({ typed }: { readonly typed: string }) {
  const say = useSay(paletteTexts);
  const sayCommand = useSay(commandTexts);
  const navigate = useNavigate();
  const meant = COMMANDS.map(({ to, name }) => ({ to, ...namesOf(sayCommand(name)) })).filter(({ words }) =>
    isMeant(words, typed),
  );
  if (meant.length === 0) return null;
  return (
    <MenuSection className={styles.section ?? ''}>
      <Header className={styles.head ?? ''}>{say('pages')}</Header>
      {meant.map(({ to, name }) => (
        <MenuItem
          key={to}
          id={to}
          textValue={name}
          className={styles.item ?? ''}
          onAction={() => void navigate({ to })}
        >
          {name}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
