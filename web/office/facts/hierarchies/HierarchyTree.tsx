import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useReader, useSay } from '../../../text/ReaderContext.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { type Branch, TreeView } from '../../../ui/TreeView.tsx';
import styles from './Hierarchies.module.css';
import { keyOf, type Node } from './hierarchyTypes.ts';
import { hierarchyTexts } from './texts.ts';
import { type AsOf, type Below, useNodes } from './useNodes.ts';

/** The tree, level by level as it is opened; whatever is chosen shows what it catches. */
export function HierarchyTree({ asOf }: { readonly asOf: AsOf }) {
  const say = useSay(hierarchyTexts);
  const navigate = useNavigate({ from: '/facts/hierarchies' });
  const { kind, code } = useSearch({ from: '/facts/hierarchies' });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const codes = [...open].map((key) => key.slice(key.indexOf(' ') + 1));
  const { below, error, isPending, onRetry } = useNodes(asOf, ['', ...codes]);
  const roots = below.get('');
  if (error !== null) return <Failure error={error} onRetry={onRetry} />;
  if (isPending || roots === undefined) return <Skeleton />;
  if (roots.rows.length === 0)
    return (
      <Notice title={say('emptyTitle')}>
        <p>{say('emptyText')}</p>
      </Notice>
    );
  const choose = (id: string) => {
    const node = [...below.values()].flatMap(({ rows }) => rows).find((one) => keyOf(one) === id);
    if (node !== undefined)
      void navigate({ search: (old) => ({ ...old, kind: node.kind, code: node.code }), resetScroll: false });
  };
  /** What stands for others: those that are not here yet, and more than anybody looks through. */
  const rest = (id: string, word: 'coming' | 'more'): Branch => ({
    ...{ id, text: say(word), hasBelow: false, below: [] },
    content: <span className={styles.quiet}>{say(word)}</span>,
  });
  const branchesOf = (found: Below | undefined, above: string): readonly Branch[] => {
    if (found === undefined) return [rest(`coming ${above}`, 'coming')];
    const more = found.hasMore ? [rest(`more ${above}`, 'more')] : [];
    return [...found.rows.map(branchOf), ...more];
  };
  const branchOf = (node: Node): Branch => {
    const id = keyOf(node);
    const isOpen = open.has(id);
    return {
      ...{ id, text: `${node.name} ${node.code}`, hasBelow: node.below > 0 },
      content: <NodeRow node={node} />,
      // What is closed has something in it, too: else the keys would not open it.
      below: branchesOf(isOpen ? below.get(node.code) : undefined, node.code),
    };
  };
  return (
    <TreeView
      label={say(asOf.tree)}
      branches={branchesOf(roots, '')}
      chosen={kind === undefined || code === undefined ? undefined : keyOf({ kind, code })}
      onChoose={choose}
      open={open}
      onOpen={setOpen}
    />
  );
}

/** A node with what it catches. */
function NodeRow({ node }: { readonly node: Node }) {
  const say = useSay(hierarchyTexts);
  const { count } = useReader();
  const { name, code, below, members, lines, isKnown } = node;
  return (
    <>
      <span className={styles.name}>
        {name}
        {name !== code && <span className={styles.quiet}> {code}</span>}
        {!isKnown && <span className={styles.quiet}> {say('unknown')}</span>}
      </span>
      <span className={styles.quiet}>
        {below > 0 && `${say('members', { count: members, shown: count(members) })} · `}
        {say('lines', { count: lines, shown: count(lines) })}
      </span>
    </>
  );
}
