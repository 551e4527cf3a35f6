/** Search, word and, where the columns have no heads, the order. Holds nothing: the page keeps the view. */
import { Field, makeStyles, SearchBox, Select, Text, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import { healthWords } from '../../../api/contract/vocabulary.ts';
import { useText } from '../../ui/text.tsx';
import { firstIsDescending, sortKeys, type TeamView } from './team-rows.ts';
import { columnKeys, narrow } from './team-columns.ts';

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    [narrow]: { display: 'grid', gridTemplateColumns: '1fr 1fr' },
  },
  search: { flexGrow: 1, maxWidth: '320px', minWidth: '200px', [narrow]: { gridColumnStart: '1', gridColumnEnd: '-1', maxWidth: 'none' } },
  /** Fluent's select is as wide as its longest option, which two side by side on a phone are not. */
  choice: { minWidth: 0, '& select': { minWidth: 0, width: '100%' } },
  box: { width: '100%', minWidth: 0 },
  order: { display: 'none', [narrow]: { display: 'grid' } },
  count: {
    color: tokens.colorNeutralForeground2,
    marginInlineStart: 'auto',
    paddingBottom: tokens.spacingVerticalXS,
    [narrow]: { gridColumnStart: '1', gridColumnEnd: '-1', marginInlineStart: 0, paddingBottom: 0 },
  },
});

interface TeamFiltersProps {
  readonly view: TeamView;
  readonly shown: number;
  readonly total: number;
  readonly onChange: (view: TeamView) => void;
}

export function TeamFilters({ view, shown, total, onChange }: TeamFiltersProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.filters} role="search">
      <Field label={text('team.search')} className={styles.search}>
        <SearchBox
          className={styles.box}
          dismiss={{ 'aria-label': text('search.clear') }}
          value={view.search}
          onChange={(_event, { value }) => onChange({ ...view, search: value })}
        />
      </Field>
      <Field label={text('team.words')}>
        <Select
          className={styles.choice}
          value={view.word ?? ''}
          onChange={(_event, { value }) => onChange({ ...view, word: healthWords.find((word) => word === value) })}
        >
          <option value="">{text('team.words.all')}</option>
          {healthWords.map((word) => (
            <option key={word} value={word}>
              {text(`word.${word}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text('team.sortBy')} className={styles.order}>
        <Select
          className={styles.choice}
          value={view.sortKey}
          onChange={(_event, { value }) => {
            const sortKey = sortKeys.find((key) => key === value) ?? 'revenue';
            onChange({ ...view, sortKey, isDescending: firstIsDescending[sortKey] });
          }}
        >
          {sortKeys.map((key) => (
            <option key={key} value={key}>
              {text(columnKeys[key])}
            </option>
          ))}
        </Select>
      </Field>
      <Text size={200} className={styles.count} role="status">
        {text('team.shown', { shown, total })}
      </Text>
    </div>
  );
}
