/** What the seller spent: one optional amount, as people of this language type it. Kept on Enter or when the field is left. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type JSX, useState } from 'react';
import type { Answer } from '../../../api/contract/tag-form.ts';
import { type Spend, type SpendFault, spendPolicy } from '../../../api/contract/vocabulary.ts';
import { useMe } from '../../client/queries.ts';
import { useChoiceStyles } from '../../ui/choice-styles.ts';
import { useFormats, useText } from '../../ui/text.tsx';
import { isSameSpend, readTypedSpend, type TypedSpend, typedSpendOf } from './typed-spend.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  amount: { width: '140px', minWidth: 0 },
  currency: { width: '72px', minWidth: 0 },
});

/** The hint's amount, in minor units of a currency with two decimals. */
const exampleMinor = 8_400;

interface SpendFieldProps {
  readonly spend: Spend | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

/** Waits for the tenant's currency, in which an amount is unless another one is named. */
export function SpendField(props: SpendFieldProps): JSX.Element | undefined {
  const currency = useMe().data?.currency ?? undefined;
  return currency === undefined ? undefined : <SpendForm {...props} ownCurrency={currency} />;
}

interface SpendDraft {
  /** What stands in the field. */
  readonly shown: TypedSpend;
  readonly isTyped: boolean;
  /** Told once the field was left with it. */
  readonly fault: SpendFault | 'not_a_currency' | undefined;
  readonly type: (changed: Partial<TypedSpend>) => void;
  readonly keep: () => void;
}

function useSpendDraft({ spend, onAnswer }: SpendFieldProps, ownCurrency: string): SpendDraft {
  const formats = useFormats();
  const [typed, setTyped] = useState<TypedSpend | undefined>();
  const [showsFault, setShowsFault] = useState(false);
  const shown = typed ?? typedSpendOf(spend, ownCurrency, formats);
  const read = readTypedSpend(shown, formats);
  return {
    shown,
    isTyped: typed !== undefined,
    fault: showsFault && !read.ok ? read.failure : undefined,
    type: (changed) => setTyped({ ...shown, ...changed }),
    keep: () => {
      if (typed === undefined) return;
      setShowsFault(!read.ok);
      if (!read.ok) return;
      setTyped(undefined);
      if (!isSameSpend(read.value, spend)) onAnswer({ kind: 'spend', spend: read.value });
    },
  };
}

function SpendForm({ spend, ownCurrency, onAnswer }: SpendFieldProps & { readonly ownCurrency: string }): JSX.Element {
  const styles = useStyles();
  const choiceStyles = useChoiceStyles();
  const text = useText();
  const formats = useFormats();
  const { shown, isTyped, fault, type, keep } = useSpendDraft({ spend, onAnswer }, ownCurrency);
  const [asksCurrency, setAsksCurrency] = useState(shown.currency !== ownCurrency);
  const values = {
    currency: shown.currency,
    example: formats.typedAmount({ minor: exampleMinor, currency: ownCurrency }),
    most: formats.fullMoney({ minor: spendPolicy.maxMinor, currency: ownCurrency }),
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    keep();
  }

  return (
    <div role="group" aria-label={text('tag.question.spend')} className={choiceStyles.question}>
      <form noValidate className={styles.form} onSubmit={submit}>
        <Field
          label={{ children: text('tag.question.spend'), weight: 'semibold' }}
          hint={text('tag.spend.hint', values)}
          validationMessage={fault === undefined || fault === 'not_a_currency' ? null : text(`spendFault.${fault}`, values)}
        >
          <Input
            className={styles.amount}
            inputMode="decimal"
            autoComplete="off"
            maxLength={spendPolicy.maxCharacters}
            value={shown.amount}
            contentAfter={asksCurrency ? null : shown.currency}
            onChange={(_event, { value }) => type({ amount: value })}
            onBlur={keep}
          />
        </Field>
        {asksCurrency && (
          <CurrencyField
            currency={shown.currency}
            isWrong={fault === 'not_a_currency'}
            onType={(currency) => type({ currency })}
            onLeave={keep}
          />
        )}
        {isTyped && (
          <Button type="submit" size="small">
            {text('tag.spend.save')}
          </Button>
        )}
      </form>
      {!asksCurrency && shown.amount !== '' && (
        <Button size="small" appearance="subtle" className={choiceStyles.flush} onClick={() => setAsksCurrency(true)}>
          {text('tag.spend.otherCurrency', values)}
        </Button>
      )}
      {spend && !isTyped && (
        <Button
          size="small"
          appearance="subtle"
          className={choiceStyles.flush}
          onClick={() => onAnswer({ kind: 'spend', spend: undefined })}
        >
          {text('tag.spend.remove')}
        </Button>
      )}
    </div>
  );
}

interface CurrencyFieldProps {
  readonly currency: string;
  readonly isWrong: boolean;
  readonly onType: (currency: string) => void;
  readonly onLeave: () => void;
}

function CurrencyField({ currency, isWrong, onType, onLeave }: CurrencyFieldProps): JSX.Element {
  const styles = useStyles();
  const text = useText();
  return (
    <Field label={text('tag.spend.currency')} validationMessage={isWrong ? text('spendFault.not_a_currency') : null}>
      <Input
        className={styles.currency}
        autoComplete="off"
        maxLength={3}
        value={currency}
        onChange={(_event, { value }) => onType(value.toUpperCase())}
        onBlur={onLeave}
      />
    </Field>
  );
}
