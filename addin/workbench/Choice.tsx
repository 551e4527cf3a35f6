/** One labelled choice among a few named values. */
import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  select: {
    minWidth: '72px',
    '& label': { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  },
});

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={styles.select}>
      <Select
        size="small"
        value={value}
        onChange={(_event, data) => {
          const chosen = options.find(([name]) => name === data.value)?.[0];
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map(([name, shown]) => (
          <option key={name} value={name}>
            {shown}
          </option>
        ))}
      </Select>
    </Field>
  );
}
