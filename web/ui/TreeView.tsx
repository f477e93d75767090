import type { ReactNode } from 'react';
import { Button, Collection, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import styles from './TreeView.module.css';

/** Something in a tree, and what stands below it. */
export type Branch = {
  readonly id: string;
  /** What it is called: typed letters find it, and it is read aloud. */
  readonly text: string;
  readonly content: ReactNode;
  /** Whether something stands below it, and what of it is here. */
  readonly hasBelow: boolean;
  readonly below: readonly Branch[];
};

type Props = {
  readonly label: string;
  readonly branches: readonly Branch[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly open: ReadonlySet<string>;
  readonly onOpen: (open: ReadonlySet<string>) => void;
};

/** A tree: arrows move, right opens and left closes, Enter chooses, letters find. */
export function TreeView({ label, branches, chosen, onChoose, open, onOpen }: Props) {
  const choose = (keys: 'all' | Set<Key>) => {
    const [key] = keys === 'all' ? [] : [...keys];
    if (key !== undefined) onChoose(String(key));
  };
  return (
    <Tree
      className={styles.tree ?? ''}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosen === undefined ? [] : [chosen]}
      onSelectionChange={choose}
      expandedKeys={open as Set<Key>}
      onExpandedChange={(keys) => onOpen(new Set([...keys].map(String)))}
      items={branches}
      dependencies={[branches]}
    >
      {branchOf}
    </Tree>
  );
}

function branchOf({ id, text, content, hasBelow, below }: Branch) {
  return (
    <TreeItem id={id} textValue={text} hasChildItems={hasBelow} className={styles.item ?? ''}>
      <TreeItemContent>
        {hasBelow ? (
          <Button slot="chevron" className={styles.chevron ?? ''}>
            <span aria-hidden="true">▸</span>
          </Button>
        ) : (
          <span className={styles.chevron} />
        )}
        {content}
      </TreeItemContent>
      {hasBelow && (
        <Collection items={below} dependencies={[below]}>
          {branchOf}
        </Collection>
      )}
    </TreeItem>
  );
}
