import { useState } from 'react';
import { useSay } from '../../text/ReaderContext.tsx';
import { remember, remembered } from '../../text/remembered.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Agreements.module.css';
import { type Filter, filterIn } from './selection.ts';
import { agreementsTexts } from './texts.ts';

type View = { readonly name: string; readonly filter: Filter };

const KEPT = 'agreementViews';

type Props = { readonly filter: Filter; readonly onChoose: (filter: Filter) => void };

/** Filters under names that their reader gave them; this browser remembers them. */
export function SavedViews({ filter, onChoose }: Props) {
  const say = useSay(agreementsTexts);
  const [views, setViews] = useState(savedViews);
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const keep = (kept: readonly View[]) => {
    remember(KEPT, JSON.stringify(kept));
    setViews(kept);
  };
  const save = () => {
    keep([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), filter }]);
    setNaming(false);
    setName('');
  };
  const shown = views.findIndex((view) => JSON.stringify(view.filter) === JSON.stringify(filter));
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <div className={styles.views}>
      {views.length > 0 && (
        <Menu
          label={say('views')}
          button={views[shown]?.name ?? say('views')}
          entries={views.map((view, index) => ({ id: String(index), name: view.name }))}
          onChoose={(id) => onChoose(views[Number(id)]?.filter ?? {})}
        />
      )}
      {isFiltered && shown < 0 && (
        <Button kind="quiet" onPress={() => setNaming(true)}>
          {say('saveView')}
        </Button>
      )}
      {shown >= 0 && (
        <Button kind="quiet" onPress={() => keep(views.filter((_, index) => index !== shown))}>
          {say('forgetView')}
        </Button>
      )}
      {isFiltered && (
        <Button kind="quiet" onPress={() => onChoose({})}>
          {say('clear')}
        </Button>
      )}
      <ConfirmDialog
        title={say('saveView')}
        isOpen={isNaming}
        yes={say('save')}
        onYes={save}
        onClose={() => setNaming(false)}
        isDisabled={name.trim() === ''}
      >
        <TextField label={say('viewName')} value={name} onChange={setName} />
      </ConfirmDialog>
    </div>
  );
}

function savedViews(): readonly View[] {
  try {
    const kept: unknown = JSON.parse(remembered(KEPT) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((view) =>
      typeof view?.name === 'string' ? [{ name: view.name, filter: filterIn(view.filter ?? {}) }] : [],
    );
  } catch {
    return [];
  }
}
