import { useNavigate } from '@tanstack/react-router';
import { useSay } from '../../text/ReaderContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { useAgreements, usePartners } from '../money/useChoices.ts';
import { SavedViews } from '../views/SavedViews.tsx';
import { viewFilterOf } from '../views/viewFilter.ts';
import styles from './Earnings.module.css';
import { type Selection, selectionIn } from './selection.ts';
import { earningsTexts } from './texts.ts';
import { whyTexts } from './whyTexts.ts';

/** Narrows the list to an agreement and a partner, each found by typing a part of its name or code. */
export function EarningFilter({ selection }: { readonly selection: Selection }) {
  const say = useSay(earningsTexts);
  const sayWhy = useSay(whyTexts);
  const navigate = useNavigate({ from: '/earnings' });
  const { agreement = '', partner = '', incomplete = false } = selection;
  const select = (wanted: Record<string, unknown>) => void navigate({ search: selectionIn(wanted) });
  const change = (changed: Partial<Selection>) => select({ agreement, partner, incomplete, ...changed });
  return (
    <search className={styles.filter} aria-label={say('filter')}>
      <ComboField
        label={say('agreement')}
        placeholder={say('allAgreements')}
        choices={useAgreements()}
        value={agreement}
        onChange={(id) => change({ agreement: id })}
      />
      <ComboField
        label={say('partner')}
        placeholder={say('allPartners')}
        choices={usePartners()}
        value={partner}
        onChange={(id) => change({ partner: id })}
      />
      <div className={styles.deeds}>
        <CheckField isSelected={incomplete} onChange={(is) => select({ agreement, partner, incomplete: is })}>
          {say('onlyIncomplete')}
        </CheckField>
        {agreement !== '' && (
          <Button
            onPress={() => void navigate({ search: (old) => ({ ...old, who: true }), resetScroll: false })}
          >
            {sayWhy('whyNot')}
          </Button>
        )}
        <SavedViews
          list="earnings"
          filter={viewFilterOf({ agreement, partner }, ['agreement', 'partner'])}
          onChoose={select}
        />
        {(agreement !== '' || partner !== '' || incomplete) && (
          <Button kind="quiet" onPress={() => select({})}>
            {say('clear')}
          </Button>
        )}
      </div>
    </search>
  );
}
