/** One field per currency of the file that is not the tenant's. Reads what is typed in the language's own way; the server converts. */
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type JSX, useState } from 'react';
import { useFormats, useText } from '../../../ui/text.tsx';
import { SectionHeading } from '../SectionParts.tsx';
import { readRate } from './rate-draft.ts';

const useStyles = makeStyles({
  rates: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  fields: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  field: { width: '240px' },
  input: { minWidth: 0, width: '100%', whiteSpace: 'nowrap', '& input': { minWidth: 0 } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface ImportRatesProps {
  /** The tenant's. */
  readonly currency: string;
  readonly currencies: readonly string[];
  /** What is typed, by currency. */
  readonly drafts: Readonly<Record<string, string>>;
  readonly isBusy: boolean;
  readonly onChange: (drafts: Readonly<Record<string, string>>) => void;
  readonly onCheck: () => void;
}

export function ImportRates({ currency, currencies, drafts, isBusy, onChange, onCheck }: ImportRatesProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  const { locale } = useFormats();
  /** Nothing is called wrong while it is still being typed. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const readings = currencies.map((other) => ({ other, reading: readRate(drafts[other] ?? '', locale) }));
  return (
    <form
      className={styles.rates}
      onSubmit={(event) => {
        event.preventDefault();
        setLeft(new Set(currencies));
        if (!isBusy && readings.every(({ reading }) => reading.kind === 'rate')) onCheck();
      }}
    >
      <SectionHeading>{text('import.rates')}</SectionHeading>
      <Text className={styles.quiet}>{text('import.rates.sentence', { currency })}</Text>
      <div className={styles.fields}>
        {readings.map(({ other, reading }) => (
          <Field
            key={other}
            className={styles.field}
            label={text('import.rate', { currency: other })}
            {...(left.has(other) && reading.kind !== 'rate'
              ? { validationMessage: text(`import.rate.${reading.kind}`, { ...reading }) }
              : {})}
          >
            <Input
              className={styles.input}
              inputMode="decimal"
              autoComplete="off"
              contentBefore={text('import.rate.one', { currency: other })}
              contentAfter={currency}
              value={drafts[other] ?? ''}
              onChange={(_event, { value }) => onChange({ ...drafts, [other]: value })}
              onBlur={() => setLeft(new Set([...left, ...(drafts[other] ? [other] : [])]))}
            />
          </Field>
        ))}
      </div>
      <Button type="submit" disabledFocusable={isBusy}>
        {text('import.rates.check')}
      </Button>
    </form>
  );
}
