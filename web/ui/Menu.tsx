import type { ReactNode } from 'react';
import { MenuItem, Menu as MenuList, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from './Button.tsx';
import styles from './Field.module.css';

export type MenuEntry = { readonly id: string; readonly name: string };

type Props = {
  /** What it is called, where the button shows a sign or a value only. */
  readonly label: string;
  readonly button: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly onChoose: (id: string) => void;
  /** The one that holds, where it is a choice. */
  readonly chosen?: string;
};

/** A button that opens what can be chosen or done. */
export function Menu({ label, button, entries, onChoose, chosen }: Props) {
  const isChoice = chosen !== undefined;
  return (
    <MenuTrigger>
      <Button kind="quiet" label={label}>
        {button}
      </Button>
      <Popover className={styles.list ?? ''} placement="bottom end">
        <MenuList
          aria-label={label}
          items={entries}
          onAction={(id) => onChoose(String(id))}
          {...(isChoice && { selectionMode: 'single', selectedKeys: [chosen] })}
        >
          {({ id, name }) => (
            <MenuItem id={id} textValue={name} className={styles.item ?? ''}>
              {name}
            </MenuItem>
          )}
        </MenuList>
      </Popover>
    </MenuTrigger>
  );
}
