import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../api/answer.ts';
import { api } from '../../api/client.ts';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useMe } from '../money/useMe.ts';
import styles from './SavedViews.module.css';
import { viewTexts } from './texts.ts';
import { sameFilter, type ViewFilter } from './viewFilter.ts';

type View = Answer<'listViews'>['rows'][number];

type Props = {
  readonly list: View['list'];
  /** What the list is narrowed by now, as its address says it. */
  readonly filter: ViewFilter;
  readonly onChoose: (filter: ViewFilter) => void;
};

/** Filters of a list under names that their reader gave them; the server keeps them for that person alone. */
export function SavedViews(props: Props) {
  return useMe()?.kind === 'person' ? <OwnViews {...props} /> : null;
}

function OwnViews({ list, filter, onChoose }: Props) {
  const say = useSay(viewTexts);
  const [naming, setNaming] = useState<'new' | 'rename'>();
  const views = api.useQuery('get', '/api/v1/views', { params: { query: { list } } });
  const rows = views.data?.rows ?? [];
  useOpening(views.data?.rows, onChoose);
  const shown = rows.find((view) => sameFilter(view.filter, filter));
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <div className={styles.views}>
      {rows.length > 0 && (
        <Menu
          label={say('views')}
          button={shown?.name ?? say('views')}
          entries={rows.map(({ id, name }) => ({ id, name }))}
          onChoose={(id) => onChoose(rows.find((view) => view.id === id)?.filter ?? {})}
        />
      )}
      {isFiltered && shown === undefined && (
        <Button kind="quiet" onPress={() => setNaming('new')}>
          {say('saveView')}
        </Button>
      )}
      <ShownView view={shown} onRename={() => setNaming('rename')} />
      {naming === 'new' && (
        <NameDialog
          view={{ list, filter, name: '', isDefault: false }}
          onClose={() => setNaming(undefined)}
        />
      )}
      {naming === 'rename' && shown !== undefined && (
        <NameDialog view={shown} onClose={() => setNaming(undefined)} />
      )}
    </div>
  );
}

/** A list that is opened without a word opens with the view that its reader wants, once. */
function useOpening(rows: readonly View[] | undefined, onChoose: Props['onChoose']): void {
  const isOpened = useRef(false);
  useEffect(() => {
    if (rows === undefined || isOpened.current) return;
    isOpened.current = true;
    const view = rows.find(({ isDefault }) => isDefault);
    if (view !== undefined && location.search === '') onChoose(view.filter);
  }, [rows, onChoose]);
}

const UNDO_MS = 10_000;

/** What can be done with the view that is shown; one that was deleted can be brought back for a while. */
function ShownView({ view, onRename }: { readonly view: View | undefined; readonly onRename: () => void }) {
  const say = useSay(viewTexts);
  const [forgotten, setForgotten] = useState<View>();
  const change = api.useMutation('put', '/api/v1/views/{id}');
  const forget = api.useMutation('delete', '/api/v1/views/{id}');
  const save = api.useMutation('post', '/api/v1/views');
  useEffect(() => {
    if (forgotten === undefined) return;
    const gone = setTimeout(() => setForgotten(undefined), UNDO_MS);
    return () => clearTimeout(gone);
  }, [forgotten]);
  const doIt = (what: string) => {
    if (view === undefined) return;
    const params = { path: { id: view.id } };
    if (what === 'rename') onRename();
    else if (what === 'opens')
      change.mutate({ params, body: { name: view.name, isDefault: !view.isDefault } });
    else forget.mutate({ params }, { onSuccess: () => setForgotten(view) });
  };
  const bringBack = ({ id: _, ...kept }: View) =>
    save.mutate({ body: kept }, { onSuccess: () => setForgotten(undefined) });
  return (
    <>
      {view !== undefined && (
        <Menu
          label={say('change')}
          button="⋯"
          entries={[
            { id: 'rename', name: say('rename') },
            { id: 'opens', name: say(view.isDefault ? 'opensNot' : 'opens') },
            { id: 'forget', name: say('forget') },
          ]}
          onChoose={doIt}
        />
      )}
      <span role="status">
        {forgotten !== undefined && (
          <>
            {say('forgotten', { name: forgotten.name })}{' '}
            <Button kind="quiet" isPending={save.isPending} onPress={() => bringBack(forgotten)}>
              {say('undo')}
            </Button>
          </>
        )}
      </span>
    </>
  );
}

type Named = Omit<View, 'id'> & Partial<Pick<View, 'id'>>;

function NameDialog({ view, onClose }: { readonly view: Named; readonly onClose: () => void }) {
  const say = useSay(viewTexts);
  const [typed, setTyped] = useState(view.name);
  const name = typed.trim();
  const save = api.useMutation('post', '/api/v1/views', { onSuccess: onClose });
  const change = api.useMutation('put', '/api/v1/views/{id}', { onSuccess: onClose });
  const { id, ...kept } = view;
  const keep = () =>
    id === undefined
      ? save.mutate({ body: { ...kept, name } })
      : change.mutate({ params: { path: { id } }, body: { name, isDefault: view.isDefault } });
  return (
    <ConfirmDialog
      title={say(id === undefined ? 'saveView' : 'renameView')}
      isOpen
      yes={say('save')}
      onYes={keep}
      onClose={onClose}
      isDisabled={name === ''}
      isPending={save.isPending || change.isPending}
      error={save.error ?? change.error}
    >
      <TextField label={say('viewName')} value={typed} onChange={setTyped} />
    </ConfirmDialog>
  );
}
